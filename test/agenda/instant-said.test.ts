import fc from 'fast-check'
import { instantSaid } from '../../src/agenda/instant-said.ts'
import type { LocalDate } from '../../src/domain/ids.ts'
import { parseSaidTime } from '../../src/norwegian/said-time.ts'
import { instantOf, plusDays, zonedTimeAt } from '../../src/platform/zoned-time.ts'
import { day } from '../fault/agenda-world.ts'

const ZONE = 'Europe/Oslo'

/** What is meant by words said at a local time, of a post that is planned for another. */
function meant(text: string, now: string, planned = now): string {
  const said = parseSaidTime(text)
  if (!said) throw new Error(text)
  const ms = (stamp: string): number => instantOf(stamp.slice(0, 10), stamp.slice(11), ZONE)
  const found = instantSaid(said, { nowMs: ms(now), plannedAtMs: ms(planned), usualTime: '08:00', zone: ZONE })
  if (found.is === 'impossible') return found.is
  if (found.is === 'unclear') return found.dates.join(' or ')
  const { date, time } = zonedTimeAt(found.instantMs, ZONE)
  return `${date} ${time}`
}

describe('the instant of a time that people say', () => {
  // 22 November 2026 is a Sunday.
  it.each([
    ['mandag', '2026-11-22 10:00', '2026-11-23 08:00'],
    ['søndag', '2026-11-22 10:00', '2026-11-29 08:00'],
    ['fredag kl. 12', '2026-11-25 10:00', '2026-11-27 12:00'],
    ['neste fredag', '2026-11-25 10:00', '2026-11-27 or 2026-12-04'],
    // On a Friday the next of them is that of the next week, whoever counts.
    ['neste fredag', '2026-11-27 10:00', '2026-12-04 08:00'],
    ['fredag i neste uke', '2026-11-25 10:00', '2026-12-04 08:00'],
    ['søndag i neste uke', '2026-11-22 10:00', '2026-11-29 08:00'],
    ['neste veke', '2026-11-25 10:00', '2026-11-30 08:00'],
    ['i morgon kl. 9', '2026-12-31 10:00', '2027-01-01 09:00'],
    ['i overmorgen', '2027-02-27 23:59', '2027-03-01 08:00'],
    ['kl. 15', '2026-11-25 10:00', '2026-11-25 15:00'],
    // Maundy Thursday to Easter Monday 2027: 25 to 29 March.
    ['neste virkedag', '2027-03-24 10:00', '2027-03-30 08:00'],
    ['5. februar', '2026-11-22 10:00', '2027-02-05 08:00'],
    ['5. oktober kl. 12', '2026-11-22 10:00', '2026-10-05 12:00'],
    ['29. februar', '2027-02-01 10:00', '2028-02-29 08:00'],
    ['29. februar 2027', '2026-11-22 10:00', 'impossible'],
    ['31. april', '2026-11-22 10:00', 'impossible'],
  ])('%s, said at %s, is %s', (text, now, expected) => {
    expect(meant(text, now)).toBe(expected)
  })

  it.each([
    ['en time', '2026-11-25 10:00', '2026-11-27 08:00', '2026-11-27 09:00'],
    ['to dager', '2026-11-25 10:00', '2026-11-27 08:00', '2026-11-29 08:00'],
    ['to virkedager', '2026-11-25 10:00', '2026-11-27 08:00', '2026-12-01 08:00'],
    ['to dager kl. 12', '2026-11-25 10:00', '2026-11-27 08:00', '2026-11-29 12:00'],
    ['om to dager', '2026-11-25 10:00', '2026-11-27 08:00', '2026-11-27 10:00'],
    // It was due an hour ago, and waits for somebody's word.
    ['to timer', '2026-11-25 10:00', '2026-11-25 09:00', '2026-11-25 12:00'],
  ])('%s, said at %s of a post planned for %s, is %s', (text, now, planned, expected) => {
    expect(meant(text, now, planned)).toBe(expected)
  })

  // FAULTS F9: 28 March 2027 has no 02:30, 31 October 2027 has two.
  it.each([
    ['i morgen kl. 08:00', '2027-03-27 20:00', '2027-03-28 08:00'],
    ['i morgen kl. 02:30', '2027-03-27 20:00', '2027-03-28 03:00'],
    ['to timer', '2027-03-28 01:00', '2027-03-28 04:00'],
    ['en dag', '2027-03-27 08:00', '2027-03-28 08:00'],
    ['ei veke', '2027-10-29 08:00', '2027-11-05 08:00'],
    ['i morgon kl. 02:30', '2027-10-30 20:00', '2027-10-31 02:30'],
    ['to timer', '2027-10-31 01:00', '2027-10-31 02:00'],
  ])('%s, said at %s over a clock change, is %s', (text, now, expected) => {
    expect(meant(text, now)).toBe(expected)
  })

  it('of a number of days is that many dates later at the same hour, over every clock change', () => {
    const start = fc.integer({ min: 0, max: 5_000 }).map((days) => plusDays(day('2026-01-01'), days))
    fc.assert(
      fc.property(
        start,
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 4, max: 23 }),
        (date: LocalDate, days, hour) => {
          const time = `${String(hour).padStart(2, '0')}:15`
          expect(meant(`${days} dager`, `${date} ${time}`)).toBe(`${plusDays(date, days)} ${time}`)
        },
      ),
      { numRuns: 60 },
    )
  })
})
