import type { Contradiction, Disagreement, Said } from '../domain/relation.ts'

const KIND_WORDS: Readonly<Record<Contradiction['kind'], string>> = {
  sum: 'a sum',
  count: 'a count',
  date: 'a date',
  'vote-names': 'the names of a vote',
}

/** What does not fit, then the words of the document on lines of their own; for `rakel show` and `rakel figures`. */
export function contradictionLines({ kind, stated, found, quotes, page, caseNumber }: Contradiction): string[] {
  const place = [caseNumber && `case ${caseNumber}`, page === null ? undefined : `page ${page}`].filter(Boolean)
  const head = `  ! ${KIND_WORDS[kind]} does not fit: ${stated} is stated, ${found} is found${place.length > 0 ? ` (${place.join(', ')})` : ''}`
  return [head, ...quotes.map((quote) => `      “${quote}”`)]
}

/** Both documents' words, for `rakel figures --contradictions`. */
export function disagreementLines({ about, one, other }: Disagreement): string[] {
  const told = ({ document, value, page, quote }: Said): string =>
    `      ${value} in ${document.name}${page === null ? '' : `, page ${page}`}: “${quote}”`
  return [`  ! two documents differ: ${about}`, told(one), told(other)]
}
