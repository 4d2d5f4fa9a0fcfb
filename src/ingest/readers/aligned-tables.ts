import { caseHeadingOf } from '../../domain/case-number.ts'
import { isHeaderLabel, labelOf } from '../minutes/labels.ts'
import { columnsIn, headsPeople } from '../minutes/people-table.ts'
import { isName } from '../minutes/person.ts'

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

const cutAt = ({ text, start, end }: Cell, at: number): Cell[] => [
  { text: text.slice(0, at).trim(), start, end: start + at },
  { text: text.slice(at).trim(), start: start + at, end },
]

/** "Repr. Varamedlem for" heads two columns of a table of people. */
function headerCells(line: string): Cell[] {
  return cellsOf(line).flatMap((cell) => {
    const columns = columnsIn(cell.text)
    return columns ? cutAt(cell, columns[0].length + 1) : [cell]
  })
}

/** Cells with one blank between them, or none ("VaramedlemAP"), are cut where the next column begins. */
function cutAtColumns(cell: Cell, header: readonly Cell[]): Cell[] {
  const next = header.find(({ start }) => start > cell.start && start < cell.end)
  if (!next) return [cell]
  const at = next.start - cell.start
  const [before, after] = [cell.text.slice(0, at), cell.text.slice(at)]
  const isBetween = (/\s$/.test(before) && /^\S/.test(after)) || (/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(after))
  return isBetween ? cutAt(cell, at) : [cell]
}

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
function rowOf(printed: readonly Cell[], header: readonly Cell[]): string[] | undefined {
  const isOfPeople = printed.length < header.length && headsPeople(header.map(({ text }) => text))
  const cells = isOfPeople ? printed.flatMap((cell) => cutAtColumns(cell, header)) : printed
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
  const printed = headerCells(lines[from] ?? '')
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

/** "Fra administrasjonen møtte:" and below it a name and an office a line: people in columns that nothing heads. */
function peopleAt(lines: readonly string[], from: number): AlignedTable | undefined {
  const label = labelOf((lines[from - 1] ?? '').trim())
  if (!label || label.rest || !isHeaderLabel(label.label)) return undefined
  const rows: string[][] = []
  for (const line of lines.slice(from)) {
    const cells = cellsOf(line).map(({ text }) => text)
    if (cells.length < 2 || !isName(cells[0] ?? '') || labelOf(cells[0] ?? '')) break
    rows.push(cells)
  }
  return rows.length > 0 ? { from, to: from + rows.length, rows } : undefined
}

/** Tables that text extraction left as columns of blanks ("pdftotext -layout"). Two columns without a known header are none. */
export function alignedTables(lines: readonly string[]): AlignedTable[] {
  const tables: AlignedTable[] = []
  for (let index = 0; index < lines.length; index++) {
    const table = tableAt(lines, index) ?? peopleAt(lines, index)
    if (!table) continue
    tables.push(table)
    index = table.to - 1
  }
  return tables
}
