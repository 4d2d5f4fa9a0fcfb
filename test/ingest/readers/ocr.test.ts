import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createReaderPool } from '../../../src/ingest/isolation/reader-pool.ts'
import { readFileBytes } from '../../../src/ingest/read-file.ts'
import { dotsOf } from '../../../src/ingest/readers/ocr.ts'
import { madePdf } from './made-pdf.ts'

const picture = readFileSync(join(import.meta.dirname, '../../fixtures/scanned-page.png'))
const scanned = (): Promise<Uint8Array> =>
  madePdf((pdf) => {
    pdf.image(picture, 0, 0, { width: 595 })
    pdf.addPage()
    pdf.text('Side to har tekst.')
  })

describe('a scanned page', () => {
  const pool = createReaderPool({ ocr: true })
  afterAll(() => pool.close())

  it('is recognised without a network, marked as such, its table by cell', async () => {
    const read = await pool.readIsolated(picture, 'bilde.png')
    if ('code' in read) throw new Error(read.code)
    const blocks = read.pages[0]?.blocks ?? []
    expect(read.format).toBe('image')
    expect(blocks.every((block) => block.isOcr)).toBe(true)
    expect(blocks[0]?.text).toBe('Møteprotokoll for Elvebakken råd')
    expect(blocks.map((block) => block.text)).toContain('Vedtak: Rådet tar saken til orientering.')
    const rows = blocks.find((block) => block.kind === 'table')?.rows
    expect(rows?.map((row) => row[0])).toEqual(['Kommune', 'Ålvik', 'Østmark', 'Sum'])
    expect(rows?.map((row) => row[3]?.replace(/\s/g, ''))).toEqual(['2025', '1300,2', '990,0', '2290,2'])
  })

  it('stands on its page, between pages that need no recognition', async () => {
    const read = await pool.readIsolated(await scanned(), 'skannet.pdf')
    if ('code' in read) throw new Error(read.code)
    expect(read.pages.map(({ number, blocks }) => [number, blocks.every((block) => block.isOcr)])).toEqual([
      [1, true],
      [2, false],
    ])
    const parsed = await pool.parseIsolated(await scanned(), 'skannet.pdf')
    if ('code' in parsed) throw new Error(parsed.code)
    expect(parsed.passages.filter((passage) => passage.isOcr).length).toBeGreaterThan(2)
    expect(parsed.passages.some((passage) => passage.page === 2 && !passage.isOcr)).toBe(true)
  })

  it('is named as a picture where recognition is off', async () => {
    expect(await readFileBytes(picture, 'bilde.png')).toMatchObject({ code: 'image-only' })
    const alone = await madePdf((pdf) => void pdf.image(picture, 0, 0, { width: 595 }))
    expect(await readFileBytes(alone, 'skannet.pdf')).toMatchObject({ code: 'image-only' })
    const some = await readFileBytes(await scanned(), 'skannet.pdf')
    expect('code' in some ? some.code : some.pages[1]?.blocks[0]?.text).toBe('Side to har tekst.')
  })

  it('tells the size of PNG and JPEG before unpacking them', () => {
    expect(dotsOf(picture)).toEqual({ width: 1653, height: 2339 })
    const jpeg = Buffer.from('ffd8ffe000044a46ffc4000300ffc0000b0801000200011100', 'hex')
    expect(dotsOf(jpeg)).toEqual({ width: 512, height: 256 })
    expect(dotsOf(Buffer.from('ffd8ff', 'hex'))).toBeUndefined()
  })
})
