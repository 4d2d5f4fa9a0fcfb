import type { ParsedText } from '../../domain/document.ts'
import { localDate } from '../../domain/ids.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Contradiction } from '../../domain/relation.ts'
import { findDates, monthOf } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { readableSentences } from './figures-sentences.ts'

const NUMERIC = /(?<![\p{L}\d§./-])(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:19|20)\d{2})(?!\d|\.\d|\/\d)/gu
const NAMED = /(?<![\p{L}\d.,])(?<day>\d{1,2})\.?\s(?<month>\p{L}{3,9})\.?(?:\s(?<year>(?:19|20)\d{2}))?(?![\p{L}\d])/gu
const LEAP_YEAR = 2024
const WEEKDAYS: readonly (readonly string[])[] = [
  ['søndag', 'sundag'],
  ['mandag', 'måndag'],
  ['tirsdag', 'tysdag'],
  ['onsdag'],
  ['torsdag'],
  ['fredag'],
  ['lørdag', 'laurdag'],
]
const WEEKDAY = /^(?<name>\p{L}+dag)(?:\s|,)/iu
const SIGNED =
  /^(?:dato|date|underskrift|signert|signatur|sted og dato|stad og dato)(?![\p{L}])|(?<!\p{L})(?:rapporten|årsmeldingen|meldinga)\s(?:er|ble|vart)\s(?:godkjent|signert|underskrevet|vedtatt|vedteken)(?!\p{L})/iu

const SIGNATURES = /godkjen|underskrift|underteik|signatur/iu
const DATED = /(?<![\p{L}])Dato:?\s+\d/u

const at = (
  { page, caseNumber }: Passage,
  stated: string,
  found: string,
  quotes: readonly string[],
): Contradiction => ({
  kind: 'date',
  stated,
  found,
  quotes,
  page,
  caseNumber,
})

/** 31.02., 30. februar: a day the month has not. A number that only looks like a date has a month above 12 or a day above 31. */
function impossible(passage: Passage, sentence: string): Contradiction[] {
  return [...sentence.matchAll(NUMERIC), ...sentence.matchAll(NAMED)].flatMap((match) => {
    const { day = '', month = '', year } = match.groups ?? {}
    const monthNumber = /^\d/.test(month) ? Number(month) : monthOf(month)
    const dayNumber = Number(day)
    if (monthNumber === undefined || monthNumber < 1 || monthNumber > 12 || dayNumber < 29 || dayNumber > 31) return []
    if (localDate(year ? Number(year) : LEAP_YEAR, monthNumber, dayNumber)) return []
    const last = new Date(Date.UTC(year ? Number(year) : LEAP_YEAR, monthNumber, 0)).getUTCDate()
    return [
      at(passage, match[0].replace(/\.$/, ''), `${last}.${String(monthNumber).padStart(2, '0')}.${year ?? ''}`, [
        foldSpaces(sentence),
      ]),
    ]
  })
}

/** "onsdag 9. oktober 2024" where that was no Wednesday. */
function wrongWeekday(passage: Passage, sentence: string): Contradiction[] {
  if (!/dag\P{L}/iu.test(sentence)) return []
  return findDates(sentence).flatMap(({ text, year, month, day, isVague }) => {
    const name = WEEKDAY.exec(text)?.groups?.['name']?.toLowerCase()
    const stated = name === undefined ? -1 : WEEKDAYS.findIndex((names) => names.includes(name))
    // Only a year that stands there: a borrowed one proves nothing.
    if (
      stated < 0 ||
      isVague ||
      year === undefined ||
      month === undefined ||
      day === undefined ||
      !text.includes(String(year))
    )
      return []
    const actual = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
    return actual === stated ? [] : [at(passage, text, WEEKDAYS[actual]?.[0] ?? '', [foldSpaces(sentence)])]
  })
}

/** A report on a year that was signed before the year was over. */
function signedTooEarly(text: ParsedText, passage: Passage, sentence: string): Contradiction[] {
  const { kind, year, title } = text
  const isSigned = SIGNED.test(sentence) || (SIGNATURES.test(passage.headings.at(-1) ?? '') && DATED.test(sentence))
  if (kind !== 'report' || year === undefined || !isSigned) return []
  const early = findDates(sentence).find(
    (date) => !date.isVague && date.day !== undefined && date.year !== undefined && date.year <= year,
  )
  return early ? [at(passage, early.text, `31.12.${year}`, [foldSpaces(sentence), title])] : []
}

/** Dates that cannot be, each told once. */
export function dateContradictions(text: ParsedText): Contradiction[] {
  const seen = new Set<string>()
  return text.passages
    .flatMap((passage) =>
      passage.text.split('\n').flatMap((line) =>
        readableSentences(line)
          .filter(({ text: sentence }) => /\d/.test(sentence))
          .flatMap(({ text: sentence }) => [
            ...impossible(passage, sentence),
            ...wrongWeekday(passage, sentence),
            ...signedTooEarly(text, passage, sentence),
          ]),
      ),
    )
    .filter(({ stated, found }) => {
      const key = `${stated} ${found}`
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
}
