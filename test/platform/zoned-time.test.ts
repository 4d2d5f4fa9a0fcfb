import fc from 'fast-check'
import { instantOf, plusDays, zonedTimeAt } from '../../src/platform/zoned-time.ts'

const OSLO = 'Europe/Oslo'
const utc = (date: string, time: string, zone = OSLO): string =>
  new Date(instantOf(date, time, zone)).toISOString().slice(0, 16)

describe('a local time as an instant', () => {
  it.each([
    ['winter', '2027-02-10', '08:00', '2027-02-10T07:00'],
    ['summer', '2027-07-01', '08:00', '2027-07-01T06:00'],
    ['a time left out in spring is the first instant after it', '2027-03-28', '02:30', '2027-03-28T01:00'],
    ['the first left-out minute', '2027-03-28', '02:00', '2027-03-28T01:00'],
    ['the last left-out minute', '2027-03-28', '02:59', '2027-03-28T01:00'],
    ['03:00 in spring', '2027-03-28', '03:00', '2027-03-28T01:00'],
    ['01:59 in spring', '2027-03-28', '01:59', '2027-03-28T00:59'],
    ['a time that comes twice in autumn is its first pass', '2026-10-25', '02:30', '2026-10-25T00:30'],
    ['the first double minute', '2026-10-25', '02:00', '2026-10-25T00:00'],
    ['03:00 in autumn', '2026-10-25', '03:00', '2026-10-25T02:00'],
    ['08:00 on the day of a change', '2026-10-25', '08:00', '2026-10-25T07:00'],
  ])('%s', (_name, date, time, expected) => {
    expect(utc(date, time)).toBe(expected)
  })

  it('knows zones that move by half an hour, and one that left out a day', () => {
    expect(utc('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:30')
    expect(utc('2011-12-30', '12:00', 'Pacific/Apia')).toBe('2011-12-30T10:00')
  })

  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => plusDays('1990-01-01', days))
  const time = fc
    .integer({ min: 0, max: 1_439 })
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`)

  it('is shown by the clocks at that instant, unless it was left out', () => {
    fc.assert(
      fc.property(day, time, (date, hhmm) => {
        const shown = zonedTimeAt(instantOf(date, hhmm, OSLO), OSLO)
        const isLeftOut = shown.date === date && shown.time === '03:00' && hhmm >= '02:00' && hhmm < '03:00'
        expect(isLeftOut || (shown.date === date && shown.time === hhmm)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never comes earlier than an earlier local time', () => {
    fc.assert(
      fc.property(day, time, time, (date, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a]
        // In the hour that comes twice the first pass is meant, so that order is kept there too.
        expect(instantOf(date, early, OSLO)).toBeLessThanOrEqual(instantOf(date, late, OSLO))
      }),
      { numRuns: 2_000 },
    )
  })
})

it('counts calendar days over clock changes, months and leap years', () => {
  expect(plusDays('2027-03-29', -2)).toBe('2027-03-27')
  expect(plusDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(plusDays('2027-01-03', -7)).toBe('2026-12-27')
})
