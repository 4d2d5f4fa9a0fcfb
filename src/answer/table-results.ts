import type { Derived } from '../domain/answer.ts'
import { addDecimals, compareDecimals, divideDecimal, formatDecimal, scaledDecimal } from '../norwegian/numbers.ts'
import type { Inquiry } from './evidence.ts'
import { SUM_ROW } from './table-columns.ts'
import type { Cell } from './tables.ts'
import { listInWords } from './words.ts'

/** What is told of cells, with those that it rests on. */
export interface Result {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly derived: readonly Derived[]
}

const shown = ({ literal, unit }: Cell): string => `${literal} ${unit}`.trim()

/**
 * The highest cells, or with sign −1 the lowest; the same value may stand in several rows.
 * @param sizeOf what of a cell is compared: a deviation counts whichever way it goes
 */
export function extremeOf(
  cells: readonly Cell[],
  sign: 1 | -1,
  sizeOf: (cell: Cell) => string,
  { language, texts }: Inquiry,
): Result | undefined {
  const [first] = cells
  if (!first) return undefined
  const best = cells.reduce((kept, cell) => (compareDecimals(sizeOf(cell), sizeOf(kept)) * sign > 0 ? cell : kept))
  const all = cells.filter((cell) => compareDecimals(sizeOf(cell), sizeOf(best)) === 0)
  const labels = listInWords(
    all.map(({ label }) => label),
    language,
  )
  return { text: texts.tableValue(labels, shown(best)), cells: all, derived: [] }
}

/** The rows that have nothing. */
export function emptyOf(cells: readonly Cell[], { language, texts }: Inquiry): Result | undefined {
  const empty = cells.filter(({ decimal }) => compareDecimals(decimal, '0') === 0)
  const labels = listInWords(
    empty.map(({ label }) => label),
    language,
  )
  return empty[0] && { text: texts.tableValue(labels, empty[0].literal), cells: empty, derived: [] }
}

export function sumOf(cells: readonly Cell[], inquiry: Inquiry): Result | undefined {
  const [first, ...others] = cells
  if (!first || others.length === 0) return valuesOf(cells, inquiry)
  const total = cells.reduce((sum, { decimal }) => addDecimals(sum, decimal), '0')
  const value = formatDecimal(total, inquiry.language)
  const terms = cells.map(({ literal }) => literal)
  return {
    text: `${terms.join(' + ')} = ${value} ${first.unit}`.trim(),
    cells,
    derived: [{ value, operation: 'sum', from: terms.filter((term) => /\d/.test(term)) }],
  }
}

export const valuesOf = (cells: readonly Cell[], { texts }: Inquiry): Result | undefined =>
  cells.length === 0
    ? undefined
    : { text: cells.map((cell) => texts.tableValue(cell.label, shown(cell))).join('; '), cells, derived: [] }

export const isShare = ({ literal, unit }: Cell): boolean => unit === '%' || literal.includes('%')

/**
 * "Hvor stor andel av henvendelsene kom på chat?": a count as a share of the sum of its column; where it is that sum, of
 * the sum of all columns.
 */
export function shareOfSum(
  part: Cell,
  column: readonly Cell[],
  row: readonly Cell[],
  { language }: Inquiry,
): Result | undefined {
  const sums = SUM_ROW.test(part.label)
    ? row.filter(({ header }) => SUM_ROW.test(header))
    : column.filter(({ label }) => SUM_ROW.test(label))
  const [sum, another] = sums
  if (!sum || another || sum === part || compareDecimals(sum.decimal, '0') <= 0) return undefined
  const value = formatDecimal(divideDecimal(scaledDecimal(part.decimal, 2), sum.decimal, 1), language)
  const name = SUM_ROW.test(part.label) ? part.header : part.label
  return {
    text: `${name}: ${part.literal} / ${sum.literal} = ${value} %`,
    cells: [part, sum],
    derived: [{ value, operation: 'share', from: [part.literal, sum.literal] }],
  }
}
