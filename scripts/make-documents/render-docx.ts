import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Source, SourceBlock, Span } from './source.ts'
import { readZip, writeStoredZip } from './zip.ts'

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]
/** Width of the text on an A4 page with the margins of Word, in twentieths of a point. */
const TEXT_WIDTH = 9026
const LABEL_WIDTH = 1700
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERLESS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
}

/** Draws a source as a Word file with heading styles, real lists, tables and hyperlinks. */
export async function renderDocx(source: Source): Promise<Buffer> {
  let orderedLists = 0
  const children = source.blocks.flatMap((block): FileChild[] => {
    if (block.kind === 'list' && block.isOrdered) orderedLists++
    return drawBlock(block, orderedLists)
  })
  const document = new Document({
    title: source.title,
    creator: 'Firklang IKT',
    lastModifiedBy: 'Firklang IKT',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: source.language } } } } },
    numbering: {
      config: [
        { reference: 'bullets', levels: [listLevel(LevelFormat.BULLET, '•')] },
        { reference: 'numbers', levels: [listLevel(LevelFormat.DECIMAL, '%1.')] },
      ],
    },
    sections: [
      {
        ...(source.header && { headers: { default: new Header({ children: [new Paragraph(source.header)] }) } }),
        ...(source.footer && { footers: { default: new Footer({ children: [footerLine(source.footer)] }) } }),
        children,
      },
    ],
  })
  return reproducible(await Packer.toBuffer(document), source.createdUtc)
}

const listLevel = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: 0,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 720, hanging: 360 } } },
})

function drawBlock(block: SourceBlock, listInstance: number): FileChild[] {
  switch (block.kind) {
    case 'heading': {
      const heading = HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_3
      return [new Paragraph({ heading, keepNext: true, children: runs(block.spans) })]
    }
    case 'paragraph':
      return [new Paragraph({ spacing: { after: 140 }, children: runs(block.spans) })]
    case 'list':
      return block.items.map(
        (item) =>
          new Paragraph({
            numbering: block.isOrdered
              ? { reference: 'numbers', level: 0, instance: listInstance }
              : { reference: 'bullets', level: 0 },
            children: runs(item),
          }),
      )
    case 'table':
      return [block.header ? grid(block.header, block.rows) : labels(block.rows), new Paragraph('')]
  }
}

function runs(spans: readonly Span[]): (TextRun | ExternalHyperlink)[] {
  return spans.map((span) =>
    span.url
      ? new ExternalHyperlink({ link: span.url, children: [new TextRun({ text: span.text, style: 'Hyperlink' })] })
      : new TextRun({ text: span.text, bold: span.isBold }),
  )
}

const cell = (text: string, width: number, isBold: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ children: text ? [new TextRun({ text, bold: isBold })] : [] })],
  })

const labels = (rows: readonly string[][]): Table =>
  new Table({
    borders: BORDERLESS,
    columnWidths: [LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH],
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    rows: rows.map(
      ([label = '', value = '']) =>
        new TableRow({ children: [cell(label, LABEL_WIDTH, true), cell(value, TEXT_WIDTH - LABEL_WIDTH, false)] }),
    ),
  })

function grid(header: readonly string[], rows: readonly string[][]): Table {
  const width = Math.floor(TEXT_WIDTH / header.length)
  const row = (cells: readonly string[], isHeader: boolean): TableRow =>
    new TableRow({
      tableHeader: isHeader,
      children: cells.map((text) => cell(text, width, isHeader || cells[0] === 'Sum')),
    })
  return new Table({
    columnWidths: header.map(() => width),
    width: { size: width * header.length, type: WidthType.DXA },
    rows: [row(header, true), ...rows.map((cells) => row(cells, false))],
  })
}

function footerLine(footer: string): Paragraph {
  const parts = footer
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? PageNumber.CURRENT : part === '{pages}' ? PageNumber.TOTAL_PAGES : part))
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: parts })] })
}

/** The same document in the same bytes: the library stamps the clock and random relationship ids into every file. */
function reproducible(bytes: Buffer, createdUtc: Date): Buffer {
  const ids = new Map<string, string>()
  const settled = (id: string): string => {
    const known = ids.get(id) ?? `rIdLink${ids.size + 1}`
    ids.set(id, known)
    return known
  }
  const stamp = createdUtc.toISOString().replace('.000', '')
  const entries = readZip(bytes).map(({ name, data }) => {
    if (!/\.(xml|rels)$/.test(name)) return { name, data }
    const text = data
      .toString('utf8')
      .replace(/\brId[a-z0-9_-]{21}(?=")/g, settled)
      .replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${stamp}`)
    return { name, data: Buffer.from(text, 'utf8') }
  })
  return writeStoredZip(entries, createdUtc)
}
