import type { Block, Link, Page, ReadFile } from '../../domain/document.ts'
import { joinLines } from '../../norwegian/hyphens.ts'
import { startsSection } from '../boundaries.ts'
import type { FailureCode } from '../ports.ts'
import { joinAcrossPages, type Line, startsListItem, toBlocks } from './lines.ts'
import { type Glyph, type LinkArea, openPdf, type PdfPage } from './pdfium.ts'

/** A stretch of one printed line without a gap that could be a column's. Points. */
interface Segment {
  text: string
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
const SAME_BASELINE = 0.45
/** Room above a line that separates paragraphs, as a multiple of the usual distance of lines. */
const PARAGRAPH_GAP = 1.28
/** A line repeated at the top or bottom of this share of the pages is a running header or footer. */
const RUNNING_SHARE = 0.6
const EDGE_SHARE = 0.1

function toSegments(glyphs: readonly Glyph[]): Segment[] {
  const segments: Segment[] = []
  let run: Glyph[] = []
  const close = (): void => {
    const text = run
      .map((glyph) => glyph.char)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    const drawn = run.filter((glyph) => glyph.char.trim() !== '')
    const [first] = drawn
    if (text && first) {
      const left = Math.min(...drawn.map((glyph) => glyph.left))
      const right = Math.max(...drawn.map((glyph) => glyph.right))
      const sizes = drawn.map((glyph) => glyph.size)
      segments.push({
        text,
        left,
        right,
        baseline: first.baseline,
        glyphWidth: Math.max((right - left) / text.length, 1),
        size: sizes.reduce((sum, size) => sum + size, 0) / sizes.length,
        boldShare: drawn.filter((glyph) => glyph.isBold).length / drawn.length,
      })
    }
    run = []
  }
  for (const glyph of glyphs) {
    if (glyph.char === '\n') {
      close()
      continue
    }
    const previous = run.findLast((earlier) => earlier.char.trim() !== '')
    if (previous && glyph.char.trim() !== '') {
      const width = averageWidth(run)
      const gap = glyph.left - previous.right
      if (Math.abs(glyph.baseline - previous.baseline) > width || gap > COLUMN_GAP_GLYPHS * width || gap < -4 * width)
        close()
    }
    run.push(glyph)
  }
  close()
  return segments
}

function averageWidth(run: readonly Glyph[]): number {
  const drawn = run.filter((glyph) => glyph.char.trim() !== '')
  const first = drawn[0]
  const last = drawn.at(-1)
  if (!first || !last) return 1
  return Math.max((last.right - first.left) / run.length, (last.right - last.left) * 0.6, 1)
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
  row.segments = [{ ...next, text: `${marker.text} ${next.text}`, left: marker.left }, ...rest]
}

const gapBetween = (left: Segment, right: Segment): number =>
  (right.left - left.right) / Math.max(left.glyphWidth, right.glyphWidth)

/** Columns of a run of rows: the stretches of the page's width that any of their segments covers. */
function columnsOf(rows: readonly Row[]): { left: number; right: number }[] {
  const spans = rows.flatMap((row) => row.segments).sort((a, b) => a.left - b.left)
  const columns: { left: number; right: number }[] = []
  for (const span of spans) {
    const last = columns.at(-1)
    if (last && span.left <= last.right + span.glyphWidth) last.right = Math.max(last.right, span.right)
    else columns.push({ left: span.left, right: span.right })
  }
  return columns
}

/**
 * The rows from `start` that make a table: rows of several segments, and single segments that stay inside one column
 * of theirs (a wrapped cell, or a label whose cell is empty).
 */
function tableFrom(
  rows: readonly Row[],
  start: number,
  lineDistance: number,
): { end: number; rows: TableRow[] } | undefined {
  const first = rows[start]
  if (!first || first.segments.length < 2) return undefined
  const several = rows.slice(start, start + 200).filter((row) => row.segments.length > 1)
  let end = start
  let columns = columnsOf([first])
  const members: Row[] = []
  for (let index = start; index < rows.length; index++) {
    const row = rows[index]
    const previous = members.at(-1)
    if (!row || (previous && row.baseline - previous.baseline > lineDistance * 2.6)) break
    if (previous && row.baseline < previous.baseline - lineDistance * 0.5) break
    if (previous && row.segments.length === 1 && endsTable(row, previous)) break
    const widened = columnsOf([...members, row])
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
  return { end, rows: toTableRows(members, columns, lineDistance) }
}

/** A heading below a table is none of its rows, however near it stands. */
function endsTable(row: Row, previous: Row): boolean {
  const [segment] = row.segments
  const [above] = previous.segments
  if (!segment || !above) return false
  return Math.abs(segment.size / above.size - 1) > 0.08 || startsSection(segment.text)
}

function toTableRows(
  members: readonly Row[],
  columns: readonly { left: number; right: number }[],
  lineDistance: number,
): TableRow[] {
  const table: TableRow[] = []
  for (const row of members) {
    const cells: Segment[][] = columns.map(() => [])
    for (const segment of row.segments) {
      const column = columns.findIndex((span) => segment.left >= span.left - 1 && segment.left <= span.right + 1)
      cells[Math.max(column, 0)]?.push(segment)
    }
    const previous = table.at(-1)
    const isWrapped = cells[0]?.length === 0 && previous && row.baseline - previous.baseline < lineDistance * 8
    if (isWrapped) for (const [column, segments] of cells.entries()) previous.cells[column]?.push(...segments)
    else table.push({ cells, baseline: row.baseline })
  }
  return table
}

const cellText = (segments: readonly Segment[]): string => joinLines(segments.map((segment) => segment.text))

function toTableBlock(rows: readonly TableRow[]): Block {
  const cells = rows.map((row) => row.cells.map(cellText))
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
  // Lines inside paragraphs stand closest; a quarter of the way up is inside them even on a page of short paragraphs.
  return distances[Math.floor(distances.length * 0.25)] ?? 14
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

function toLine(row: Row, page: PdfPage, frame: Frame, previous: Row | undefined, lineDistance: number): Line {
  const text = row.segments.map((segment) => segment.text).join(' ')
  const drawn = row.segments[0]
  const last = row.segments.at(-1)
  const glyphWidth = drawn?.glyphWidth ?? 1
  return {
    text,
    indent: drawn?.left ?? 0,
    // Seven glyphs is an average Norwegian word with its blank: it would have fitted.
    isFull: (last?.right ?? 0) > frame.right - 7 * glyphWidth,
    hasGapAbove: previous !== undefined && row.baseline - previous.baseline > lineDistance * PARAGRAPH_GAP,
    size: frame.bodySize > 0 ? (drawn?.size ?? 0) / frame.bodySize : 1,
    isBold: row.segments.every((segment) => segment.boldShare > 0.9),
    links: linksOf(row, page.links, text),
  }
}

/** What is the same for all pages of a file. */
interface Frame {
  readonly right: number
  readonly bodySize: number
}

function frameOf(pages: readonly (readonly Row[])[]): Frame {
  const segments = pages.flat().flatMap((row) => row.segments)
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

/** Running headers and footers: the same text, numbers aside, at the edge of most pages. */
function runningTexts(pages: readonly (readonly Row[])[], heights: readonly number[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const [index, rows] of pages.entries()) {
    const height = heights[index] ?? 0
    const atEdge = rows.filter((row) => row.baseline < height * EDGE_SHARE || row.baseline > height * (1 - EDGE_SHARE))
    for (const text of new Set(atEdge.map((row) => withoutNumbers(rowText(row)))))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const enough = Math.max(2, Math.ceil(pages.length * RUNNING_SHARE))
  return new Set([...counts].filter(([, count]) => count >= enough).map(([text]) => text))
}

const rowText = (row: Row): string => row.segments.map((segment) => segment.text).join(' ')

function toPageBlocks(rows: readonly Row[], page: PdfPage, frame: Frame): Block[] {
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
    if (row) lines.push(toLine(row, page, frame, rows[index - 1], lineDistance))
    index++
  }
  blocks.push(...toBlocks(lines))
  return blocks
}

/** Born-digital PDF. A page without any text layer gives no blocks. */
export async function readPdf(bytes: Uint8Array): Promise<ReadFile | FailureCode> {
  const file = await openPdf(bytes)
  if (typeof file === 'string') return file
  try {
    const read = Array.from({ length: file.pageCount }, (_, index) => file.readPage(index))
    const rows = read.map((page) => toRows(toSegments(page.glyphs)))
    const running = runningTexts(
      rows,
      read.map((page) => page.height),
    )
    const isRunning = (row: Row, height: number): boolean =>
      (row.baseline < height * EDGE_SHARE || row.baseline > height * (1 - EDGE_SHARE)) &&
      running.has(withoutNumbers(rowText(row)))
    const frame = frameOf(rows)
    const pages: Page[] = read.map((page, index) => ({
      number: index + 1,
      blocks: toPageBlocks(
        (rows[index] ?? []).filter((row) => !isRunning(row, page.height)),
        page,
        frame,
      ),
      looseLinks: [],
    }))
    if (pages.every((page) => page.blocks.length === 0)) return 'no-text'
    return { format: 'pdf', title: file.title, pages: joinAcrossPages(pages) }
  } finally {
    file.close()
  }
}
