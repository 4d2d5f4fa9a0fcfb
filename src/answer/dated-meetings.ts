import { findDates, isoDay, monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { matchCommittee } from './choose-meetings.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import { shortDate } from './words.ts'

const OF_BODY = String.raw`(?:\s(?:i|til|for|of)\s(?:the\s)?[\p{L}-]+(?:\s[\p{L}-]+)?)?`
const MEETING = String.raw`(?:\p{L}*møtet?|meeting)${OF_BODY}`
const BODY = String.raw`(?:\p{L}*(?:rådet|utvalget|utvalet|styret|skapet|nemnda|gruppa|gruppen|forumet)|board|council|committee)${OF_BODY}`
const YEAR = String.raw`(?:\s((?:19|20)\d{2}))?(?!\p{L}|\.?\s?\d)`
/** Minutes of a meeting are approved in the next; what was put off to one is told in the one before. */
const OF_ANOTHER = String.raw`(?<!(?<!\p{L})(?:til|to|før|innen|innan|before|until|by|(?:referat|protokoll|minutes)\p{L}*\s(?:fra|frå|av|for|of|from))\s(?:the\s)?)`
/** "møtet i mars", "styremøtet i mars 2026", "formannskapet i juni", "the meeting in March" */
const IN_MONTH = new RegExp(
  String.raw`(?<!\p{L})${OF_ANOTHER}(${MEETING}|${BODY})\s(?:i|in)\s(\p{L}{3,9})${YEAR}`,
  'giu',
)
/** "the March meeting", "the March 2026 board meeting" */
const MONTH_MEETING = new RegExp(
  String.raw`(?<!\p{L})${OF_ANOTHER}(\p{Lu}\p{Ll}{2,8})${YEAR}\s((?:\p{L}+\s){0,2}meeting)(?!\p{L})`,
  'gu',
)
/** "… i mars, og hvilken i juni?", "more than in June": the same body's meeting in another month. */
const IN_ANOTHER = new RegExp(
  String.raw`(?<=(?<!\p{L})(?:og|and|enn|than|mot|med|with|vs|versus)\s(?:(?!\d)[\p{L}-]+\s){0,2})(?:i|in)\s(\p{L}{3,9})${YEAR}`,
  'giu',
)
/** "møtene i mars og september" */
const IN_TWO = new RegExp(
  String.raw`(?<!\p{L})(\p{L}*møtene|meetings)\s(?:i|in)\s(\p{L}{3,9})(?:\s((?:19|20)\d{2}))?\s(og|and)\s(?:i\s|in\s)?(\p{L}{3,9})${YEAR}`,
  'iu',
)
/** "vårmøtet", "the autumn meeting", "styremøtet i høst" */
const SEASONS: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/(?<!\p{L})(?:vår-?møtet|spring meeting|\p{L}*møtet i vår)(?!\p{L})/iu, 1, 6],
  [/(?<!\p{L})(?:(?:høst|haust)-?møtet|(?:autumn|fall) meeting|\p{L}*møtet i (?:høst|haust))(?!\p{L})/iu, 8, 12],
]
/** What is to happen in a meeting is told in one before it. */
const IS_AHEAD = /(?<!\p{L})(?:skal|skulle|must|should|will|supposed)(?!\p{L})/u

const dateOf = ({ best }: MeetingGroup): string => best.meeting.date?.value ?? ''

/** The one day of a meeting in those months of that year, or of the newest year that has one. */
function dayIn(
  groups: readonly MeetingGroup[],
  from: number,
  to: number,
  year: string | undefined,
): string | undefined {
  const there = groups.map(dateOf).filter((date) => {
    const month = Number(date.slice(5, 7))
    return month >= from && month <= to && (year === undefined || date.startsWith(year))
  })
  const newest = there.toSorted().at(-1)?.slice(0, 4)
  const days = new Set(there.filter((date) => newest !== undefined && date.startsWith(newest)))
  return days.size === 1 ? [...days][0] : undefined
}

const NAMES_MEETING_BEFORE = new RegExp(
  String.raw`(?<!\p{L})${OF_ANOTHER}(?:${MEETING}|${BODY})\s(?:den\s|on\s(?:the\s)?)?$`,
  'iu',
)

/** "møtet 6. mai": a day without its year is that of the one meeting that was on such a day. */
function withYears(question: string, groups: readonly MeetingGroup[]): string {
  return findDates(question)
    .toReversed()
    .reduce((text, { year, month, day, start, end }) => {
      if (year !== undefined || month === undefined || day === undefined) return text
      if (!NAMES_MEETING_BEFORE.test(text.slice(0, start))) return text
      const ending = isoDay({ year: 2000, month, day })?.slice(4) ?? '\n'
      const days = new Set(groups.map(dateOf).filter((date) => date.endsWith(ending)))
      const [only] = days
      return days.size === 1 && only ? `${text.slice(0, start)}${shortDate(only, 'nb')}${text.slice(end)}` : text
    }, question)
}

/** A question that names a meeting by its month, season or day of the year with its date, where only one meeting can be meant. */
export function withMeetingDays(asked: string, meetings: readonly MeetingGroup[]): string {
  if (IS_AHEAD.test(fold(asked))) return asked
  const { groups } = matchCommittee(asked, meetings)
  const question = withYears(asked, groups)
  const dated = (printed: string, word: string, meeting: string, year: string | undefined): string => {
    const month = monthOf(word)
    const day = month === undefined ? undefined : dayIn(groups, month, month, year)
    return day === undefined ? printed : `${meeting} ${shortDate(day, 'nb')}`
  }
  const both = question.replace(
    IN_TWO,
    (printed, meeting: string, one: string, oneYear: string | undefined, and: string, other: string, year?: string) =>
      [dated(printed, one, meeting, oneYear ?? year), dated(printed, other, and, year)].join(' '),
  )
  const inMonth = both.replace(IN_MONTH, (printed, meeting: string, word: string, year?: string) =>
    dated(printed, word, meeting, year),
  )
  const first = inMonth.replace(MONTH_MEETING, (printed, word: string, year: string | undefined, meeting: string) =>
    dated(printed, word, `${meeting} on`, year),
  )
  const named =
    first === question
      ? question
      : first.replace(IN_ANOTHER, (printed, word: string, year?: string) => dated(printed, word, '', year).trim())
  return SEASONS.reduce((text, [season, from, to]) => {
    const day = dayIn(groups, from, to, undefined)
    return day === undefined ? text : text.replace(season, `møtet ${shortDate(day, 'nb')}`)
  }, named)
}
