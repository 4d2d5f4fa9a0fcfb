import { absentTold } from '../../../src/ingest/minutes/absence.ts'
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
