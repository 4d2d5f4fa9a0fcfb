import { absentTold, presentTold } from '../../../src/ingest/minutes/attendance-told.ts'
import { blocksOf } from '../blocks.ts'

const absent = (...lines: string[]) => absentTold(blocksOf(...lines))?.value.map(({ name }) => name)

describe('absence told in a sentence', () => {
  it.each([
    ['Kari Nes hadde meldt forfall. Varamedlem kunne ikke møte.', ['Kari Nes']],
    ['I dag hadde Kari Nes og Ola Dahl meldt avbud.', ['Kari Nes', 'Ola Dahl']],
    ['Det var meldt forfall fra Kari Nes (SP), Ola Dahl og Per Vik.', ['Kari Nes', 'Ola Dahl', 'Per Vik']],
    ['Per Vik melde forfall, og Liv Moe møtte for han.', ['Per Vik']],
    ['Liv Moe kunne dessverre ikke delta.', ['Liv Moe']],
    ['Liv Moe var ikkje til stades.', ['Liv Moe']],
  ])('names those who stayed away: %s', (text, names) => {
    expect(absent(text)).toEqual(names)
  })

  it.each([
    'Kari Nes kunne møte fra klokka ti.',
    'Kari Nes minnet om at forfall skal meldes i god tid.',
    'Medlemmene hadde ikke meldt forfall.',
  ])('names nobody where somebody was there, or nobody is named: %s', (text) => {
    expect(absent(text)).toBeUndefined()
  })

  it('quotes the sentences that tell', () => {
    expect(absentTold(blocksOf('Møtet ble satt. Kari Nes hadde forfall.'))?.quote).toBe('Kari Nes hadde forfall.')
  })
})

describe('attendance told in a sentence', () => {
  const present = (line: string) => presentTold(blocksOf(line))?.value.map(({ name }) => name)

  it.each([
    ['Kari Nes (leder), Ola Dahl og Per Vik møtte. Liv Moe hadde forfall.', ['Kari Nes', 'Ola Dahl', 'Per Vik']],
    ['Kari Nes og Ola Dahl var til stades i møtet.', ['Kari Nes', 'Ola Dahl']],
  ])('names those who came: %s', (text, names) => {
    expect(present(text)).toEqual(names)
  })

  it.each(['Kari Nes møtte Ola Dahl på rådhuset i mai.', 'Kari Nes møtte.', 'Vi møtte mange fra Nordby.'])(
    'is none where the sentence says something else, or names one: %s',
    (text) => {
      expect(present(text)).toBeUndefined()
    },
  )
})
