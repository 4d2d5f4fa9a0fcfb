import { caseHeadingOf } from '../../domain/case-number.ts'
import { headsPeople } from '../minutes/people.ts'

interface Cell {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A stretch of lines that is a table, header first. */
export interface AlignedTable {
  readonly from: number
  /** The line after its last. */
  readonly to: number
  readonly rows: readonly (readonly string[])[]
}

const MAX_HEADER_CHARS = 40
const MIN_HEADER_CELLS = 3

/** The cells of a line that keeps its columns apart by two blanks or more. */
const cellsOf = (line: string): Cell[] =>
  [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))

const CORNER: Cell = { text: '', start: 0, end: 0 }

const isHeader = (cells: readonly Cell[]): boolean =>
  (cells.length >= MIN_HEADER_CELLS || headsPeople(cells.map(({ text }) => text))) &&
  cells.every(
    ({ text }) => text.length <= MAX_HEADER_CHARS && /^(?:[\p{Lu}\d]|$)/u.test(text) && !/[,;:]$/.test(text),
  ) &&
  caseHeadingOf(cells.map(({ text }) => text).join(' ')) === undefined

/** The column whose header a cell stands under: the one it overlaps most, else the nearest. */
function columnOf(cell: Cell, header: readonly Cell[]): number {
  const apart = header.map(({ start, end }) => Math.max(start - cell.end, cell.start - end))
  return apart.indexOf(Math.min(...apart))
}

/** As many cells as the header has are its columns in order, wherever they stand: a page break may have moved them. */
function rowOf(cells: readonly Cell[], header: readonly Cell[]): string[] | undefined {
  if (cells.length > header.length) return undefined
  if (cells.length === header.length) return cells.map(({ text }) => text)
  const row = header.map(() => '')
  for (const cell of cells) {
    const column = columnOf(cell, header)
    if (row[column]) return undefined
    row[column] = cell.text
  }
  return row
}

function tableAt(lines: readonly string[], from: number): AlignedTable | undefined {
  const printed = cellsOf(lines[from] ?? '')
  const below = cellsOf(lines[from + 1] ?? '')
  // The column of row labels often has no header.
  const hasCorner = below.length === printed.length + 1 && (below[0]?.end ?? 0) < (printed[0]?.start ?? 0)
  const header = hasCorner ? [CORNER, ...printed] : printed
  if (!isHeader(header)) return undefined
  const second = header[1]?.start ?? 0
  const rows: string[][] = []
  let to = from + 1
  for (; to < lines.length; to++) {
    const cells = cellsOf(lines[to] ?? '')
    const [first] = cells
    if (!first) break
    const last = rows.at(-1)
    // A cell that was too long for its column goes on below.
    const isWrapped = cells.length === 1 && last !== undefined && first.start >= second - 2
    const row = rowOf(cells, header)
    if (isWrapped) {
      const column = columnOf(first, header)
      last[column] = `${last[column]} ${first.text}`.trim()
    } else if (row?.[0] && (cells.length > 1 || rows.length > 0) && first.start < second) rows.push(row)
    else break
    if (cells.length === 1 && !isWrapped) {
      rows.pop()
      break
    }
  }
  const isNamed = headsPeople(header.map(({ text }) => text)) || rows.some((row) => caseHeadingOf(row.join(' ')))
  return rows.length >= (isNamed ? 1 : 2) ? { from, to, rows: [header.map(({ text }) => text), ...rows] } : undefined
}

/** Tables that text extraction left as columns of blanks ("pdftotext -layout"). Two columns without a known header are none. */
export function alignedTables(lines: readonly string[]): AlignedTable[] {
  const tables: AlignedTable[] = []
  for (let index = 0; index < lines.length; index++) {
    const table = tableAt(lines, index)
    if (!table) continue
    tables.push(table)
    index = table.to - 1
  }
  return tables
}
