import type { Citation, Derived } from '../domain/answer.ts'
import { fold } from '../norwegian/fold.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Draft, DraftParagraph } from './draft.ts'

/** A number as it is written, with the marks that join its groups: "42,539", "1 000 000", "14.11.2024", "08:15". */
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,:/ -]\d+)*/gu

const GROUPED = /^\d{1,3}(?:[. ]\d{3})+(?=,|$)/
/** Only these are made of parts that may be known one by one: a date, a time, a case number. */
const COMPOSED =
  /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?$|^\d{4}-\d{2}-\d{2}$|^\d{1,2}[.:]\d{2}$|^\d+[/-]\d+(?:[/-]\d+)?$/

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

/** One spelling for one number: grouping away, times without their colon ("08:15" is "0815"). "42,5" is not "425". */
const canonical = (written: string): string =>
  withoutZeros(
    written.replace(GROUPED, (grouped) => grouped.replace(/[. ]/g, '')).replace(/^(\d{1,2})[:](\d{2})$/, '$1$2'),
  )

const numbersIn = (text: string): string[] => (fold(text).match(NUMBER) ?? []).flatMap(separate)

/** "2 2" and "10:00-12:00" are two numbers, "1 200" and "2024-11-14" are one. */
const separate = (written: string): string[] =>
  /[ -]/.test(written) && !GROUPED.test(written) && !COMPOSED.test(written)
    ? written.split(/[ -]/).flatMap((part) => part.match(NUMBER) ?? [])
    : [written]

/** Longest run of cells that is looked at for grouped numbers: a row of a table. */
const MOST_CELLS = 40

/** Grouped numbers inside a row of a table, where nothing but blanks stands between the cells: "900,1 1 207,0". */
function groupedInRows(text: string): string[] {
  const found: string[] = []
  for (const run of fold(text).match(NUMBER) ?? []) {
    const cells = run.split(' ').slice(0, MOST_CELLS)
    for (let from = 0; from < cells.length - 1; from++)
      for (let to = from + 2; to <= Math.min(from + 4, cells.length); to++) {
        const joined = cells.slice(from, to).join(' ')
        if (/^\d{1,3}(?: \d{3})+(?:,\d+)?$/.test(joined)) found.push(canonical(joined))
      }
  }
  return found
}

const partsOf = (written: string): string[] => (COMPOSED.test(written) ? written.split(/[./:-]/).map(withoutZeros) : [])

/** Everything a source's number may be repeated as: itself, and its parts when it is a date or a case number. */
const formsOf = (written: string): string[] => [canonical(written), ...partsOf(written), ...cellsOf(written)]

/** "377 401 384" may be one number, or three cells of a row; "1 264 410" may be two. */
const cellsOf = (written: string): string[] =>
  /^(?:\d{3}(?: \d{3})+|\d{1,2}(?: \d{3}){2,})$/.test(written) ? written.split(' ').map(withoutZeros) : []

function sourceTexts(citation: Citation): string[] {
  const { quote, caseNumber, document, page, meetingDate, title } = citation
  return [quote, caseNumber ?? '', document, title, page === null ? '' : String(page), meetingDate ?? '']
}

/** Terms of a computation must themselves stand in a quote; a count's things are quoted, not its terms. */
function isFounded(derived: Derived, quotes: string): boolean {
  if (derived.operation === 'count') return true
  const known = new Set([...numbersIn(quotes).flatMap(formsOf), ...groupedInRows(quotes)])
  return (
    derived.from.length > 0 &&
    derived.from.every((term) => numbersIn(term).every((number) => known.has(canonical(number))))
  )
}

/** The numbers of a text that neither its sources nor a visible computation account for. */
export function unfoundedNumbers(
  text: string,
  question: string,
  citations: readonly Citation[],
  derived: readonly Derived[],
): string[] {
  const sources = [question, ...citations.flatMap(sourceTexts)]
  const known = new Set([...sources.flatMap(numbersIn).flatMap(formsOf), ...sources.flatMap(groupedInRows)])
  const quotes = citations.map((citation) => citation.quote).join('\n')
  for (const entry of derived) if (isFounded(entry, quotes)) known.add(canonical(fold(entry.value)))
  const isKnown = (number: string): boolean => {
    const parts = partsOf(number)
    return known.has(canonical(number)) || (parts.length > 0 && parts.every((part) => known.has(part)))
  }
  return numbersIn(text).filter((number) => !isKnown(number))
}

/** People's names of a text, word by word, that no source has. @param people folded words of the names that are known */
export function unfoundedNames(
  text: string,
  question: string,
  citations: readonly Citation[],
  people: ReadonlySet<string>,
): string[] {
  const known = new Set([question, ...citations.flatMap(sourceTexts)].flatMap(wordsOf))
  return tokens(text).flatMap(({ text: word, folded }) => {
    const name = [folded, withoutGenitive(folded)].find((form) => people.has(form))
    const isName = name !== undefined && /^\p{Lu}/u.test(word)
    return isName && !known.has(name) && !known.has(folded) ? [word] : []
  })
}

const withoutGenitive = (word: string): string => word.replace(/s$/, '')
const wordsOf = (text: string): string[] => tokens(text).flatMap(({ folded }) => [folded, withoutGenitive(folded)])

/**
 * The only way out: a paragraph that holds a number or somebody's name without source is dropped. When the first
 * paragraph falls, so does the answer.
 * @param people folded words of the names that are known: those of others are no names to this gate
 * @returns undefined when nothing may be shown
 */
export function passThroughGate(
  draft: Draft,
  question: string,
  people: ReadonlySet<string> = new Set(),
): Draft | undefined {
  const citations = draft.paragraphs.flatMap((paragraph) => paragraph.citations)
  const isFoundedParagraph = ({ text }: DraftParagraph): boolean =>
    unfoundedNumbers(text, question, citations, draft.derived).length === 0 &&
    unfoundedNames(text, question, citations, people).length === 0
  const [first] = draft.paragraphs
  if (!first || !isFoundedParagraph(first)) return undefined
  if (draft.outcome === 'answered' && citations.length === 0) return undefined
  return { ...draft, paragraphs: draft.paragraphs.filter(isFoundedParagraph) }
}
