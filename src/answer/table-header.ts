import type { StoredPassage } from '../domain/passage.ts'
import { parseNumber } from '../norwegian/numbers.ts'
import type { Inquiry } from './evidence.ts'

const isYear = (cell: string): boolean => /^(?:19|20)\d{2}$/.test(cell.trim())

/** Rows whose header a page's end parted from them begin with one that has numbers. */
export const isHeader = (row: readonly string[]): boolean =>
  row.slice(1).every((cell) => isYear(cell) || parseNumber(cell) === undefined)

/** Only its rows are named: the columns are those of the table that it goes on with. */
const namesNoColumn = (row: readonly string[]): boolean => row.slice(1).every((cell) => cell.trim() === '')

/** The header and rows of a table; a header that stands over the table or on the page before, as the reader found it. */
export function headerAndRows(
  passage: StoredPassage,
  { register, asker }: Inquiry,
): readonly [readonly string[], readonly (readonly string[])[]] {
  const [top = [], ...below] = passage.text.split('\n').map((line) => line.split('\t'))
  const isNamed = isHeader(top)
  if (isNamed && !namesNoColumn(top)) return [top, below]
  const rows = isNamed ? below : [top, ...below]
  const figures = register
    .figures(asker, {})
    .filter(({ document, fact }) => document.id === passage.document && fact.passage === passage.ordinal)
  const headerOf = (column: number): string => {
    const ofRow = ([label, ...cells]: readonly string[]): string | undefined =>
      figures.find(({ fact }) => fact.row === label && cells[column - 1]?.includes(fact.literal))?.fact.column
    return rows.map(ofRow).find((header) => header !== undefined) ?? ''
  }
  const width = Math.max(...rows.map(({ length }) => length), 1)
  const corner = isNamed ? (top[0] ?? '') : ''
  return [Array.from({ length: width }, (_, column) => (column > 0 ? headerOf(column) : corner)), rows]
}
