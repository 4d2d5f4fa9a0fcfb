import PdfDocument from 'pdfkit'

const MARGIN = 60
export const MARGINS = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN }

/** A PDF drawn by `draw`, in 11 points, with room for headers and footers. */
export function madePdf(draw: (pdf: PdfDocument) => void, options: { userPassword?: string } = {}): Promise<Buffer> {
  const pdf = new PdfDocument({ size: 'A4', margins: MARGINS, ...options })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))))
  pdf.font('Helvetica').fontSize(11)
  draw(pdf)
  pdf.end()
  return ended
}

/** Rows of cells at fixed places; a cell is broken at its column's width. */
export function drawTable(pdf: PdfDocument, columns: readonly number[], rows: readonly (readonly string[])[]): void {
  for (const row of rows) {
    const top = pdf.y
    let bottom = top
    for (const [at, cell] of row.entries()) {
      const left = columns[at] ?? MARGIN
      const right = columns[at + 1] ?? pdf.page.width - MARGIN
      pdf.text(cell || ' ', left, top, { width: right - left - 10 })
      bottom = Math.max(bottom, pdf.y)
    }
    pdf.y = bottom + 4
  }
  pdf.x = MARGIN
}
