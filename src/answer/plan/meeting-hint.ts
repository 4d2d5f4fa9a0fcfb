import type { FoundCaseNumber } from '../../domain/case-number.ts'
import { type LocalDate, localDate } from '../../domain/ids.ts'
import { findDates, yearsIn } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { phrases } from '../phrases.ts'
import { SITS_IN } from './attendance.ts'
import { NAMES_BODY } from './words-of-meetings.ts'

/** Which meetings a question means, as far as it says so. */
export interface MeetingHint {
  readonly dates: readonly LocalDate[]
  /** "november 2024" */
  readonly months: readonly { readonly year: number; readonly month: number }[]
  readonly years: readonly number[]
  readonly relative: 'latest' | 'next' | undefined
}

const NEXT = phrases('neste/kommende/komande/next 0-1_words *møte*/*-møte*/meeting*')
const LATEST = phrases('siste/sist/forrige/førre/last/latest/previous 0-1_words *møte*/*-møte*/meeting*')
const THIS_YEAR = phrases('i_år/this_year')
const LAST_YEAR = phrases('i_fjor/last_year')
const YEAR_BEFORE_LAST = phrases('i_forfjor')

/** "moved to October 2024": a month that something leads to or from is not the meeting's. */
const OF_ANOTHER =
  /(?<!\p{L})(?:til|to|fra|frå|from|innen|innan|by|before|før|until|siden|sidan|since)\s+(?:slutten av\s+|the end of\s+)?$/iu

/** The meetings that a question names by their time. */
export function meetingHint(question: string, caseNumbers: readonly FoundCaseNumber[], todayYear: number): MeetingHint {
  const dates: LocalDate[] = []
  const months: { year: number; month: number }[] = []
  let rest = question
  const blankOut = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end)
  }
  caseNumbers.forEach(blankOut)
  for (const found of findDates(rest)) {
    const { year, month, day, isVague, start } = found
    if (year === undefined || month === undefined) continue
    const date = day === undefined ? undefined : localDate(year, month, day)
    if (date) {
      dates.push(date)
      blankOut(found)
    } else if (!isVague && !OF_ANOTHER.test(rest.slice(0, start))) months.push({ year, month })
  }
  const text = fold(question)
  const years = [...yearsIn(rest), ...yearsSaid(text, todayYear)]
  const isDated = dates.length > 0 || months.length > 0
  return { dates, months, years: [...new Set(years)], relative: relativeIn(text, isDated, years.length > 0) }
}

/** Whether a question says which meeting it means. */
export const isStated = ({ dates, months, years }: MeetingHint): boolean =>
  dates.length + months.length + years.length > 0

function yearsSaid(text: string, todayYear: number): number[] {
  const years: number[] = []
  if (LAST_YEAR.test(text)) years.push(todayYear - 1)
  if (YEAR_BEFORE_LAST.test(text)) years.push(todayYear - 2)
  if (THIS_YEAR.test(text)) years.push(todayYear)
  return years
}

function relativeIn(text: string, isDated: boolean, hasYear: boolean): MeetingHint['relative'] {
  if (!isDated && NEXT.test(text)) return 'next'
  if (LATEST.test(text)) return 'latest'
  // Who sits on a body is as of now.
  const isOfNow = !isDated && !hasYear && SITS_IN.test(text) && NAMES_BODY.test(text)
  return isOfNow ? 'latest' : undefined
}
