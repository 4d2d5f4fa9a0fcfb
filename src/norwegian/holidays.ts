const DAY_MS = 86_400_000

const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Easter Sunday of the Gregorian calendar (the rule of 1582, in the form of Meeus, Jones and Butcher). */
function easterSundayMs(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * late + 114
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1)
}

const FIXED: readonly (readonly [monthDay: string, name: string])[] = [
  ['01-01', '1. nyttårsdag'],
  ['05-01', 'offentlig høytidsdag'],
  ['05-17', 'grunnlovsdagen'],
  ['12-25', '1. juledag'],
  ['12-26', '2. juledag'],
]
const AFTER_EASTER: readonly (readonly [days: number, name: string])[] = [
  [-3, 'skjærtorsdag'],
  [-2, 'langfredag'],
  [0, '1. påskedag'],
  [1, '2. påskedag'],
  [39, 'Kristi himmelfartsdag'],
  [49, '1. pinsedag'],
  [50, '2. pinsedag'],
]

const byYear = new Map<number, ReadonlyMap<string, string>>()

/**
 * Norwegian public holidays of a year by date `YYYY-MM-DD`, Sundays apart (lov om helligdager § 2, lov om 1 og 17 mai).
 * Christmas Eve and New Year's Eve are none by law.
 */
export function publicHolidays(year: number): ReadonlyMap<string, string> {
  const known = byYear.get(year)
  if (known) return known
  const easterMs = easterSundayMs(year)
  const holidays = new Map<string, string>([
    ...FIXED.map(([monthDay, name]) => [`${year}-${monthDay}`, name] as const),
    ...AFTER_EASTER.map(([days, name]) => [isoDay(easterMs + days * DAY_MS), name] as const),
  ])
  byYear.set(year, holidays)
  return holidays
}

/** Monday to Friday, and no public holiday. @param date `YYYY-MM-DD` */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(date.slice(0, 4))).has(date)
}
