import type { Attendee, People } from '../../../src/domain/meeting.ts'
import { chairTold, minuteTakerTold } from '../../../src/ingest/minutes/offices.ts'
import type { PlacedBlock } from '../../../src/ingest/placed-block.ts'

const person = (name: string, role?: string): Attendee => ({ name, organisation: undefined, role })
const people = (...value: Attendee[]): People => ({ value, quote: 'Til stede: …', page: 1 })
const paragraph = (text: string): PlacedBlock =>
  ({ kind: 'paragraph', text, level: 0, links: [], page: 1 }) as PlacedBlock
const chairAmong = (present: People | undefined): People | undefined => chairTold(present, [])
const names = (found: People | undefined): string[] | undefined => found?.value.map(({ name }) => name)

describe('who led a meeting', () => {
  it('is who is called so beside the name, before the head of the body', () => {
    const all = people(person('Kari Nes', 'leder'), person('Ola Dahl', 'møteleiar'))
    expect(names(chairAmong(all))).toEqual(['Ola Dahl'])
    expect(names(chairAmong(people(person('Kari Nes', 'Leder'), person('Ola Dahl', 'Nestleder'))))).toEqual([
      'Kari Nes',
    ])
  })

  it.each(['Møtet ble ledet av Ola Dahl.', 'Møtet vart leia av ordførar Ola Dahl.', 'Ola Dahl ledet møtet.'])(
    'is told by a sentence: %s',
    (sentence) => {
      const present = people(person('Kari Nes', 'leder'), person('Ola Dahl', 'nestleder'))
      expect(names(chairTold(present, [paragraph(sentence)]))).toEqual(['Ola Dahl'])
    },
  )

  it('is unknown where two are leaders, or somebody leads something else', () => {
    expect(chairAmong(people(person('Kari Nes', 'leder'), person('Ola Dahl', 'leder')))).toBeUndefined()
    expect(chairAmong(people(person('Kari Nes', 'prosjektleder')))).toBeUndefined()
    expect(chairAmong(undefined)).toBeUndefined()
  })
})

describe('who took the minutes', () => {
  it.each(['førte protokollen', 'skreiv protokollen', 'skrev referatet'])('is told by "som %s"', (words) => {
    const block = paragraph(`Fra administrasjonen møtte rådgiver Ola Dahl og sekretær Kari Anne Nes, som ${words}.`)
    expect(names(minuteTakerTold([], [block]))).toEqual(['Kari Anne Nes'])
  })

  it('may be of the administration', () => {
    const lists = [people(person('Kari Nes', 'leder')), people(person('Ola Dahl', 'økonomisjef, referent'))]
    expect(names(minuteTakerTold(lists, []))).toEqual(['Ola Dahl'])
  })

  it('is not guessed from who was there', () => {
    expect(
      minuteTakerTold([people(person('Kari Nes', 'sekretær for fondet'))], [paragraph('Kari Nes møtte.')]),
    ).toBeUndefined()
  })

  it('is looked for in linear time', () => {
    const began = performance.now()
    expect(minuteTakerTold([], [paragraph("A'".repeat(100_000))])).toBeUndefined()
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
