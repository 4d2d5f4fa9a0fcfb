/** Prints how many pages a second the PDF reader reads, warm, beside pdftotext where it is installed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PdfDocument from 'pdfkit'
import { readPdf } from '../src/ingest/readers/pdf.ts'

const PAGES = Number(process.argv[2] ?? 500)
const RUNS = 3
const WORDS = 'budsjett møte vedtak rådet kommune innkalling drift tiltak ramme på og i fra skal for helse skole'.split(
  ' ',
)

function madePdf(pageCount: number): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A4', margins: { top: 60, bottom: 60, left: 60, right: 60 } })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  document.fontSize(11)
  for (let page = 0; page < pageCount; page++) {
    if (page > 0) document.addPage()
    for (let paragraph = 0; paragraph < 8; paragraph++) {
      const words = Array.from({ length: 55 }, (_, at) => WORDS[(at * 7 + page * 3 + paragraph * 5) % WORDS.length])
      document.text(`${words.join(' ')}.`)
      document.y += 9
    }
  }
  document.end()
  return ended
}

const seconds = (work: () => void): number => {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

const bytes = await madePdf(PAGES)
await readPdf(await madePdf(20))
const own: number[] = []
for (let run = 0; run < RUNS; run++) {
  const start = performance.now()
  const read = await readPdf(bytes)
  own.push((performance.now() - start) / 1000)
  if (typeof read === 'string') throw new Error(`the made PDF is ${read}`)
}
const perSecond = (times: readonly number[]): string => (PAGES / Math.min(...times)).toFixed(0)
process.stdout.write(`${PAGES} pages, ${(bytes.length / 1024).toFixed(0)} kB\n`)
process.stdout.write(`reader:    ${perSecond(own)} pages/s (best of ${RUNS})\n`)

const folder = mkdtempSync(join(tmpdir(), 'rakel-bench-'))
const file = join(folder, 'made.pdf')
writeFileSync(file, bytes)
const other = Array.from({ length: RUNS }, () => seconds(() => void spawnSync('pdftotext', [file, '/dev/null'])))
if (spawnSync('pdftotext', ['-v']).error) process.stdout.write('pdftotext: not installed\n')
else process.stdout.write(`pdftotext: ${perSecond(other)} pages/s (process start included)\n`)
rmSync(folder, { recursive: true })
process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`)
