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
const MONTH = 'januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember'
const PART_OF_YEAR =
  '(?:[1-4]\\.|første|fyrste|andre|tredje|fjerde)\\s?(?:kvartal|halvår|tertial)|[qQ][1-4]|(?:sommer|sommar|jule|høst|haust|vinter|påske)?ferien|sommeren|sommaren|høsten|hausten|våren|vinteren|jul|jula|påske|påska|nyttår|nyåret|årsskiftet|årsslutt|året|måneden|månaden|uken|uka|veka|(?:uke|veke)\\s\\d{1,2}'
/** "innen utgangen av Q2", "før sommeren", "i løpet av 2. halvår 2025", "til høsten": no day, or the last of a stretch. */
const BY_WORDS = new RegExp(
  String.raw`(?<!\p{L})(?:(?:innen|innan|før|senest|seinast|i\s+løpet\s+av|ved|til|mot|etter|over|på|fram\s+mot)\s+(?:(?<edge>utgangen|utgongen|utløpet|slutten|midten|starten|byrjinga|begynnelsen)\s+av\s+)?(?<part>${MONTH}|${PART_OF_YEAR})(?:\s+(?<year>(?:19|20)\d{2}))?|(?:innen|innan|før|senest|seinast|i\s+løpet\s+av|ved)\s+(?:(?<edgeOfYear>utgangen|utgongen|slutten|byrjinga|begynnelsen)\s+av\s+)(?<onlyYear>(?:19|20)\d{2}))(?![\p{L}\d-])`,
  'iu',
)
/** "til året" is no deadline, nor "ved jul" as a time of year; these need the word that makes them one. */
const NEEDS_BY =
  /^(?:til|ved|på|over|etter|mot)\s+(?:året|uken|uka|veka|måneden|månaden|jul|påske|ferien|\p{L}*ferien)/iu
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

const LAST_MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:q1|(?:1\.|første|fyrste)\s?kvartal)$/iu, 3],
  [/^(?:1\.|første|fyrste)\s?tertial$/iu, 4],
  [/^(?:q2|(?:2\.|andre)\s?kvartal|(?:1\.|første|fyrste)\s?halvår)$/iu, 6],
  [/^(?:2\.|andre)\s?tertial$/iu, 8],
  [/^(?:q3|(?:3\.|tredje)\s?kvartal)$/iu, 9],
  [/^(?:q4|(?:4\.|fjerde)\s?kvartal|(?:2\.|andre)\s?halvår|(?:3\.|tredje)\s?tertial|året)$/iu, 12],
]

/** The last day of a stretch: of the year printed, else the first such day from the document's date on. */
function endOf(part: string, printedYear: string | undefined, from: LocalDate | undefined): LocalDate | undefined {
  const month = monthOf(part.toLowerCase()) ?? LAST_MONTHS.find(([pattern]) => pattern.test(part))?.[1]
  const year = printedYear ?? from?.slice(0, 4)
  if (month === undefined || year === undefined) return undefined
  const last = (of: number): LocalDate | undefined =>
    [31, 30, 29, 28].map((day) => localDate(of, month, day)).find((date) => date !== undefined)
  const day = last(Number(year))
  return printedYear === undefined && from !== undefined && day !== undefined && day < from
    ? last(Number(year) + 1)
    : day
}

const isExactEnd = (edge: string | undefined): boolean => /^(?:utgangen|utgongen|utløpet)$/iu.test(edge ?? '')

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
    if (by && (date.day !== undefined || !BY_WORDS.test(sentence.slice(by.index))))
      return {
        text: sentence.slice(by.index, date.end),
        start: by.index,
        date: dayOf(date, from),
        isForNextMeeting: false,
      }
  }
  const words = BY_WORDS.exec(sentence)
  if (words?.groups && !NEEDS_BY.test(words[0])) {
    const { edge, edgeOfYear, part = 'året', year, onlyYear } = words.groups
    const date = isExactEnd(edge ?? edgeOfYear) ? endOf(part, year ?? onlyYear, from) : undefined
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
