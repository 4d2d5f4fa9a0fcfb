import type { Block, Link, Page, ReadFile } from '../../domain/document.ts'
import { joinLines } from '../../norwegian/hyphens.ts'
import { startsSection } from '../boundaries.ts'
import type { FailureCode } from '../ports.ts'
import { joinAcrossPages, type Line, startsListItem, toBlocks } from './lines.ts'
import { type Glyph, type LinkArea, openPdf, type PdfPage } from './pdfium.ts'

interface Word {
  text: string
  readonly left: number
  right: number
}

/** A stretch of one printed line without a gap that could be a column's. Points. */
interface Segment {
  text: string
  words: readonly Word[]
  left: number
  right: number
  baseline: number
  /** Mean width of a glyph: the unit for gaps, since the font size that PDF states may be scaled. */
  glyphWidth: number
  size: number
  boldShare: number
}

interface Row {
  segments: Segment[]
  baseline: number
}

interface TableRow {
  cells: Segment[][]
  baseline: number
}

/** A gap wider than this many glyphs separates columns; a justified line's words stand closer. */
const COLUMN_GAP_GLYPHS = 3.2
/** A single row with a gap counts as a table only when the gap is plainly a column's. */
const LONE_ROW_GAP_GLYPHS = 6
/** Cells of a narrow table stand at least this far apart; words of a line stand closer. */
const CELL_GAP_GLYPHS = 1.1
/** Rows of one table stand no further apart than this many lines. */
const ROW_DISTANCE_LINES = 1.35
const SAME_BASELINE = 0.45
/** Room above a line that separates paragraphs, as a multiple of the usual distance of lines. */
const PARAGRAPH_GAP = 1.28
/** Lines of a paragraph stand no further apart than this many glyphs are wide; measured where rows are few. */
const WIDEST_LINE_GLYPHS = 3.6
const FEW_DISTANCES = 8
/** A line repeated at the top or bottom of this share of the pages is a running header or footer. */
const RUNNING_SHARE = 0.6
const EDGE_SHARE = 0.1

function toSegment(run: readonly Glyph[]): Segment | undefined {
  const words = toWords(run)
  const drawn = run.filter((glyph) => glyph.char.trim() !== '')
  const [first] = drawn
  if (!first) return undefined
  const text = words.map((word) => word.text).join(' ')
  let left = first.left
  let right = first.right
  let sizes = 0
  let bolds = 0
  for (const glyph of drawn) {
    left = Math.min(left, glyph.left)
    right = Math.max(right, glyph.right)
    sizes += glyph.size
    if (glyph.isBold) bolds++
  }
  return {
    text,
    words,
    left,
    right,
    baseline: first.baseline,
    glyphWidth: Math.max((right - left) / text.length, 1),
    size: sizes / drawn.length,
    boldShare: bolds / drawn.length,
  }
}

function toWords(run: readonly Glyph[]): Word[] {
  const words: Word[] = []
  let isInside = false
  for (const { char, left, right } of run) {
    if (char.trim() === '') {
      isInside = false
      continue
    }
    const word = words.at(-1)
    if (isInside && word) {
      word.text += char
      word.right = Math.max(word.right, right)
    } else words.push({ text: char, left, right })
    isInside = true
  }
  return words
}

function toSegments(glyphs: readonly Glyph[]): Segment[] {
  const segments: Segment[] = []
  let run: Glyph[] = []
  let first: Glyph | undefined
  let last: Glyph | undefined
  const close = (): void => {
    const segment = toSegment(run)
    if (segment) segments.push(segment)
    run = []
    first = undefined
    last = undefined
  }
  for (const glyph of glyphs) {
    if (glyph.char === '\n') {
      close()
      continue
    }
    const isDrawn = glyph.char.trim() !== ''
    if (isDrawn && first && last) {
      const width = Math.max((last.right - first.left) / run.length, (last.right - last.left) * 0.6, 1)
      const gap = glyph.left - last.right
      if (Math.abs(glyph.baseline - last.baseline) > width || gap > COLUMN_GAP_GLYPHS * width || gap < -4 * width)
        close()
    }
    run.push(glyph)
    if (isDrawn) {
      first ??= glyph
      last = glyph
    }
  }
  close()
  return segments
}

/** Segments of one baseline side by side. The stream draws a table cell by cell, so a row may come in pieces. */
function toRows(segments: readonly Segment[]): Row[] {
  const rows: Row[] = []
  for (const segment of segments) {
    const row = rows
      .slice(-8)
      .findLast(
        (earlier) =>
          Math.abs(earlier.baseline - segment.baseline) < SAME_BASELINE * segment.glyphWidth * 2 &&
          earlier.segments.every((other) => other.right <= segment.left + 1 || other.left >= segment.right - 1),
      )
    if (row) row.segments.push(segment)
    else rows.push({ segments: [segment], baseline: segment.baseline })
  }
  for (const row of rows) {
    row.segments.sort((a, b) => a.left - b.left)
    mergeMarker(row)
  }
  return rows
}

/** "•" or "1." with a wide gap behind it is a list item, not a column. */
function mergeMarker(row: Row): void {
  const [marker, next, ...rest] = row.segments
  if (!marker || !next || !startsListItem(`${marker.text} ${next.text}`) || /\s/.test(marker.text)) return
  const words = [...marker.words, ...next.words]
  row.segments = [{ ...next, text: `${marker.text} ${next.text}`, words, left: marker.left }, ...rest]
}

const gapBetween = (left: Segment, right: Segment): number =>
  (right.left - left.right) / Math.max(left.glyphWidth, right.glyphWidth)

interface Column {
  readonly left: number
  readonly right: number
}

/** Columns: the stretches of the page's width that a segment covers, those known before widened by it. */
function columnsOf(segments: readonly Segment[], known: readonly Column[] = []): Column[] {
  const spans = [
    ...known.map((column) => ({ ...column, slack: 0 })),
    ...segments.map(({ left, right, glyphWidth }) => ({ left, right, slack: glyphWidth })),
  ].sort((a, b) => a.left - b.left)
  const columns: { left: number; right: number }[] = []
  for (const { left, right, slack } of spans) {
    const last = columns.at(-1)
    if (last && left <= last.right + slack) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

/**
 * Narrow columns stand closer than words of a wide line: a row whose words fall into the columns that most other rows
 * agree on is cut there.
 */
function cutAtColumns(rows: readonly Row[]): { rows: readonly Row[]; columns: Column[] } {
  const most = rows.reduce((count, row) => Math.max(count, row.segments.length), 0)
  const agreeing = rows.filter((row) => row.segments.length === most)
  const columns = columnsOf(agreeing.flatMap((row) => row.segments))
  const whole = columnsOf(rows.flatMap((row) => row.segments))
  if (columns.length <= whole.length || agreeing.length * 2 < rows.length) return { rows, columns: whole }
  const cut = rows.map((row) => ({ ...row, segments: row.segments.flatMap((segment) => cutSegment(segment, columns)) }))
  return { rows: cut, columns: columnsOf(cut.flatMap((row) => row.segments)) }
}

/** The rows right below one another from `start` on, at most as many as a table is looked at. */
function rowsBelow(rows: readonly Row[], start: number, lineDistance: number): Row[] {
  const below: Row[] = []
  for (const row of rows.slice(start, start + 200)) {
    const previous = below.at(-1)
    if (previous && Math.abs(row.baseline - previous.baseline) > lineDistance * ROW_DISTANCE_LINES) break
    below.push(row)
  }
  return below
}

const HEAD_OF_PEOPLE =
  /^(?:navn|namn)\s(?:(?:funksjon|rolle|representerer|representerar|parti|møtte for|vara for)\s?){2,}$/iu

/** The head of a list of people may have its words nearer than cells stand. */
function cutHead(row: Row): Row {
  if (row.segments.length > 2 || !HEAD_OF_PEOPLE.test(rowText(row))) return row
  const segments = row.segments.flatMap((segment) => {
    const cells: Word[][] = []
    for (const word of segment.words) {
      if (/^for$/iu.test(word.text)) cells.at(-1)?.push(word)
      else cells.push([word])
    }
    return cells.map((words) => segmentOf(segment, words))
  })
  return { ...row, segments }
}

/**
 * Rows whose cells stand so near that they run together, cut at the columns that the rows with most cells agree on. Words
 * of running text are never cut: they stand closer than cells do.
 */
function cutNarrow(printed: readonly Row[]): readonly Row[] {
  const rows = printed.map(cutHead)
  const most = rows.reduce((count, row) => Math.max(count, row.segments.length), 0)
  if (most < 2) return rows
  const columns = columnsOf(rows.filter((row) => row.segments.length === most).flatMap((row) => row.segments))
  if (columns.length !== most) return rows
  const isApart = (parts: readonly Segment[]): boolean =>
    parts.slice(1).every((part, at) => {
      const before = parts[at]
      return before !== undefined && gapBetween(before, part) >= CELL_GAP_GLYPHS
    })
  return rows.map((row) => {
    if (row.segments.length >= most) return row
    const segments = row.segments.flatMap((segment) => {
      const parts = cutSegment(segment, columns)
      return isApart(parts) ? parts : [segment]
    })
    return { ...row, segments }
  })
}

function cutSegment(segment: Segment, columns: readonly Column[]): Segment[] {
  const parts: { column: number; words: Word[] }[] = []
  for (const word of segment.words) {
    const touched = columns.flatMap((span, at) => (word.left <= span.right && word.right >= span.left ? [at] : []))
    const last = parts.at(-1)
    const column = touched[0] ?? last?.column ?? 0
    if (touched.length > 1) return [segment]
    if (last?.column === column) last.words.push(word)
    else parts.push({ column, words: [word] })
  }
  return parts.map(({ words }) => segmentOf(segment, words))
}

/** Some words of a segment, as a segment. */
const segmentOf = (segment: Segment, words: Word[]): Segment => ({
  ...segment,
  text: words.map((word) => word.text).join(' '),
  words,
  left: words[0]?.left ?? segment.left,
  right: words.at(-1)?.right ?? segment.right,
})

/**
 * The rows from `start` that make a table: rows of several segments, and single segments that stay inside one column
 * of theirs (a wrapped cell, or a label whose cell is empty).
 */
function tableFrom(
  printed: readonly Row[],
  start: number,
  lineDistance: number,
): { end: number; rows: TableRow[] } | undefined {
  if ((printed[start]?.segments.length ?? 0) < 2) return undefined
  const near = cutNarrow(rowsBelow(printed, start, lineDistance))
  const rows = [...printed.slice(0, start), ...near, ...printed.slice(start + near.length)]
  const first = rows[start]
  if (!first || first.segments.length < 2) return undefined
  const several = rows.slice(start, start + 200).filter((row) => row.segments.length > 1)
  let end = start
  let columns = columnsOf(first.segments)
  const members: Row[] = []
  for (let index = start; index < rows.length; index++) {
    const row = rows[index]
    const previous = members.at(-1)
    if (!row || (previous && row.baseline - previous.baseline > lineDistance * 2.6)) break
    if (previous && row.baseline < previous.baseline - lineDistance * 0.5) break
    if (previous && row.segments.length === 1 && endsTable(row, previous)) break
    if (previous && startsTable(row, previous, members)) break
    const widened = columnsOf(row.segments, columns)
    if (widened.length < Math.min(columns.length, 2)) break
    const segment = row.segments[0]
    if (row.segments.length === 1 && segment) {
      const column = columns.findIndex(
        (span) => segment.left >= span.left - 2 * segment.glyphWidth && segment.left <= span.right,
      )
      const isWrapped = column > 0
      const comesBack = several.some(
        (later) => later.baseline > row.baseline && later.baseline - row.baseline < lineDistance * 3,
      )
      const fits = column === 0 && (columns[1] === undefined || segment.right < columns[1].left) && comesBack
      if (!isWrapped && !fits) break
    }
    members.push(row)
    columns = widened
    end = index + 1
  }
  const multi = members.filter((row) => row.segments.length > 1)
  const lone = multi[0]?.segments
  if (multi.length === 1 && !(lone?.[0] && lone[1] && gapBetween(lone[0], lone[1]) > LONE_ROW_GAP_GLYPHS))
    return undefined
  const cut = cutAtColumns(members)
  return { end, rows: toTableRows(cut.rows, cut.columns, lineDistance) }
}

/** A heading below a table is none of its rows, however near it stands. */
function endsTable(row: Row, previous: Row): boolean {
  const [segment] = row.segments
  const [above] = previous.segments
  if (!segment || !above) return false
  const isBoldLead = isBold(segment) && !isBold(above) && /:$/.test(segment.text)
  return Math.abs(segment.size / above.size - 1) > 0.08 || isBoldLead || startsSection(segment.text)
}

const isBold = (segment: Segment): boolean => segment.boldShare > 0.9
const SUM_OR_NUMBER = /^(?:sum|total|totalt|i alt|til saman|samla|samlet|resultat)(?!\p{L})|^[-–]?\d[\d .,%]*$/iu

/**
 * A bold row of words below rows that are not is the header of the next table; so is a row of more cells below labels and
 * their values.
 */
function startsTable(row: Row, previous: Row, members: readonly Row[]): boolean {
  if (row.segments.length < 2) return false
  const isHeader = row.segments.every((segment) => isBold(segment) && !SUM_OR_NUMBER.test(segment.text))
  if (isHeader && !previous.segments.some(isBold)) return true
  const isLabel = ({ segments }: Row): boolean => segments.length === 2 && /:$/.test(segments[0]?.text ?? '')
  return row.segments.length > 2 && !/:$/.test(row.segments[0]?.text ?? '') && members.every(isLabel)
}

function toTableRows(members: readonly Row[], columns: readonly Column[], lineDistance: number): TableRow[] {
  const table: TableRow[] = []
  for (const row of members) {
    const cells: Segment[][] = columns.map(() => [])
    for (const segment of row.segments) {
      const column = columns.findIndex((span) => segment.left >= span.left - 1 && segment.left <= span.right + 1)
      cells[Math.max(column, 0)]?.push(segment)
    }
    const previous = table.at(-1)
    const isWrapped = cells[0]?.length === 0 && previous && row.baseline - previous.baseline < lineDistance * 8
    if (isWrapped || (previous && isRestOfLabel(cells, previous)))
      for (const [column, segments] of cells.entries()) previous?.cells[column]?.push(...segments)
    else table.push({ cells, baseline: row.baseline })
  }
  return table
}

/** "Oppvekst og" with its numbers, and "opplæring" alone below: a label too long for its column goes on. */
function isRestOfLabel([label = [], ...others]: readonly Segment[][], previous: TableRow): boolean {
  const above = cellText(previous.cells[0] ?? [])
  if (
    above === '' ||
    others.some((cell) => cell.length > 0) ||
    previous.cells.filter(({ length }) => length > 0).length < 2
  )
    return false
  return /^\p{Ll}/u.test(cellText(label)) || /(?:[,–-]|(?<!\p{L})(?:og|av|for|til|i|på|med|ved|frå|fra))$/u.test(above)
}

const cellText = (segments: readonly Segment[]): string => joinLines(segments.map((segment) => segment.text))

/** A header stands beside its numbers where they are set to the right and it is not: then the two columns are one. */
function withHeadersOverNumbers(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [header = [], ...body] = rows
  const isHeaderOnly = (at: number): boolean => header[at] !== '' && body.every((row) => !row[at])
  const isBare = (at: number): boolean => header[at] === '' && body.some((row) => row[at])
  const at = header.findIndex((_, column) => column > 0 && isHeaderOnly(column) && isBare(column + 1))
  if (at < 0 || body.length === 0) return rows
  return withHeadersOverNumbers(rows.map((row) => row.toSpliced(at, 2, `${row[at] ?? ''}${row[at + 1] ?? ''}`)))
}

function toTableBlock(rows: readonly TableRow[]): Block {
  const cells = withHeadersOverNumbers(rows.map((row) => row.cells.map(cellText)))
  return {
    kind: 'table',
    text: cells.map((row) => row.filter(Boolean).join(' ')).join('\n'),
    level: 0,
    links: [],
    rows: cells,
  }
}

function lineDistanceOf(rows: readonly Row[]): number {
  const distances = rows
    .slice(1)
    .map((row, index) => row.baseline - (rows[index]?.baseline ?? 0))
    .filter((distance) => distance > 2 && distance < 60)
    .sort((a, b) => a - b)
  const glyphWidth = rows[0]?.segments[0]?.glyphWidth ?? 0
  // A few rows may all stand apart: then no distance is that of lines.
  const widest =
    distances.length < FEW_DISTANCES && glyphWidth > 0 ? glyphWidth * WIDEST_LINE_GLYPHS : Number.POSITIVE_INFINITY
  // Lines inside paragraphs stand closest; a quarter of the way up is inside them even on a page of short paragraphs.
  return Math.min(distances[Math.floor(distances.length * 0.25)] ?? 14, widest)
}

function linksOf(row: Row, areas: readonly LinkArea[], text: string): Link[] {
  const left = row.segments[0]?.left ?? 0
  const right = row.segments.at(-1)?.right ?? 0
  return areas
    .filter(
      (area) => row.baseline > area.top && row.baseline < area.bottom + 1 && area.left < right && area.right > left,
    )
    .map((area) => ({ text, url: area.url }))
}

/** Room between them, or a line that is drawn later and stands above. */
function isApart(row: Row, previous: Row, lineDistance: number): boolean {
  const distance = row.baseline - previous.baseline
  return distance > lineDistance * PARAGRAPH_GAP || distance < -lineDistance * 0.5
}

/** An average Norwegian word, where no line follows. */
const WORD_GLYPHS = 6

/** Glyphs that the next line's first word takes; never less than an average one, since widths are means. */
const firstWordGlyphs = (next: Row | undefined): number =>
  Math.max(next?.segments[0]?.text.split(' ', 1)[0]?.length ?? 0, WORD_GLYPHS)

function toLine(
  row: Row,
  areas: readonly LinkArea[],
  frame: Frame,
  { previous, next }: { readonly previous: Row | undefined; readonly next: Row | undefined },
  lineDistance: number,
): Line {
  const text = row.segments.map((segment) => segment.text).join(' ')
  const drawn = row.segments[0]
  const last = row.segments.at(-1)
  const glyphWidth = drawn?.glyphWidth ?? 1
  return {
    text,
    indent: drawn?.left ?? 0,
    // The writer broke the line where the next word would have fitted; the width broke it where it would not.
    isFull: (last?.right ?? 0) + (firstWordGlyphs(next) + 1) * glyphWidth > frame.right,
    hasGapAbove: previous !== undefined && isApart(row, previous, lineDistance),
    size: frame.bodySize > 0 ? (drawn?.size ?? 0) / frame.bodySize : 1,
    isBold: row.segments.every((segment) => segment.boldShare > 0.9),
    links: linksOf(row, areas, text),
  }
}

export interface RowPage {
  readonly rows: readonly Row[]
  readonly height: number
  readonly links: readonly LinkArea[]
}

/** What is the same for all pages of a file. */
interface Frame {
  readonly right: number
  readonly bodySize: number
}

function frameOf(pages: readonly RowPage[]): Frame {
  const segments = pages.flatMap((page) => page.rows).flatMap((row) => row.segments)
  const rights = segments.map((segment) => segment.right).sort((a, b) => a - b)
  const sizes = new Map<number, number>()
  for (const segment of segments) {
    const size = Math.round(segment.size * 10) / 10
    sizes.set(size, (sizes.get(size) ?? 0) + segment.text.length)
  }
  const [bodySize = 0] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? []
  return { right: rights[Math.floor(rights.length * 0.97)] ?? 0, bodySize }
}

const withoutNumbers = (text: string): string => text.replace(/\d+/g, '#').trim()

const isAtEdge = (row: Row, height: number): boolean =>
  row.baseline < height * EDGE_SHARE || row.baseline > height * (1 - EDGE_SHARE)

/** Running headers and footers: the same text, numbers aside, at the edge of most pages. */
function runningTexts(pages: readonly RowPage[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { rows, height } of pages) {
    const atEdge = rows.filter((row) => isAtEdge(row, height))
    for (const text of new Set(atEdge.map((row) => withoutNumbers(rowText(row)))))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const enough = Math.max(2, Math.ceil(pages.length * RUNNING_SHARE))
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text))
}

const rowText = (row: Row): string => row.segments.map((segment) => segment.text).join(' ')

function toPageBlocks(rows: readonly Row[], areas: readonly LinkArea[], frame: Frame): Block[] {
  const lineDistance = lineDistanceOf(rows)
  const blocks: Block[] = []
  let lines: Line[] = []
  let index = 0
  while (index < rows.length) {
    const table = tableFrom(rows, index, lineDistance)
    if (table) {
      blocks.push(...toBlocks(lines), toTableBlock(table.rows))
      lines = []
      index = table.end
      continue
    }
    const row = rows[index]
    if (row) lines.push(toLine(row, areas, frame, { previous: rows[index - 1], next: rows[index + 1] }, lineDistance))
    index++
  }
  blocks.push(...toBlocks(lines))
  return blocks
}

/** Pages of glyphs, wherever they come from, as blocks in reading order. */
export function layOutPages(read: readonly RowPage[]): Page[] {
  const running = runningTexts(read)
  const frame = frameOf(read)
  const pages = read.map((page, index): Page => {
    const rows = page.rows.filter((row) => !(isAtEdge(row, page.height) && running.has(withoutNumbers(rowText(row)))))
    return { number: index + 1, blocks: toPageBlocks(rows, page.links, frame), looseLinks: [] }
  })
  return joinAcrossPages(pages)
}

/** Glyphs are many times the size of the text: each page's are dropped before the next is read. */
export const toRowPage = ({ height, links, glyphs }: Omit<PdfPage, 'width'>): RowPage => ({
  height,
  links,
  rows: toRows(toSegments(glyphs)),
})

/** Born-digital PDF. A page without any text layer gives no blocks. */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile | FailureCode> {
  const file = await openPdf(bytes)
  if (typeof file === 'string') return file
  try {
    const pages = layOutPages(Array.from({ length: file.pageCount }, (_, index) => toRowPage(file.readPage(index))))
    return pages.every((page) => page.blocks.length === 0) ? 'no-text' : { format: 'pdf', title: file.title, pages }
  } finally {
    file.close()
  }
}
