import { Document, ExternalHyperlink, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { readDocx } from '../../../src/ingest/readers/docx.ts'

type Child = Paragraph | Table
const made = (...children: Child[]): Promise<Buffer> => Packer.toBuffer(new Document({ sections: [{ children }] }))
const row = (...cells: string[]): TableRow =>
  new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })

describe('a DOCX', () => {
  it('gives headings, paragraphs, lists, tables and links on one page without a number', async () => {
    const bytes = await made(
      new Paragraph({ text: 'Møtereferat', heading: HeadingLevel.HEADING_1 }),
      new Table({ rows: [row('Dato', '14.11.2024'), row('Forfall', ''), row('Referent', 'Nes, Kari')] }),
      new Paragraph({
        children: [
          new ExternalHyperlink({ link: 'https://example.org/1', children: [new TextRun('2024/M7-001 - Plan')] }),
        ],
      }),
      new Paragraph('Vedtak: Planen vedtas.'),
      new Paragraph({ text: 'Et punkt', bullet: { level: 0 } }),
    )
    const read = await readDocx(bytes)
    if (typeof read === 'string') throw new Error(read)
    expect(read.pages).toHaveLength(1)
    expect(read.pages[0]?.number).toBeNull()
    expect(read.pages[0]?.blocks).toEqual([
      { kind: 'heading', text: 'Møtereferat', level: 1, links: [] },
      {
        kind: 'table',
        text: 'Dato 14.11.2024\nForfall\nReferent Nes, Kari',
        level: 0,
        links: [],
        rows: [
          ['Dato', '14.11.2024'],
          ['Forfall', ''],
          ['Referent', 'Nes, Kari'],
        ],
      },
      {
        kind: 'paragraph',
        text: '2024/M7-001 - Plan',
        level: 0,
        links: [{ text: '2024/M7-001 - Plan', url: 'https://example.org/1' }],
      },
      { kind: 'paragraph', text: 'Vedtak: Planen vedtas.', level: 0, links: [] },
      { kind: 'listItem', text: '• Et punkt', level: 1, links: [] },
    ])
  })

  it('without text or cut short is named so', async () => {
    expect(await readDocx(await made(new Paragraph('')))).toBe('no-text')
    const whole = await made(new Paragraph('Tekst'))
    expect(await readDocx(whole.subarray(0, whole.length / 2))).toBe('damaged')
  })
})
