import { monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import type { MeetingGroup } from './meeting-groups.ts'

/** When in a year a meeting was, where no day and no month of a year is stated: "i oktober", "før sommeren", "årets første". */
export interface TimeOfYear {
  readonly fromMonth: number
  readonly toMonth: number
  /** Which of those that fit; undefined where all of them do. */
  readonly pick: 'first' | 'latest' | undefined
}

/** Norwegian bodies rest in July, at Christmas and at Easter. */
const PARTS: readonly (readonly [RegExp, TimeOfYear])[] = [
  [/(?<!\p{L})(?:før|before)\s(?:the\s)?(?:sommer|sommar|summer|ferie)/u, { fromMonth: 1, toMonth: 7, pick: 'latest' }],
  [
    /(?<!\p{L})(?:etter|after)\s(?:the\s)?(?:sommer|sommar|summer|ferie)/u,
    { fromMonth: 8, toMonth: 12, pick: 'first' },
  ],
  [/(?<!\p{L})(?:før|before)\s(?:jul|christmas|nyttår)/u, { fromMonth: 8, toMonth: 12, pick: 'latest' }],
  [/(?<!\p{L})(?:etter|after)\s(?:jul|christmas|nyttår|new year)/u, { fromMonth: 1, toMonth: 6, pick: 'first' }],
  [/(?<!\p{L})(?:før|before)\s(?:påske|easter)/u, { fromMonth: 1, toMonth: 4, pick: 'latest' }],
  [/(?<!\p{L})(?:i vår|våren|vårens|vårmøtet|spring)(?!\p{L})/u, { fromMonth: 1, toMonth: 6, pick: undefined }],
  [
    /(?<!\p{L})(?:i haust|i høst|hausten|høsten|høstens|høstmøtet|haustmøtet|autumn)(?!\p{L})/u,
    { fromMonth: 8, toMonth: 12, pick: undefined },
  ],
  [
    /(?<!\p{L})(?:første|fyrste|first)\s(?:\p{L}+\s)?(?:\p{L}*møte|meeting)/u,
    { fromMonth: 1, toMonth: 12, pick: 'first' },
  ],
]
const IN_MONTH = /(?<!\p{L})(?:i|in)\s(\p{L}{3,9})(?!\p{L}|\s\d)|(?<!\p{L})(\p{L}{3,9})(?=\s(?:\p{L}+\s)?meeting)/gu

export function timeOfYearIn(question: string): TimeOfYear | undefined {
  const text = fold(question)
  for (const [, inNorwegian, inEnglish] of text.matchAll(IN_MONTH)) {
    const month = monthOf(inNorwegian ?? inEnglish ?? '')
    if (month !== undefined) return { fromMonth: month, toMonth: month, pick: undefined }
  }
  return PARTS.find(([pattern]) => pattern.test(text))?.[1]
}

/**
 * The meetings of that time of the years stated; of the newest year that has some, where none is.
 * @param groups newest first
 */
export function atTimeOfYear(
  { fromMonth, toMonth, pick }: TimeOfYear,
  years: readonly number[],
  groups: readonly MeetingGroup[],
): readonly MeetingGroup[] {
  const dateOf = ({ best }: MeetingGroup): string => best.meeting.date?.value ?? ''
  const isInTime = (group: MeetingGroup): boolean => {
    const [year, month] = dateOf(group).split('-').map(Number)
    const isOfYear = years.length === 0 || years.includes(year ?? 0)
    return isOfYear && month !== undefined && month >= fromMonth && month <= toMonth
  }
  const fitting = groups.filter(isInTime)
  const [newest] = fitting
  const ofYear = newest ? fitting.filter((group) => dateOf(group).startsWith(dateOf(newest).slice(0, 4))) : []
  const picked = pick === 'first' ? ofYear.at(-1) : newest
  return pick === undefined || !picked ? ofYear : ofYear.filter((group) => dateOf(group) === dateOf(picked))
}

/** Words that tell the time of a meeting, and no matter. */
export const tellsTimeOfYear = (folded: string): boolean => monthOf(folded) !== undefined || TIME_WORD.test(folded)
const TIME_WORD =
  /^(?:sommer|sommar|summer|ferie|jul(?!i)|christmas|nyttår|påske|easter|vår(?:en|ens)?$|spring$|høst|haust|autumn|første$|fyrste$|first$)/u
