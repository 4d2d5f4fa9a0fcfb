/** Wall-clock time of a zone, on the Gregorian calendar. */
export interface ZonedTime {
  /** `YYYY-MM-DD`. */
  readonly date: string
  /** `HH:MM`, 24 hours. */
  readonly time: string
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Further than any zone has ever moved its clocks at once (Apia left out a whole day). */
const AROUND_MS = 2 * DAY_MS

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** How far the zone's wall clock is ahead of UTC at an instant. */
function offsetMs(instantMs: number, zone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of formatOf(zone).formatToParts(instantMs)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instantMs / 1000) * 1000
}

/**
 * The instant at which a zone's clocks show a time, in ms since 1970 UTC.
 * A time that is skipped when clocks go forward (02:30) is the first instant after the gap (03:00); one that comes
 * twice when they go back is its first pass.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @param zone an IANA name: Europe/Oslo
 */
export function instantOf(date: string, time: string, zone: string): number {
  const wallMs = Date.parse(`${date}T${time}:00Z`)
  const before = offsetMs(wallMs - AROUND_MS, zone)
  const after = offsetMs(wallMs + AROUND_MS, zone)
  const passes = [wallMs - before, wallMs - after].filter(
    (instantMs) => instantMs + offsetMs(instantMs, zone) === wallMs,
  )
  if (passes.length > 0) return Math.min(...passes)
  // In the gap: the change itself, found by halving, is the first instant whose clock is past the time.
  let low = wallMs - AROUND_MS
  let high = wallMs + AROUND_MS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (middle + offsetMs(middle, zone) < wallMs) low = middle
    else high = middle
  }
  return high
}

/** What a zone's clocks show at an instant. */
export function zonedTimeAt(instantMs: number, zone: string): ZonedTime {
  const shown = new Date(instantMs + offsetMs(instantMs, zone)).toISOString()
  return { date: shown.slice(0, 10), time: shown.slice(11, 16) }
}

/** A calendar date some days later, or earlier; no zone is involved. */
export function plusDays<Day extends string>(date: Day, days: number): Day {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as Day
}
