import type { ReadFile } from '../../../src/domain/document.ts'
import { readXlsx } from '../../../src/ingest/readers/xlsx.ts'
import { type SheetXml, workbook } from './office-files.ts'

async function read(sheets: readonly SheetXml[], strings?: readonly string[], date1904?: boolean): Promise<ReadFile> {
  const file = await readXlsx(workbook(sheets, strings, date1904))
  if (typeof file === 'string') throw new Error(file)
  return file
}
const cell = (reference: string, value: string | number, more = ''): string =>
  `<c r="${reference}"${more}><v>${value}</v></c>`
/** Excel writes thousands apart with a no-break space. */
const plain = (rows: readonly (readonly string[])[] | undefined): string[][] =>
  (rows ?? []).map((row) => row.map((text) => text.replace(/[\u00a0\u202f]/g, ' ')))

describe('a workbook', () => {
  it('has a page for each sheet that is shown, headed by its name', async () => {
    const rows = `<row r="1">${cell('A1', 1)}</row>`
    const file = await read([
      { name: 'Drift', rows },
      { name: 'Skjult', rows, state: 'hidden' },
      { name: 'Tom', rows: '' },
      { name: 'Investering', rows },
    ])
    expect(file.title).toBe('Budsjett 2025')
    expect(file.pages.map(({ number, blocks }) => [number, blocks[0]?.text])).toEqual([
      [1, 'Drift'],
      [2, undefined],
      [3, 'Investering'],
    ])
  })

  it('shows numbers, shares, dates and texts as the sheet does in Norwegian', async () => {
    const { pages } = await read(
      [
        {
          name: 'Ark',
          rows: `<row r="3">${cell('B3', 0, ' t="s"')}${cell('C3', 1234567.25, ' s="1"')}${cell('D3', 0.4812, ' s="2"')}</row>
            <row r="4">${cell('B4', 45610, ' s="3"')}${cell('C4', 42.539)}${cell('D4', 1, ' t="b"')}</row>
            <row r="5"><c r="B5" t="inlineStr"><is><t>Sum</t></is></c>${cell('C5', '#DIV/0!', ' t="e"')}${cell('D5', 60, ' s="4"')}</row>`,
        },
      ],
      ['<r><t>Års</t></r><r><t>verk</t></r><rPh><t>aa</t></rPh>'],
    )
    expect(plain(pages[0]?.blocks[1]?.rows)).toEqual([
      ['Årsverk', '1 234 567,3', '48,1%'],
      ['14.11.2024', '42,539', 'SANN'],
      ['Sum', '#DIV/0!', '60 mill. kr'],
    ])
  })

  it('counts days from 1904 where the book says so', async () => {
    const rows = `<row r="1">${cell('A1', 44148, ' s="3"')}${cell('B1', 5)}</row><row r="2">${cell('A2', 1)}${cell('B2', 2)}</row>`
    const { pages } = await read([{ name: 'Ark', rows }], [], true)
    expect(pages[0]?.blocks[1]?.rows?.[0]).toEqual(['14.11.2024', '5'])
  })

  it('tells titles and notes from the table between them, and one table from the next', async () => {
    const pair = (row: number): string => `<row r="${row}">${cell(`A${row}`, row)}${cell(`B${row}`, row)}</row>`
    const line = (row: number, text: string): string =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${text}</t></is></c></row>`
    const { pages } = await read([
      {
        name: 'Ark',
        rows: line(1, 'Tall i 1000 kr') + pair(2) + pair(3) + line(4, 'Kilde: regnskapet') + pair(6) + pair(7),
      },
    ])
    expect(pages[0]?.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['heading', 'Ark'],
      ['paragraph', 'Tall i 1000 kr'],
      ['table', '2 2\n3 3'],
      ['paragraph', 'Kilde: regnskapet'],
      ['table', '6 6\n7 7'],
    ])
  })

  it('keeps an empty cell in its column, and repeats the header of a long table', async () => {
    const rows = Array.from({ length: 450 }, (_, at) =>
      at === 1
        ? `<row r="2">${cell('A2', 7)}${cell('C2', 9)}</row>`
        : `<row r="${at + 1}">${cell(`A${at + 1}`, at)}${cell(`B${at + 1}`, at)}${cell(`C${at + 1}`, at)}</row>`,
    )
    const { pages } = await read([{ name: 'Ark', rows: rows.join('') }])
    const tables = pages[0]?.blocks.slice(1) ?? []
    expect(tables.map((table) => table.rows?.length)).toEqual([201, 201, 50])
    expect(tables.map((table) => table.rows?.[0])).toEqual([1, 2, 3].map(() => ['0', '0', '0']))
    expect(tables[0]?.rows?.[1]).toEqual(['7', '', '9'])
  })

  it('is damaged when it has no sheet', async () => {
    expect(await readXlsx(workbook([]))).toBe('damaged')
  })
})
