import { findCaseNumbers } from '../../domain/case-number.ts'
import type { Period } from '../../domain/figure.ts'
import { type LocalDate, localDate } from '../../domain/ids.ts'
import { findDates, monthOf } from '../../norwegian/dates.ts'
import { findNumbers } from '../../norwegian/numbers.ts'

/** A stretch of time that a sentence names. */
export interface PeriodMention {
  readonly start: number
  readonly end: number
  readonly period: Period
  /** "fra 2023", "enn i 2025": what is compared with, not what is measured. */
  readonly isCompared: boolean
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function stretch(from: LocalDate | undefined, to: LocalDate | undefined, text: string): Period | undefined {
  return from && to && { from, to, text }
}
export const yearPeriod = (year: number, text = String(year)): Period | undefined =>
  stretch(localDate(year, 1, 1), localDate(year, 12, 31), text)
export const monthsPeriod = (year: number, first: number, last: number, text: string): Period | undefined =>
  stretch(localDate(year, first, 1), localDate(year, last, lastDay(year, last)), text)
const dayPeriod = (year: number, month: number, day: number, text: string): Period | undefined =>
  stretch(localDate(year, month, day), localDate(year, month, day), text)

const ORDINALS: Readonly<Record<string, number>> = {
  '1.': 1,
  første: 1,
  fyrste: 1,
  '2.': 2,
  andre: 2,
  annet: 2,
  '3.': 3,
  tredje: 3,
  '4.': 4,
  fjerde: 4,
}
const MONTHS_IN: Readonly<Record<string, number>> = { kvartal: 3, tertial: 4, halvår: 6 }

const RANGE = /(?<![\d/.,])(?<first>20\d{2})\s?[-–/]\s?(?<last>20\d{2}|\d{2})(?![\d/])/gu
const PART_OF_YEAR =
  /(?<![\p{L}\d])(?<order>[1-4]\.|første|fyrste|andre|annet|tredje|fjerde|siste)\s?(?<part>kvartal|halvår|tertial)(?:\s(?:i\s|av\s)?(?<year>20\d{2}))?(?![\p{L}\d])/giu
const EDGE_OF_YEAR =
  /(?<![\p{L}])(?:ved|per|pr\.?)\s(?:(?<end>utgangen|utløpet|slutten|utgongen)(?:\sav\s(?:(?<endYear>20\d{2})|året))?|(?<close>årets slutt|årsslutt|årsskiftet)(?:\s(?<closeYear>20\d{2}))?|(?<begin>inngangen|starten|begynnelsen|inngongen)(?:\s(?:til|av|på)\s(?:(?<beginYear>20\d{2})|året))?)(?![\p{L}])/giu
const WHOLE_YEAR = /(?<![\d/.,§#-])(?<year>(?:19|20)\d{2})(?![\d/]|[.,]\d|-\d|\p{L})/gu
const THIS_YEAR =
  /(?<![\p{L}])(?<word>i år|året før|året i forveien|(?<!i\s)året|årets|hittil i år|i fjor|fjoråret|fjorårets|neste år)(?![\p{L}])/giu
/** "i september", "tal frå mars": a month without a year. */
const MONTH_ALONE =
  /(?<![\p{L}])(?:i|(?:tall|tallene|tal|tala)\s(?:for|fra|frå))\s(?<month>januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?![\p{L}]|\s(?:19|20)\d{2})/giu
const AT_DAY = /(?<![\p{L}])(?:per|pr\.?)\s$/iu
const FROM_DAY = /(?<![\p{L}])(?:fra og med|frå og med|f\.o\.m\.|fra|frå)\s$/iu
const COMPARED =
  /(?<![\p{L}])(?:(?:enn|mot)\s(?:i\s)?|på linje med\s|som i\s|sammenlignet med\s|siden\s|sidan\s|før\s|samanlikna med\s|fra\s|frå\s|opp fra\s|ned fra\s)$/iu

/** "1. januar" is the whole year from there, "1. februar" the rest of it: to when it holds, nothing says. */
const fromDay = (year: number, month: number, day: number, text: string): Period | undefined =>
  stretch(localDate(year, month, day), localDate(year, 12, 31), text)

/**
 * The stretches of time a sentence names, in order, none inside another. Days count only with "per" or "fra": the others
 * tell when something happened.
 * @param year the document's, for "i år" and "per 30. april"; undefined where it has none
 * @param day the document's: a later month without a year may be of the year before or to come
 */
export function periodsIn(sentence: string, year: number | undefined, day?: LocalDate): PeriodMention[] {
  const found: PeriodMention[] = []
  const taken = new Uint8Array(sentence.length)
  const isFree = (start: number, end: number): boolean => !taken.subarray(start, end).includes(1)
  const add = (start: number, end: number, period: Period | undefined): void => {
    if (!isFree(start, end)) return
    taken.fill(1, start, end)
    if (period) found.push({ start, end, period, isCompared: COMPARED.test(sentence.slice(0, start)) })
  }
  const skip = (start: number, end: number): void => {
    taken.fill(1, start, end)
  }
  for (const { start, end } of findCaseNumbers(sentence)) skip(start, end)
  for (const match of sentence.matchAll(EDGE_OF_YEAR)) {
    const { begin, beginYear, endYear, closeYear } = match.groups ?? {}
    const of = Number(beginYear ?? endYear ?? closeYear ?? year ?? 0)
    const period = begin ? dayPeriod(of, 1, 1, match[0]) : dayPeriod(of, 12, 31, match[0])
    if (of) add(match.index, match.index + match[0].length, period)
  }
  for (const match of sentence.matchAll(PART_OF_YEAR)) {
    const { order = '', part = '', year: own } = match.groups ?? {}
    const months = MONTHS_IN[part.toLowerCase()] ?? 12
    const number = order.toLowerCase() === 'siste' ? 12 / months : (ORDINALS[order.toLowerCase()] ?? 1)
    const of = own ? Number(own) : year
    if (of !== undefined && number * months <= 12)
      add(
        match.index,
        match.index + match[0].length,
        monthsPeriod(of, (number - 1) * months + 1, number * months, match[0]),
      )
  }
  for (const { start, end, text, day, month, year: own, isVague } of findDates(sentence)) {
    if (!isFree(start, end)) continue
    const before = sentence.slice(0, start)
    const of = own ?? year
    if (of === undefined) skip(start, end)
    else if (isVague) add(start, end, month ? monthsPeriod(of, month, month, text) : yearPeriod(of, text))
    else if (month === undefined) skip(start, end)
    else if (day === undefined) add(start, end, monthsPeriod(of, month, month, text))
    else if (AT_DAY.test(before)) add(start, end, dayPeriod(of, month, day, text))
    else if (FROM_DAY.test(before)) {
      // Not "compared": what holds from a day holds from it on.
      const period = fromDay(of, month, day, text)
      skip(start, end)
      const from = start - (FROM_DAY.exec(before)?.[0].length ?? 0)
      if (period) found.push({ start: from, end, period, isCompared: false })
    } else skip(start, end)
  }
  for (const match of sentence.matchAll(RANGE)) {
    const first = Number(match.groups?.['first'])
    const last = Number(match.groups?.['last']?.padStart(4, String(first).slice(0, 2)))
    if (last > first && last - first < 20)
      add(
        match.index,
        match.index + match[0].length,
        stretch(localDate(first, 1, 1), localDate(last, 12, 31), match[0]),
      )
  }
  // "2020 kr" is money, whatever it looks like.
  if (/(?:19|20)\d{2}\s?(?:kr|kroner|%)|kr\.?\s?(?:19|20)\d{2}/iu.test(sentence))
    for (const { start, end, unit } of findNumbers(sentence))
      if (unit === 'kr' || unit === '%') taken.fill(1, start, end)
  for (const match of sentence.matchAll(WHOLE_YEAR))
    add(match.index, match.index + 4, yearPeriod(Number(match.groups?.['year'])))
  if (year !== undefined)
    for (const match of sentence.matchAll(THIS_YEAR)) {
      const word = match[0].toLowerCase()
      const of = /fjor|før|forveien/.test(word) ? year - 1 : word.startsWith('neste') ? year + 1 : year
      add(match.index, match.index + match[0].length, yearPeriod(of, match[0]))
    }
  if (year !== undefined)
    for (const match of sentence.matchAll(MONTH_ALONE)) {
      const month = monthOf(match.groups?.['month'] ?? '') ?? 0
      if (day === undefined || month <= Number(day.slice(5, 7)))
        add(match.index, match.index + match[0].length, monthsPeriod(year, month, month, match[0]))
    }
  return found.sort((a, b) => a.start - b.start)
}

/** Right behind a figure: "… i 2023", "… ved utgangen av året", with a few words between. */
const DIRECT = /^(?:\s+(?!og\b|mot\b|enn\b|fra\b|frå\b|mens\b|men\b|som\b)[\p{L}-]+){0,4}\s+$/u

/** The period right behind an amount that ends at `end`. */
export function periodBehind(
  sentence: string,
  mentions: readonly PeriodMention[],
  end: number,
  nextStart: number,
): PeriodMention | undefined {
  return mentions.find(
    (mention) =>
      mention.start >= end &&
      mention.start < nextStart &&
      !mention.isCompared &&
      DIRECT.test(`${sentence.slice(end, mention.start).trimEnd()} `),
  )
}
