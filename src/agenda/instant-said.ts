import type { LocalDate } from '../domain/ids.ts'
import { isWorkingDay } from '../norwegian/holidays.ts'
import type { SaidTime } from '../norwegian/said-time.ts'
import { instantOf, plusDays, zonedTimeAt } from '../platform/zoned-time.ts'

export interface SaidWhen {
  readonly nowMs: number
  /** When it is planned, which "to dager" is later than; an instant that is over counts as now. */
  readonly plannedAtMs: number
  /** `HH:MM` for a day that is named without a time. */
  readonly usualTime: string
  /** IANA name. */
  readonly zone: string
}

export type InstantSaid =
  | { readonly is: 'at'; readonly instantMs: number }
  /** No calendar has that day. */
  | { readonly is: 'impossible' }
  /** It may be either. */
  | { readonly is: 'unclear'; readonly dates: readonly [LocalDate, LocalDate] }

const HALF_YEAR_DAYS = 183

const weekdayOf = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay()

function plusWorkingDays(date: LocalDate, days: number): LocalDate {
  let day = date
  for (let left = days; left > 0; ) {
    day = plusDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}

const plus = (date: LocalDate, days: number, counts: 'calendar' | 'working'): LocalDate =>
  counts === 'working' ? plusWorkingDays(date, days) : plusDays(date, days)

/** Without a year the one that is nearest: in November "5. februar" is the next one, and "5. oktober" is over. */
function dateOf(said: SaidTime & { is: 'date' }, today: LocalDate): LocalDate | undefined {
  const { year, month, day } = said
  const inYear = (of: number): LocalDate | undefined => {
    const date = new Date(Date.UTC(of, month - 1, day))
    return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      ? (date.toISOString().slice(0, 10) as LocalDate)
      : undefined
  }
  if (year !== undefined) return inYear(year)
  const thisYear = Number(today.slice(0, 4))
  const date = inYear(thisYear)
  return date && date >= plusDays(today, -HALF_YEAR_DAYS) ? date : inYear(thisYear + 1)
}

/** The instant that people mean by a time they said, by the clocks of the zone. */
export function instantSaid(said: SaidTime, { nowMs, plannedAtMs, usualTime, zone }: SaidWhen): InstantSaid {
  const today = zonedTimeAt(nowMs, zone).date as LocalDate
  const at = (date: LocalDate, time: string | undefined): InstantSaid => ({
    is: 'at',
    instantMs: instantOf(date, time ?? usualTime, zone),
  })
  switch (said.is) {
    case 'impossible':
      return said
    case 'date': {
      const date = dateOf(said, today)
      return date ? at(date, said.time) : { is: 'impossible' }
    }
    case 'ahead':
      return at(plus(today, said.days, said.counts), said.time)
    case 'weekday': {
      // Said on a Monday, "mandag" is not today.
      const coming = plusDays(today, ((said.weekday - weekdayOf(today) + 6) % 7) + 1)
      const monday = plusDays(today, -((weekdayOf(today) + 6) % 7))
      const next = plusDays(monday, 7 + ((said.weekday + 6) % 7))
      if (said.week === 'coming') return at(coming, said.time)
      return said.week === 'next' || coming === next ? at(next, said.time) : { is: 'unclear', dates: [coming, next] }
    }
    case 'later': {
      const fromMs = said.than === 'now' ? nowMs : Math.max(nowMs, plannedAtMs)
      if ('minutes' in said.by) return { is: 'at', instantMs: fromMs + said.by.minutes * 60_000 }
      const { date, time } = zonedTimeAt(fromMs, zone)
      return at(plus(date as LocalDate, said.by.days, said.by.counts), said.time ?? time)
    }
  }
}
