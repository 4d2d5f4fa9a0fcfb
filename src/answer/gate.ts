import type { Citation, Derived } from '../domain/answer.ts'
import { fold } from '../norwegian/fold.ts'
import type { Draft, DraftParagraph } from './draft.ts'

/** A number as it is written, with the marks that join its groups: "42,539", "1 000 000", "14.11.2024", "08:15". */
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,:/ -]\d+)*/gu

const digitsOf = (written: string): string => written.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
const numbersIn = (text: string): string[] => fold(text).match(NUMBER) ?? []
const partsOf = (written: string): string[] => written.split(/[.,:/ -]/).map(digitsOf)

function sourceTexts(citation: Citation): string[] {
  const { quote, caseNumber, document, page, meetingDate, title } = citation
  return [quote, caseNumber ?? '', document, title, page === null ? '' : String(page), meetingDate ?? '']
}

/** Terms of a computation must themselves stand in a quote; a count's things are quoted, not its terms. */
function isFounded(derived: Derived, quotes: string): boolean {
  if (derived.operation === 'count') return true
  const known = new Set(numbersIn(quotes).flatMap((number) => [digitsOf(number), ...partsOf(number)]))
  return (
    derived.from.length > 0 &&
    derived.from.every((term) => numbersIn(term).every((number) => known.has(digitsOf(number))))
  )
}

/** The numbers of a text that neither its sources nor a visible computation account for. */
export function unfoundedNumbers(
  text: string,
  question: string,
  citations: readonly Citation[],
  derived: readonly Derived[],
): string[] {
  const known = new Set<string>()
  for (const source of [question, ...citations.flatMap(sourceTexts)])
    for (const number of numbersIn(source))
      for (const digits of [digitsOf(number), ...partsOf(number)]) known.add(digits)
  const quotes = citations.map((citation) => citation.quote).join('\n')
  for (const entry of derived) if (isFounded(entry, quotes)) known.add(digitsOf(entry.value))
  return numbersIn(text).filter(
    (number) => !known.has(digitsOf(number)) && !partsOf(number).every((part) => known.has(part)),
  )
}

/**
 * The only way out: a paragraph that holds a number without source is dropped. When the first paragraph falls, so does
 * the answer.
 * @returns undefined when nothing may be shown
 */
export function passThroughGate(draft: Draft, question: string): Draft | undefined {
  const citations = draft.paragraphs.flatMap((paragraph) => paragraph.citations)
  const isFoundedParagraph = (paragraph: DraftParagraph): boolean =>
    unfoundedNumbers(paragraph.text, question, citations, draft.derived).length === 0
  const [first] = draft.paragraphs
  if (!first || !isFoundedParagraph(first)) return undefined
  if (draft.outcome === 'answered' && citations.length === 0) return undefined
  return { ...draft, paragraphs: draft.paragraphs.filter(isFoundedParagraph) }
}
