import type { StoredPassage } from '../domain/passage.ts'
import { parseNumber } from '../norwegian/numbers.ts'
import type { Inquiry } from './evidence.ts'

const isYear = (cell: string): boolean => /^(?:19|20)\d{2}$/.test(cell.trim())

/** Rows whose header a page's end parted from them begin with one that has numbers. */
export const isHeader = (row: readonly string[]): boolean =>
  row.slice(1).every((cell) => isYear(cell) || parseNumber(cell) === undefined)

/** The header and rows of a table; a header that stands on the page before, as the reader found it. */
export function headerAndRows(
  passage: StoredPassage,
  { register, asker }: Inquiry,
): readonly [readonly string[], readonly (readonly string[])[]] {
  const [first = [], ...rows] = passage.text.split('\n').map((line) => line.split('\t'))
  if (isHeader(first)) return [first, rows]
  const figures = register
    .figures(asker, {})
    .filter(({ document, fact }) => document.id === passage.document && fact.passage === passage.ordinal)
  const headerOf = (cell: string): string =>
    figures.find(({ fact }) => fact.row === first[0] && cell.includes(fact.literal))?.fact.column ?? ''
  return [first.map((cell, index) => (index === 0 ? '' : headerOf(cell))), [first, ...rows]]
}
