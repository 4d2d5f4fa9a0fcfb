import { format, getFormatFromId } from 'numfmt'
import type { Block, Page, ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { type Archive, orRefusal } from './archive.ts'
import { officeTitle, openOffice, relationsOf, walkPart } from './archive-office.ts'

const LOCALE = 'nb'
/** A longer table is cut into several with the same header, so that a quote of it stays readable. */
const MAX_TABLE_ROWS = 200
/** Beyond these a sheet is a database or an attack; Excel itself allows a million rows. */
const MAX_CELLS = 500_000
const MAX_COLUMNS = 16_384
/** Formats that a file may use without naming them end here; its own begin. */
const FIRST_OWN_FORMAT = 164

interface Sheet {
  readonly name: string
  readonly part: string
}

interface Row {
  readonly number: number
  /** By column, from 0; only cells that show something. */
  readonly cells: ReadonlyMap<number, string>
}

interface Book {
  readonly strings: readonly string[]
  /** The number format of each cell style. */
  readonly formats: readonly string[]
  readonly startsAt1904: boolean
}

const fold = (text: string): string => text.replace(/[^\S\n]+/g, ' ').trim()

/** Sheets in the order of their tabs; hidden ones hold what the writer does not show. */
function readSheets(archive: Archive): { sheets: Sheet[]; startsAt1904: boolean } {
  const relations = relationsOf(archive, 'xl/workbook.xml')
  const sheets: Sheet[] = []
  let startsAt1904 = false
  walkPart(archive, 'xl/workbook.xml', {
    onOpen(name, attributes) {
      if (name === 'workbookPr') startsAt1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return
      const part = relations.get(attributes['r:id'] ?? '')?.target
      if (part) sheets.push({ name: fold(attributes['name'] ?? ''), part })
    },
  })
  return { sheets, startsAt1904 }
}

/** Runs of one string are joined; the reading aid that Japanese text carries is left out. */
function readStrings(archive: Archive): string[] {
  const strings: string[] = []
  let isText = false
  let aids = 0
  walkPart(archive, 'xl/sharedStrings.xml', {
    onOpen(name) {
      if (name === 'si') strings.push('')
      if (name === 'rPh') aids++
      isText = name === 't' && aids === 0
    },
    onText(text) {
      if (isText) strings[strings.length - 1] += text
    },
    onClose(name) {
      if (name === 'rPh') aids--
      if (name === 't') isText = false
    },
  })
  return strings
}

function readFormats(archive: Archive): string[] {
  const own = new Map<number, string>()
  const formats: string[] = []
  let isCellStyle = false
  walkPart(archive, 'xl/styles.xml', {
    onOpen(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
      if (name === 'cellXfs') isCellStyle = true
      if (name !== 'xf' || !isCellStyle) return
      const id = Number(attributes['numFmtId'] ?? 0)
      formats.push(own.get(id) ?? (id < FIRST_OWN_FORMAT ? getFormatFromId(id, LOCALE) : 'General'))
    },
    onClose(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return formats
}

function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0]
  if (!letters) return undefined
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

const DAYS_FROM_1900_TO_1904 = 1462

/** A number as the sheet shows it in Norwegian; the plain number where its format makes no sense. */
function shown(value: number, pattern: string, startsAt1904: boolean): string {
  try {
    const isDate = startsAt1904 && /[dmyh]/i.test(pattern.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
    return format(pattern, isDate ? value + DAYS_FROM_1900_TO_1904 : value, { locale: LOCALE })
  } catch {
    return String(value).replace('.', ',')
  }
}

function cellText(type: string, raw: string, style: number, book: Book): string {
  if (type === 's') return book.strings[Number(raw)] ?? ''
  if (type === 'b') return raw === '1' ? 'SANN' : 'USANN'
  if (type !== 'n' || raw === '') return raw
  const value = Number(raw)
  return Number.isFinite(value) ? shown(value, book.formats[style] ?? 'General', book.startsAt1904) : raw
}

function readRows(archive: Archive, part: string, book: Book): Row[] | FailureCode {
  const rows: Row[] = []
  let cells = new Map<number, string>()
  let column = -1
  let type = 'n'
  let style = 0
  let raw = ''
  let isValue = false
  let count = 0
  walkPart(archive, part, {
    onOpen(name, attributes) {
      if (name === 'row') {
        cells = new Map()
        column = -1
        rows.push({ number: Number(attributes['r']) || (rows.at(-1)?.number ?? 0) + 1, cells })
      } else if (name === 'c') {
        column = columnOf(attributes['r'] ?? '') ?? column + 1
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        raw = ''
      } else isValue = name === 'v' || name === 't'
    },
    onText(text) {
      if (isValue) raw += text
    },
    onClose(name) {
      if (name === 'v' || name === 't') isValue = false
      if (name !== 'c') return
      const text = fold(cellText(type, raw, style, book))
      if (!text || column >= MAX_COLUMNS) return
      if (++count <= MAX_CELLS) cells.set(column, text)
    },
  })
  return count > MAX_CELLS ? 'too-large-inside' : rows.filter((row) => row.cells.size > 0)
}

/** Rows without an empty one between them. */
function runsOf(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = []
  for (const row of rows) {
    const last = runs.at(-1)?.at(-1)
    if (last && row.number === last.number + 1) runs.at(-1)?.push(row)
    else runs.push([row])
  }
  return runs
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', text, level: 0, links: [] })

function tableBlocks(rows: readonly Row[]): Block[] {
  const columns = [...new Set(rows.flatMap((row) => [...row.cells.keys()]))].sort((a, b) => a - b)
  const cells = rows.map((row) => columns.map((column) => row.cells.get(column) ?? ''))
  const [header = [], ...body] = cells
  const blocks: Block[] = []
  for (let from = 0; from < Math.max(body.length, 1); from += MAX_TABLE_ROWS) {
    const part = [header, ...body.slice(from, from + MAX_TABLE_ROWS)]
    const text = part.map((row) => row.filter(Boolean).join(' ').replace(/\n/g, ' ')).join('\n')
    blocks.push({ kind: 'table', text, level: 0, links: [], rows: part })
  }
  return blocks
}

/** Lines of one cell above a table are its title, below it its notes. */
function runBlocks(rows: readonly Row[]): Block[] {
  const isTable = (row: Row): boolean => row.cells.size > 1
  const first = rows.findIndex(isTable)
  const last = rows.findLastIndex(isTable)
  const lines = (some: readonly Row[]): Block[] => some.flatMap((row) => [...row.cells.values()].map(paragraph))
  if (first < 0 || rows.length === 1) return lines(rows)
  return [...lines(rows.slice(0, first)), ...tableBlocks(rows.slice(first, last + 1)), ...lines(rows.slice(last + 1))]
}

/**
 * A sheet is a page, numbered as its tab stands among those shown; its name is the heading. Numbers are as the sheet
 * shows them, formulas as they were last calculated.
 */
export const readXlsx = (bytes: Uint8Array): Promise<ReadFile | FailureCode> => orRefusal(() => readParts(bytes))

function readParts(bytes: Uint8Array): ReadFile | FailureCode {
  const archive = openOffice(bytes)
  const { sheets, startsAt1904 } = readSheets(archive)
  const book: Book = { strings: readStrings(archive), formats: readFormats(archive), startsAt1904 }
  const pages: Page[] = []
  for (const [index, { name, part }] of sheets.entries()) {
    const rows = readRows(archive, part, book)
    if (typeof rows === 'string') return rows
    const heading: Block = { kind: 'heading', text: name, level: 1, links: [] }
    const blocks = rows.length > 0 ? [heading, ...runsOf(rows).flatMap(runBlocks)] : []
    pages.push({ number: index + 1, blocks, looseLinks: [] })
  }
  if (sheets.length === 0) return 'damaged'
  return { format: 'xlsx', title: officeTitle(archive), pages }
}
