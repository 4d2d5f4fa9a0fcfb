import { type LocalDate, localDate } from '../../domain/ids.ts'
import { type FoundDate, findDates, monthOf } from '../../norwegian/dates.ts'

/** By when something is promised, as a sentence tells it. */
export interface Due {
  /** As printed: "neste møte i rådet", "møtet 20.11.2024", "innen 1. desember". */
  readonly text: string
  readonly start: number
  readonly date: LocalDate | undefined
  readonly isForNextMeeting: boolean
}

const BODY = String.raw`(?:\s+i\s+\p{L}*(?:rådet|styret|utvalget|utvalet|gruppa|gruppen|formannskapet|nemnda|teamet|forumet))?`
const NEXT_MEETING = new RegExp(
  String.raw`(?<!\p{L})(?:neste|førstkommende|førstkomande|komande|kommende)\s+(?:ordinære\s+|ordinært\s+)?\p{L}*(?:møte|møtet|samling)(?!\p{L})${BODY}`,
  'iu',
)
const MEETING_BEFORE = new RegExp(String.raw`(?<!\p{L})\p{L}*møtet?${BODY}(?:\s+(?:den|i))?\s*$`, 'iu')
const BY_BEFORE = /(?<!\p{L})(?:innen|innan|før|senest|seinast|i\s+løpet\s+av|frist(?:en)?:?)\s+(?:den\s+)?$/iu
const BY_WORDS =
  /(?<!\p{L})(?:innen|innan|før|senest|seinast|i\s+løpet\s+av|ved)\s+(?:(?:utgangen|utgongen|slutten|byrjinga|begynnelsen)\s+av\s+(?:(\p{L}+)\s+)?((?:19|20)\d{2})|(?:sommeren|sommaren|jul|påske|ferien|nyttår|årsskiftet|høsten|hausten|våren|uke\s\d{1,2}|veke\s\d{1,2})(?:\s+(?:20)\d{2})?)(?![\p{L}\d])/iu
const SOON =
  /(?<!\p{L})(?:denne\s+(?:uken|uka|veka|måneden|månaden)|(?:i\s+)?neste\s+(?:uke|veke|måned|månad|mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag))(?!\p{L})/iu
const IN_MONTH_BEFORE = /(?<!\p{L})i\s+$/iu

/** A day without a year is the first such day from the document's date on. */
function dayOf({ year, month, day, text }: FoundDate, from: LocalDate | undefined): LocalDate | undefined {
  if (month === undefined || day === undefined) return undefined
  if (year !== undefined && (from === undefined || /\d{4}/.test(text))) return localDate(year, month, day)
  if (from === undefined) return undefined
  const fromYear = Number(from.slice(0, 4))
  const date = localDate(fromYear, month, day)
  return date !== undefined && date >= from ? date : localDate(fromYear + 1, month, day)
}

function endOf(monthName: string | undefined, year: string): LocalDate | undefined {
  const month = monthName === undefined ? 12 : monthOf(monthName)
  if (month === undefined) return undefined
  return [31, 30, 29, 28].map((day) => localDate(Number(year), month, day)).find((date) => date !== undefined)
}

const isExactEnd = (text: string): boolean => /utg[ao]ngen/iu.test(text)

/**
 * @param from the day of the meeting, for days without a year
 * @param nextMeeting the day that the minutes tell of the next meeting
 * @param inMonth whether "i mars" counts too: only where something is plainly promised
 */
export function findDue(
  sentence: string,
  from: LocalDate | undefined,
  nextMeeting: LocalDate | undefined,
  inMonth = false,
): Due | undefined {
  const due = dueIn(sentence, from, nextMeeting, inMonth)
  // A full stop belongs to "18.4." and not to "1. desember.".
  return due && { ...due, text: due.text.replace(/(?<=\p{L}|\d{4})\.$/u, '') }
}

function dueIn(
  sentence: string,
  from: LocalDate | undefined,
  nextMeeting: LocalDate | undefined,
  inMonth: boolean,
): Due | undefined {
  const next = NEXT_MEETING.exec(sentence)
  if (next) return { text: next[0], start: next.index, date: nextMeeting, isForNextMeeting: true }
  const dates = findDates(sentence)
  for (const date of dates) {
    const before = sentence.slice(0, date.start)
    const meeting = MEETING_BEFORE.exec(before)
    if (!meeting || date.month === undefined) continue
    const text = sentence.slice(meeting.index, date.end)
    return { text, start: meeting.index, date: dayOf(date, from), isForNextMeeting: true }
  }
  for (const date of dates) {
    const by = BY_BEFORE.exec(sentence.slice(0, date.start))
    if (by)
      return {
        text: sentence.slice(by.index, date.end),
        start: by.index,
        date: dayOf(date, from),
        isForNextMeeting: false,
      }
  }
  const words = BY_WORDS.exec(sentence)
  if (words) {
    const date = words[2] && isExactEnd(words[0]) ? endOf(words[1], words[2]) : undefined
    return { text: words[0], start: words.index, date, isForNextMeeting: false }
  }
  const soon = SOON.exec(sentence)
  if (soon) return { text: soon[0], start: soon.index, date: undefined, isForNextMeeting: false }
  if (!inMonth) return undefined
  for (const date of dates) {
    const before = IN_MONTH_BEFORE.exec(sentence.slice(0, date.start))
    if (before && date.day === undefined && date.month !== undefined)
      return {
        text: sentence.slice(before.index, date.end),
        start: before.index,
        date: undefined,
        isForNextMeeting: false,
      }
  }
  return undefined
}

/** The day of a cell or remark that holds nothing but a deadline. */
export function dueOfCell(
  text: string,
  from: LocalDate | undefined,
  nextMeeting: LocalDate | undefined,
): Due | undefined {
  const found = findDue(text, from, nextMeeting, true)
  if (found) return { ...found, text }
  const [date] = findDates(text)
  return date ? { text, start: 0, date: dayOf(date, from), isForNextMeeting: false } : undefined
}

const NEXT_MEETING_TOLD = /^neste møte(?:t)?(?:\s+(?:er|blir|vert|holdes|haldast|blir holdt))?\s*:?\s*/iu

/** "Neste møte er 11. februar 2026": the day, where one of the sentences tells it. */
export function nextMeetingIn(told: readonly string[], from: LocalDate | undefined): LocalDate | undefined {
  for (const sentence of told) {
    const opening = NEXT_MEETING_TOLD.exec(sentence)?.[0]
    if (opening === undefined) continue
    const [date] = findDates(sentence).filter(({ start }) => start <= opening.length + 15)
    const day = date && dayOf(date, from)
    if (day !== undefined && (from === undefined || day > from)) return day
  }
  return undefined
}
