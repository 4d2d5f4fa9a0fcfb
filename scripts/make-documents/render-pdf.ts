import PDFDocument from 'pdfkit'
import type { Source, SourceBlock, Span, Style } from './source.ts'

interface Look {
  readonly regular: string
  readonly bold: string
  readonly bodySize: number
  /** Of headings of level 1, 2 and 3. */
  readonly headingSizes: readonly [number, number, number]
  readonly headingColor: string
}

const SANS = { regular: 'Helvetica', bold: 'Helvetica-Bold' }
const SERIF = { regular: 'Times-Roman', bold: 'Times-Bold' }
const LOOKS: Readonly<Record<Style, Look>> = {
  decisions: { ...SANS, bodySize: 10.5, headingSizes: [18, 12, 11], headingColor: '#1f3864' },
  notice: { ...SANS, bodySize: 10.5, headingSizes: [20, 13, 11], headingColor: '#000000' },
  protocol: { ...SERIF, bodySize: 11.5, headingSizes: [20, 14, 12], headingColor: '#000000' },
  report: { ...SANS, bodySize: 10.5, headingSizes: [22, 15, 12], headingColor: '#1d5c4d' },
  letter: { ...SERIF, bodySize: 11.5, headingSizes: [16, 13, 12], headingColor: '#000000' },
  plain: { ...SANS, bodySize: 11, headingSizes: [18, 14, 12], headingColor: '#000000' },
}

const MARGINS = { top: 72, bottom: 72, left: 68, right: 68 }
const LINE_GAP = 2.5
const BLOCK_GAP = 7
const LIST_INDENT = 18
const CELL_PADDING = 3.5
const LABEL_WIDTH = 92
/** A heading moves to the next page when fewer lines than this would follow it. */
const LINES_KEPT_WITH_HEADING = 4
const INK = '#000000'
const LINK_INK = '#0b57a4'
const RULE_INK = '#b5b5b5'

/** Draws a source as a tagless PDF. Uncompressed, so that the bytes do not depend on the machine's deflate. */
export function renderPdf(source: Source): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    compress: false,
    lang: source.language,
    displayTitle: true,
    info: { Title: source.title, CreationDate: source.createdUtc, ModDate: source.createdUtc },
  })
  const chunks: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
  const look = LOOKS[source.style]
  const width = pdf.page.width - MARGINS.left - MARGINS.right
  pdf.font(look.regular).fontSize(look.bodySize)
  for (const block of source.blocks) drawBlock(pdf, look, width, block)
  drawRunningLines(pdf, look, width, source)
  pdf.end()
  return done
}

function drawBlock(pdf: PDFDocument, look: Look, width: number, block: SourceBlock): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(pdf, look, width, block.level, block.spans)
      return
    case 'paragraph':
      makeRoom(pdf, heightOf(pdf, look, block.spans, width))
      drawSpans(pdf, look, block.spans, MARGINS.left, width)
      pdf.y += BLOCK_GAP
      return
    case 'list':
      for (const [index, item] of block.items.entries()) {
        const height = heightOf(pdf, look, item, width - LIST_INDENT)
        makeRoom(pdf, height)
        const top = pdf.y
        pdf.text(block.isOrdered ? `${index + 1}.` : '•', MARGINS.left + 4, top, { lineBreak: false })
        pdf.y = top
        drawSpans(pdf, look, item, MARGINS.left + LIST_INDENT, width - LIST_INDENT)
        pdf.y += 2
      }
      pdf.y += BLOCK_GAP - 2
      return
    case 'table':
      if (block.header) drawTable(pdf, look, width, block.header, block.rows)
      else drawLabels(pdf, look, width, block.rows)
  }
}

function drawHeading(pdf: PDFDocument, look: Look, width: number, level: number, spans: readonly Span[]): void {
  const size = look.headingSizes[level - 1] ?? look.bodySize
  if (pdf.y > MARGINS.top) pdf.y += level === 1 ? 8 : 7
  pdf.font(look.bold).fontSize(size)
  const height = pdf.heightOfString(spans.map((span) => span.text).join(''), { width, lineGap: LINE_GAP })
  makeRoom(pdf, height + LINES_KEPT_WITH_HEADING * look.bodySize * 1.4)
  for (const span of spans)
    pdf
      .fillColor(span.url ? LINK_INK : look.headingColor)
      .text(span.text, MARGINS.left, pdf.y, { width, lineGap: LINE_GAP, link: span.url ?? null })
  pdf.font(look.regular).fontSize(look.bodySize).fillColor(INK)
  pdf.y += level === 1 ? 6 : 3
}

/** Two columns without rules, as the minutes of a meeting app begin. */
function drawLabels(pdf: PDFDocument, look: Look, width: number, rows: readonly string[][]): void {
  const valueWidth = width - LABEL_WIDTH
  for (const [label = '', value = ''] of rows) {
    const height = Math.max(pdf.heightOfString(value || ' ', { width: valueWidth, lineGap: LINE_GAP }), look.bodySize)
    makeRoom(pdf, height)
    const top = pdf.y
    pdf.font(look.bold).text(label, MARGINS.left, top, { width: LABEL_WIDTH, lineGap: LINE_GAP }).font(look.regular)
    if (value) pdf.text(value, MARGINS.left + LABEL_WIDTH, top, { width: valueWidth, lineGap: LINE_GAP })
    pdf.y = top + height + CELL_PADDING
  }
  pdf.x = MARGINS.left
  pdf.y += BLOCK_GAP
}

function drawTable(
  pdf: PDFDocument,
  look: Look,
  width: number,
  header: readonly string[],
  rows: readonly string[][],
): void {
  const widths = columnWidths(pdf, look, width, [header, ...rows])
  const total = widths.reduce((sum, one) => sum + one, 0)
  const drawRow = (cells: readonly string[], isHeader: boolean): void => {
    pdf.font(isHeader || cells[0] === 'Sum' ? look.bold : look.regular)
    const inner = (column: number): number => (widths[column] ?? 0) - 2 * CELL_PADDING
    const height = Math.max(...cells.map((cell, column) => pdf.heightOfString(cell || ' ', { width: inner(column) })))
    makeRoom(pdf, height + 2 * CELL_PADDING)
    const top = pdf.y + CELL_PADDING + 1
    let left = MARGINS.left
    for (const [column, cell] of cells.entries()) {
      pdf.text(cell, left + CELL_PADDING, top, { width: inner(column) })
      left += widths[column] ?? 0
    }
    const bottom = top + height + CELL_PADDING - 1
    pdf.lineWidth(isHeader ? 1 : 0.5).strokeColor(isHeader ? INK : RULE_INK)
    pdf
      .moveTo(MARGINS.left, bottom)
      .lineTo(MARGINS.left + total, bottom)
      .stroke()
    pdf.y = bottom
  }
  // A short table that does not fit stays whole; every one of the sources is shorter than a page.
  makeRoom(pdf, (rows.length + 1) * (look.bodySize * 1.2 + 2 * CELL_PADDING))
  drawRow(header, true)
  for (const row of rows) drawRow(row, false)
  pdf.font(look.regular)
  pdf.x = MARGINS.left
  pdf.y += BLOCK_GAP + 5
}

/** As wide as the longest cell asks, shrunk in proportion when that is wider than the page. */
function columnWidths(pdf: PDFDocument, look: Look, width: number, rows: readonly (readonly string[])[]): number[] {
  pdf.font(look.bold)
  const asked = (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.map((row) => pdf.widthOfString(row[column] ?? ''))) + 2 * CELL_PADDING + 14,
  )
  pdf.font(look.regular)
  const total = asked.reduce((sum, one) => sum + one, 0)
  return total > width ? asked.map((one) => (one * width) / total) : asked
}

function drawSpans(pdf: PDFDocument, look: Look, spans: readonly Span[], left: number, width: number): void {
  const top = pdf.y
  for (const [index, span] of spans.entries()) {
    const options = { width, lineGap: LINE_GAP, continued: index < spans.length - 1, link: span.url ?? null }
    pdf.font(span.isBold ? look.bold : look.regular).fillColor(span.url ? LINK_INK : INK)
    if (index === 0) pdf.text(span.text, left, top, options)
    else pdf.text(span.text, options)
  }
  pdf.font(look.regular).fillColor(INK)
  pdf.x = MARGINS.left
}

const heightOf = (pdf: PDFDocument, look: Look, spans: readonly Span[], width: number): number =>
  pdf
    .font(look.regular)
    .fontSize(look.bodySize)
    .heightOfString(spans.map((span) => span.text).join(''), { width, lineGap: LINE_GAP })

function makeRoom(pdf: PDFDocument, height: number): void {
  if (pdf.y + height > pdf.page.height - MARGINS.bottom) pdf.addPage()
}

/** Writes the header and footer on every page, when all pages are there to be counted. */
function drawRunningLines(pdf: PDFDocument, look: Look, width: number, source: Source): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let index = start; index < start + count; index++) {
    pdf.switchToPage(index)
    const fill = (line: string): string => line.replace('{page}', `${index + 1}`).replace('{pages}', `${count}`)
    // Below the margin pdfkit would start a new page.
    pdf.page.margins.bottom = 0
    pdf.font(look.regular).fontSize(9).fillColor('#555555')
    if (source.header) pdf.text(fill(source.header), MARGINS.left, 36, { width, lineBreak: false })
    if (source.footer)
      pdf.text(fill(source.footer), MARGINS.left, pdf.page.height - 44, { width, lineBreak: false, align: 'center' })
  }
}
