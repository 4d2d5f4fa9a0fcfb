import fc from 'fast-check'
import { dayOf, dueAtMs, parseRule, ruleInWords } from '../../src/agenda/rules.ts'
import type { LocalDate } from '../../src/domain/ids.ts'
import { isWorkingDay } from '../../src/norwegian/holidays.ts'
import { plusDays, zonedTimeAt } from '../../src/platform/zoned-time.ts'
import { day } from '../fault/agenda-world.ts'

const OSLO = 'Europe/Oslo'

describe('a rule in words', () => {
  it.each([
    ['7 dager før kl. 08:00', 7, 'calendar', '08:00'],
    ['sju dagar før møtet klokka 8', 7, 'calendar', '08:00'],
    ['7 dager før møtet', 7, 'calendar', '08:00'],
    ['En uke før, kl 08.30', 7, 'calendar', '08:30'],
    ['to veker før kl. 0815', 14, 'calendar', '08:15'],
    ['ei veke før kl. 12', 7, 'calendar', '12:00'],
    ['dagen før kl. 12', 1, 'calendar', '12:00'],
    ['møtedagen kl. 7', 0, 'calendar', '07:00'],
    ['samme dag kl. 07:00', 0, 'calendar', '07:00'],
    ['same dag kl. 07:00', 0, 'calendar', '07:00'],
    ['siste virkedag før kl. 12:00', 1, 'working', '12:00'],
    ['Siste arbeidsdag før møtet kl. 12:00', 1, 'working', '12:00'],
    ['siste yrkedagen før kl. 12', 1, 'working', '12:00'],
    ['3 virkedager før kl. 09:00', 3, 'working', '09:00'],
    ['tre yrkedagar før kl. 09:00', 3, 'working', '09:00'],
    ['kl. 09:00 fem arbeidsdager før', 5, 'working', '09:00'],
  ])('%s', (text, days, counts, time) => {
    expect(parseRule(text)).toEqual({ days, counts, time })
  })

  it.each([
    '',
    'i morgen',
    'hver mandag kl. 08:00',
    '7 dager etter kl. 08:00',
    '7 dager før kl. 25',
    '7 dager før kl. 08:00 eller 09:00',
    '7 dager før kl. 8.61',
    '0 dager før kl. 08:00',
    '400 dager før',
    '7 minutter før',
    'ikke 7 dager før',
    '7 dager før påske kl. 08:00',
  ])('"%s" is refused rather than guessed', (text) => {
    expect(parseRule(text)).toBeUndefined()
  })

  const rule = fc.record({
    days: fc.integer({ min: 0, max: 90 }),
    counts: fc.constantFrom('calendar' as const, 'working' as const),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  })

  it('is read back from the words it is shown in', () => {
    fc.assert(
      fc.property(rule, fc.constantFrom('nb' as const, 'nn' as const), (given, language) => {
        const expected = given.days === 0 ? { ...given, counts: 'calendar' } : given
        expect(parseRule(ruleInWords(given, language))).toEqual(expected)
      }),
    )
  })
})

describe('the day of a rule', () => {
  const on = (text: string, meeting: string): LocalDate => {
    const rule = parseRule(text)
    if (!rule) throw new Error(text)
    return dayOf(rule, day(meeting))
  }
  it.each([
    ['siste virkedag før', '2027-02-10', '2027-02-09'],
    ['siste virkedag før', '2027-02-08', '2027-02-05'],
    // Easter 2027: Thursday 25 to Monday 29 March.
    ['siste virkedag før', '2027-03-30', '2027-03-24'],
    ['3 virkedager før', '2027-03-30', '2027-03-22'],
    ['siste virkedag før', '2027-05-18', '2027-05-14'],
    ['siste virkedag før', '2027-01-04', '2026-12-31'],
    ['7 dager før', '2027-03-30', '2027-03-23'],
  ])('%s a meeting on %s is %s', (text, meeting, expected) => {
    expect(on(text, meeting)).toBe(expected)
  })

  it('is a working day with just so many working days from it up to the meeting', () => {
    const meetings = fc.integer({ min: 0, max: 9_000 }).map((days) => plusDays(day('2024-01-01'), days))
    fc.assert(
      fc.property(meetings, fc.integer({ min: 1, max: 20 }), (meeting, days) => {
        const found = dayOf({ days, counts: 'working', time: '08:00' }, meeting)
        expect(isWorkingDay(found)).toBe(true)
        let count = 0
        for (let date: LocalDate = found; date < meeting; date = plusDays(date, 1)) if (isWorkingDay(date)) count += 1
        expect(count).toBe(days)
      }),
    )
  })
})

/** The last Sundays of March and October. */
function clockChanges(): LocalDate[] {
  const changes: LocalDate[] = []
  for (let date = day('2026-01-01'); date < '2041-01-01'; date = plusDays(date, 1)) {
    const isChangeMonth = date.slice(5, 7) === '03' || date.slice(5, 7) === '10'
    if (isChangeMonth && Number(date.slice(8)) >= 25 && new Date(`${date}T00:00:00Z`).getUTCDay() === 0)
      changes.push(date)
  }
  return changes
}

// FAULTS F9
describe('a rule over every clock change to 2040', () => {
  const changes = clockChanges()

  it('comes once, at its local hour', () => {
    expect(changes).toHaveLength(30)
    let wrong = 0
    for (const change of changes)
      for (const time of ['00:00', '01:59', '02:00', '02:30', '02:59', '03:00', '08:00', '12:00', '23:59'])
        for (let before = 0; before <= 3; before += 1) {
          const meeting = plusDays(change, before)
          const shown = zonedTimeAt(dueAtMs({ days: before, counts: 'calendar', time }, meeting, OSLO), OSLO)
          const isLeftOut = change.slice(5, 7) === '03' && time >= '02:00' && time < '03:00'
          if (shown.date !== change || shown.time !== (isLeftOut ? '03:00' : time)) wrong += 1
        }
    expect(wrong).toBe(0)
  })
})
