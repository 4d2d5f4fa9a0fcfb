import type { FullOutbox } from '../../agenda/agenda-parts.ts'
import { markerOf } from '../../agenda/slots.ts'
import type { TenantId } from '../../domain/ids.ts'
import { instantOf } from '../../platform/zoned-time.ts'

const DEFAULT_LENGTH_MS = 2 * 3_600_000
const MARKER = /^rakel[0-9a-f]{24}$/
const MOST_OCTETS = 75

const stamp = (instantMs: number): string => `${new Date(instantMs).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

/** RFC 5545, 3.3.11: a text value. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .trim()

/** RFC 5545, 3.1: lines of at most 75 octets, never cut within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const char of line) {
    if (Buffer.byteLength(part + char) > (parts.length === 0 ? MOST_OCTETS : MOST_OCTETS - 1)) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part].join('\r\n ')
}

/**
 * The meeting of a posted agenda as an .ics: committee, time and place, which its notice has made public.
 * @param name what an address names it by
 * @returns undefined for a name that no post of a coming meeting has
 */
export function calendarFile(
  name: string,
  outbox: Pick<FullOutbox, 'list'>,
  tenant: TenantId,
  zone: string,
): string | undefined {
  if (!MARKER.test(name)) return undefined
  const record = outbox
    .list(tenant)
    .find(({ key, generation, state }) => state === 'posted' && markerOf(key, generation) === name)
  const { shown } = record ?? {}
  if (!record || !shown || shown.kind === 'decisions' || shown.standing.is !== 'on') return undefined
  const { committee, date, startTime, endTime, place } = shown.meeting
  if (startTime === undefined) return undefined
  const startMs = instantOf(date, startTime, zone)
  const endMs = endTime === undefined ? startMs + DEFAULT_LENGTH_MS : instantOf(date, endTime, zone)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Spor o Rakel//NONSGML agenda//NO',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${name}@rakel`,
    `DTSTAMP:${stamp(record.changedAtMs)}`,
    `SEQUENCE:${record.updateCount}`,
    `DTSTART:${stamp(startMs)}`,
    `DTEND:${stamp(endMs)}`,
    `SUMMARY:${escaped(committee)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
