/**
 * How fast PDF is read through the isolation, warm, beside pdftotext where it is installed; and the most memory that the
 * reader's process takes for a long file.
 * Run: node scripts/bench-reading.ts [pages for speed] [pages for memory]. Prints one JSON line last.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PdfDocument from 'pdfkit'
import { createReaderPool } from '../src/ingest/isolation/reader-pool.ts'
import { residentBytes } from '../src/ingest/isolation/resident-memory.ts'

const RUNS = 3
const MB = 1024 * 1024
const speedPages = Number(process.argv[2] ?? 500)
const memoryPages = Number(process.argv[3] ?? 2000)
const WORDS = 'budsjett møte vedtak rådet kommune innkalling drift tiltak ramme på og i fra skal for helse skole'.split(
  ' ',
)

/** Full pages: headings, paragraphs, and every fourth page a table. */
function madePdf(pageCount: number): Promise<Buffer> {
  const document = new PdfDocument({ size: 'A4', margins: { top: 60, bottom: 60, left: 60, right: 60 } })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))))
  const word = (at: number): string => WORDS[at % WORDS.length] ?? ''
  for (let page = 0; page < pageCount; page++) {
    if (page > 0) document.addPage()
    document
      .fontSize(15)
      .text(`${page + 1} Sak om ${word(page)} og ${word(page + 5)}`)
      .fontSize(11)
    document.y += 9
    if (page % 4 === 3) {
      for (let row = 0; row < 20; row++) {
        const top = document.y
        for (let column = 0; column < 4; column++)
          document.text(column === 0 ? word(row) : String(row * 137 + column * 11), 60 + column * 120, top)
      }
      document.text('', 60, document.y + 12)
    }
    for (let paragraph = 0; paragraph < (page % 4 === 3 ? 4 : 7); paragraph++) {
      const words = Array.from({ length: 55 }, (_, at) => word(at * 7 + page * 3 + paragraph * 5))
      document.text(`${words.join(' ')}.`)
      document.y += 9
    }
  }
  document.end()
  return ended
}

async function secondsOf(work: () => unknown): Promise<number> {
  const startMs = performance.now()
  await work()
  return (performance.now() - startMs) / 1000
}

const folder = mkdtempSync(join(tmpdir(), 'rakel-bench-'))
const pool = createReaderPool()
try {
  const speedFile = join(folder, 'speed.pdf')
  const speedBytes = await madePdf(speedPages)
  writeFileSync(speedFile, speedBytes)

  const first = await secondsOf(async () => pool.readIsolated(await madePdf(1), 'first.pdf'))
  await pool.readIsolated(await madePdf(30), 'warm.pdf')
  const read: number[] = []
  const parsed: number[] = []
  const others: number[] = []
  const hasOther = spawnSync('pdftotext', ['-v']).error === undefined
  for (let run = 0; run < RUNS; run++) {
    read.push(await secondsOf(() => pool.readIsolated(speedBytes, 'speed.pdf')))
    parsed.push(await secondsOf(() => pool.parseIsolated(speedBytes, 'speed.pdf')))
    if (hasOther) others.push(await secondsOf(() => spawnSync('pdftotext', [speedFile, '/dev/null'])))
  }

  const memoryBytes = await madePdf(memoryPages)
  let peakBytes = 0
  const watch = setInterval(async () => {
    for (const pid of pool.pids()) peakBytes = Math.max(peakBytes, (await residentBytes(pid)) ?? 0)
  }, 20)
  const parentBefore = process.memoryUsage().rss
  let outcome = ''
  const long = await secondsOf(async () => {
    const document = await pool.parseIsolated(memoryBytes, 'long.pdf')
    outcome = 'code' in document ? document.code : `${document.pageCount} pages, ${document.passages.length} passages`
  })
  clearInterval(watch)

  const perSecond = (times: readonly number[]): number | null =>
    times.length === 0 ? null : Math.round(speedPages / Math.min(...times))
  const figures = {
    pages: speedPages,
    firstFileMs: Math.round(first * 1000),
    pagesPerSecond: perSecond(read),
    pagesPerSecondParsed: perSecond(parsed),
    pdftotextPagesPerSecond: perSecond(others),
    longFilePages: memoryPages,
    longFileOutcome: outcome,
    longFileSeconds: Number(long.toFixed(1)),
    longFileChildPeakMb: Math.round(peakBytes / MB),
    parentMb: Math.round(process.memoryUsage().rss / MB),
    parentGrowthMb: Math.round((process.memoryUsage().rss - parentBefore) / MB),
  }
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`${name.padEnd(26)} ${value}\n`)
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  pool.close()
  rmSync(folder, { recursive: true })
}
