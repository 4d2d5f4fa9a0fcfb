import { localDate } from '../../../src/domain/ids.ts'
import { periodsIn } from '../../../src/ingest/facts/figures-period.ts'

const told = (sentence: string, month: number): (string | undefined)[] =>
  periodsIn(sentence, 2024, localDate(2024, month, 9)).map(({ period }) => `${period.from}/${period.to}`)

describe('a month without a year', () => {
  it('is of the year of the document', () => {
    expect(told('Kommunen fikk 3 fakturaer i september.', 10)).toEqual(['2024-09-01/2024-09-30'])
    expect(told('Tal frå mars: 212 anrop.', 4)).toEqual(['2024-03-01/2024-03-31'])
  })

  it('is left open where it may be last year or the next', () => {
    expect(told('Kommunen lyser ut 3 stillinger i mars.', 2)).toEqual([])
  })

  it('is the year that stands beside it, and no part of a day', () => {
    expect(told('Kommunen fikk 3 fakturaer i september 2022.', 10)).toEqual(['2022-09-01/2022-09-30'])
    expect(told('Skolen får 3 klasserom 1. mai.', 10)).toEqual([])
  })
})
