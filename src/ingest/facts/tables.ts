import type { ParsedText } from '../../domain/document.ts'
import type { Passage } from '../../domain/passage.ts'
import type { SumCheck, Table, TableColumn } from '../../domain/table.ts'
import { findDates, monthOf } from '../../norwegian/dates.ts'
import { addDecimals, compareDecimals, parseNumber, scaleOfCaption } from '../../norwegian/numbers.ts'
import { isEntityHeader } from './figures-entity.ts'
import { readableSentences } from './figures-sentences.ts'

const MAX_CAPTION_CHARS = 300
const MAX_NOTE_CHARS = 120
const CAPTION_WORD =
  /:$|^(?:tabell|figur|oversikt)\b|\b(?:følgende|fylgjande|tabell\p{L}*|oversikt\p{L}*|nedenfor|nedanfor)\b/iu
/** A row that adds up those above it. */
const SUM_LABEL = /^(?:sum|total(?:t|en)?|i alt|til sammen|tilsammen|totalsum|samlet|samla)(?![\p{L}])/iu
/** Columns that nobody adds up. */
const NOT_ADDITIVE =
  /(?:gjennomsnitt|snitt|median|endring|vekst|prosent(?!andel)|%|per\s(?!\d)|pr\.(?!\s?\d)|nr\.?$|nummer|år$)/iu
const BULLET = /^[o•◦▪●○➢➤►*–-]?$/u

/** A cell that tells a time and nothing else: "2023", "mars", "mars 2020", "1. kvartal". */
export function isPeriodLabel(cell: string): boolean {
  const text = cell.trim()
  return (
    /^(?:(?:19|20)\d{2}|(?:[1-4]\.|første|andre|tredje|fjerde)\s?(?:kvartal|halvår|tertial)(?:\s(?:19|20)\d{2})?)$/iu.test(
      text,
    ) ||
    monthOf(text) !== undefined ||
    findDates(text).some((date) => date.text === text)
  )
}

export const isSumLabel = (label: string): boolean => SUM_LABEL.test(label.trim())

/** The number of a cell, or undefined; a cell without text is none. */
export function numberIn(cell: string | undefined): ReturnType<typeof parseNumber> {
  if (cell === undefined || !/[\d–—-]/.test(cell)) return undefined
  const text = cell.trim()
  if (!/^(?:0|[1-9]\d{0,8})$/.test(text)) return parseNumber(cell)
  // Most cells are plain counts, and a long table has tens of thousands.
  const whole = { text, start: 0, end: text.length, literal: text, decimal: text }
  return { ...whole, scale: 0, unit: undefined, isNegative: false }
}

const NOTE = /^(?:alle\s)?(?:tall|tal|beløp)\p{L}*\s/iu

/** "Tall i hele tusen." right below a table says how to read it. */
function noteBelow(passages: readonly Passage[], index: number): string | undefined {
  const table = passages[index]
  const below = passages[index + 1]
  if (!table || !below || below.kind === 'table' || below.headings.at(-1) !== table.headings.at(-1)) return undefined
  const isNote = below.text.length < MAX_NOTE_CHARS && NOTE.test(below.text) && scaleOfCaption(below.text) !== undefined
  return isNote ? below.text : undefined
}

function captionOf(passages: readonly Passage[], index: number): string | undefined {
  const table = passages[index]
  const above = passages[index - 1]
  if (!table || !above || above.kind === 'table' || above.kind === 'heading') return undefined
  if (above.caseNumber !== table.caseNumber || above.headings.at(-1) !== table.headings.at(-1)) return undefined
  const last = readableSentences(above.text).at(-1)?.text
  if (!last || last.length > MAX_CAPTION_CHARS || /^[•◦▪●○➢➤►*–-]/u.test(last)) return undefined
  if (CAPTION_WORD.test(last) || !/[.!?]$/.test(last)) return last
  return readableSentences(above.text)
    .map(({ text }) => text)
    .findLast((text) => text.length <= MAX_NOTE_CHARS && NOTE.test(text) && scaleOfCaption(text) !== undefined)
}

function splitHeader(
  grid: readonly (readonly string[])[],
): readonly [readonly string[], readonly (readonly string[])[]] {
  const [first = [], ...rest] = grid
  const cells = first.slice(1).filter((cell) => cell.trim() !== '')
  const isHeader = cells.length > 0 && cells.every((cell) => isPeriodLabel(cell) || numberIn(cell) === undefined)
  return isHeader ? [first, rest] : [[], grid]
}

function isNumericColumn(rows: readonly (readonly string[])[], column: number): boolean {
  const filled = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
  return filled.length > 0 && filled.filter((cell) => numberIn(cell)).length * 2 > filled.length
}

export interface ColumnSum {
  /** The cell of the sum row, as printed. */
  readonly stated: string
  /** Exact, as counted. */
  readonly found: string
  readonly holds: boolean
  /** They differ by no more than rounding each part can explain. */
  readonly isRounding: boolean
}

/** Half a unit of the last place for each part and one for the sum: what rounding alone can do. */
function withinRounding(difference: string, parts: readonly string[]): boolean {
  const places = Math.max(...parts.map((part) => part.split('.')[1]?.length ?? 0))
  if (places === 0) return false
  const units = BigInt(difference.replace('-', '').replace('.', ''))
  return units * 2n <= BigInt(parts.length + 1)
}

/**
 * A column against its sum row.
 * @returns undefined where there is no sum row, where parts are missing, or where the column is of shares or changes
 */
export function columnSum(rows: readonly (readonly string[])[], column: number, header: string): ColumnSum | undefined {
  const sums = rows.flatMap((row, index) => (isSumLabel(row[0] ?? '') ? [index] : []))
  const [sumAt] = sums
  // Subtotals: which parts make which sum is not told.
  if (sums.length !== 1 || sumAt === undefined || sumAt !== rows.length - 1 || sumAt < 2) return undefined
  const stated = rows[sumAt]?.[column] ?? ''
  const total = numberIn(stated)
  const cells = rows.slice(0, sumAt).map((row) => row[column] ?? '')
  if (!total) return undefined
  const parts = cells.filter((cell) => cell.trim() !== '').map((cell) => numberIn(cell))
  if (parts.length < 2 || parts.some((part) => part === undefined)) return undefined
  const isShare = total.unit === '%' || /%/.test(header)
  if (isShare ? !/^100(?:\.0+)?$/.test(total.decimal) : NOT_ADDITIVE.test(header.replace(/\d{4}/g, '')))
    return undefined
  const decimals = parts.flatMap((part) => (part ? [part.decimal] : []))
  const found = decimals.reduce(addDecimals, '0')
  const difference = addDecimals(found, total.decimal.startsWith('-') ? total.decimal.slice(1) : `-${total.decimal}`)
  const holds = compareDecimals(found, total.decimal) === 0
  return {
    stated,
    found,
    holds,
    isRounding: !holds && (isShare || withinRounding(difference, [...decimals, total.decimal])),
  }
}

function columnOf(header: string, rows: readonly (readonly string[])[], column: number): TableColumn {
  const isNumeric = column > 0 && isNumericColumn(rows, column)
  const sum = isNumeric ? columnSum(rows, column, header) : undefined
  const sumCheck: SumCheck = sum === undefined ? 'none' : sum.holds ? 'holds' : 'differs'
  return { header, isNumeric, sumCheck }
}

/** A list whose bullets were taken for a column is no table. */
const isListInDisguise = (grid: readonly (readonly string[])[]): boolean =>
  grid.every((row) => BULLET.test((row[0] ?? '').trim()))

/** "Kommune Andel 2026 Beløp 2026": a year or a unit belongs to the word before it. */
const HEADER_CELL = /\p{L}[^\s]*(?:\s(?:(?:19|20)\d{2}|\([^)]*\)))*/gu

/** A header that a page's end parted from its rows: it was read as a heading, or stands over the table before. */
function partedHeader(
  passages: readonly Passage[],
  index: number,
  width: number,
  before: Table | undefined,
): (Pick<Table, 'caption'> & { readonly header: readonly string[] }) | undefined {
  const passage = passages[index]
  const heading = passage?.headings.at(-1) ?? ''
  const cells = heading.match(HEADER_CELL) ?? []
  if (isEntityHeader(cells[0] ?? '') && cells.length === width && cells.join(' ') === heading) {
    const above = passages[index - 1]
    const caption = above && above.text !== heading && CAPTION_WORD.test(above.text) ? above.text : undefined
    return { header: cells, caption }
  }
  const isNext = before !== undefined && before.passage === passages[index - 1]?.ordinal
  const isContinued = isNext && before.columns.length === width && heading === passages[index - 1]?.headings.at(-1)
  return isContinued ? { header: before.columns.map(({ header }) => header), caption: before.caption } : undefined
}

/** The tables of a text as they stand. Lists of facts about the meeting (date, place, who was present) are none. */
export function readTables({ passages }: ParsedText): Table[] {
  const tables: Table[] = []
  for (const [index, passage] of passages.entries()) {
    if (passage.kind !== 'table') continue
    const grid = passage.text.split('\n').map((line) => line.split('\t'))
    const width = Math.max(...grid.map((row) => row.length))
    if (width < 2 || grid.length < 2 || isListInDisguise(grid)) continue
    const even = grid.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])
    const [own, rows] = splitHeader(even)
    const parted = own.length === 0 ? partedHeader(passages, index, width, tables.at(-1)) : undefined
    const header = parted?.header ?? own
    const caption = [captionOf(passages, index) ?? parted?.caption, noteBelow(passages, index)]
    tables.push({
      caption: caption.filter(Boolean).join(' ') || undefined,
      columns: Array.from({ length: width }, (_, column) => columnOf(header[column] ?? '', rows, column)),
      rows,
      page: passage.page,
      passage: passage.ordinal,
      caseNumber: passage.caseNumber,
    })
  }
  return tables
}
