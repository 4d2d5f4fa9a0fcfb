import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import type { Block, Page, ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { layOutPages, type RowPage, toRowPage } from './pdf.ts'
import type { Glyph } from './pdfium.ts'

/** What is recognised is laid out in points, as a PDF is. */
const POINTS_PER_INCH = 72
/** Pictures seldom say their resolution; phones and scanners are nearest this for a page of text. */
const PICTURE_DPI = 200
/** An A3 page at 300 dots an inch has 17 million dots; unpacked they are four bytes each. */
const MAX_DOTS = 25_000_000
/** Lines below this confidence (0–100) are specks, logos and signatures. Measured on made scans. */
const MIN_CONFIDENCE = 45
/** A pattern is taken for "==" and "ll"; a page of text has a word. */
const WORD = /\p{L}{3}/u
/** Of a line's height, from its top, where its letters stand. */
const BASELINE_SHARE = 0.8
/** Lines differ in height by the letters they have; only ones this much higher are set in larger type. */
const LARGER_TYPE = 1.5
const LSTM_ONLY = 1

/** The functions of the recogniser that are used; the package has no types. */
interface Recogniser {
  Init(folder: string | null, language: string, engine: number): number
  SetImageFile(orientation: number, angle: number): number
  Recognize(monitor: null): number
  GetTSVText(page: number): string
  Clear(): void
}

interface RecogniserModule {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void }
  readonly TessBaseAPI: new () => Recogniser
}

interface WordBox {
  readonly text: string
  readonly left: number
  readonly width: number
}

interface TextLine {
  readonly words: WordBox[]
  readonly top: number
  readonly height: number
  confidences: number
}

let loading: Promise<{ module: RecogniserModule; recogniser: Recogniser }> | undefined

/** The program and the Norwegian letters come with packages: nothing is fetched. */
async function start(): Promise<{ module: RecogniserModule; recogniser: Recogniser }> {
  const require = createRequire(import.meta.url)
  const create = require('tesseract.js-core/tesseract-core-simd-lstm') as (
    settings: object,
  ) => Promise<RecogniserModule>
  const module = await create({ print: () => undefined, printErr: () => undefined })
  const letters = require.resolve('@tesseract.js-data/nor/4.0.0_best_int/nor.traineddata.gz')
  module.FS.writeFile('./nor.traineddata', gunzipSync(readFileSync(letters)))
  const recogniser = new module.TessBaseAPI()
  if (recogniser.Init(null, 'nor', LSTM_ONLY) !== 0) throw new Error('the recogniser did not start')
  return { module, recogniser }
}

/** Columns of the recogniser's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function toLines(table: string): TextLine[] {
  const lines: TextLine[] = []
  for (const row of table.split('\n')) {
    const cells = row.split('\t')
    const [level, , , , , , left, top, width, height, confidence] = cells.map(Number)
    if (level === 4) lines.push({ words: [], top: top ?? 0, height: height ?? 0, confidences: 0 })
    const line = lines.at(-1)
    const text = cells[11]?.trim()
    if (level !== 5 || !line || !text) continue
    line.words.push({ text, left: left ?? 0, width: width ?? 0 })
    line.confidences += confidence ?? 0
  }
  const legible = lines.filter(
    ({ words, confidences }) => words.length > 0 && confidences / words.length >= MIN_CONFIDENCE,
  )
  return legible.some(({ words }) => words.some((word) => WORD.test(word.text))) ? legible : []
}

function toGlyphs(lines: readonly TextLine[], scale: number): Glyph[] {
  const heights = lines.map((line) => line.height).sort((a, b) => a - b)
  const usual = heights[Math.floor(heights.length / 2)] ?? 1
  return lines.flatMap(({ words, top, height }) => {
    const size = (height > usual * LARGER_TYPE ? height : usual) * scale
    const place = { baseline: (top + height * BASELINE_SHARE) * scale, size, isBold: false }
    const glyphs = words.flatMap(({ text, left, width }): Glyph[] => {
      const chars = [...text]
      const each = width / chars.length
      const at = (count: number): number => (left + each * count) * scale
      const letters = chars.map((char, index) => ({ char, left: at(index), right: at(index + 1), ...place }))
      return [...letters, { char: ' ', left: at(chars.length), right: at(chars.length), ...place }]
    })
    return [...glyphs, { char: '\n', left: 0, right: 0, baseline: 0, size: 0, isBold: false }]
  })
}

/**
 * Recognises one picture, in seconds.
 * @param picture PNG, JPEG or PNM
 * @returns rows as the PDF reader lays them out; none when nothing was legible
 */
export async function recognise(picture: Uint8Array, dpi: number, heightDots: number): Promise<RowPage> {
  loading ??= start()
  const { module, recogniser } = await loading
  const scale = POINTS_PER_INCH / dpi
  module.FS.writeFile('/input', picture)
  try {
    if (recogniser.SetImageFile(1, 0) !== 0) return { height: 0, links: [], rows: [] }
    recogniser.Recognize(null)
    const glyphs = toGlyphs(toLines(recogniser.GetTSVText(0)), scale)
    return toRowPage({ height: heightDots * scale, links: [], glyphs })
  } finally {
    recogniser.Clear()
    module.FS.unlink('/input')
  }
}

const markOcr = (block: Block): Block => ({ ...block, isOcr: true })

/** Each page by itself: a scan has no running heads that could be told from its text by comparing few pages. */
export const ocrBlocks = (page: RowPage): Block[] =>
  layOutPages([page]).flatMap((laidOut) => laidOut.blocks.map(markOcr))

interface Dots {
  readonly width: number
  readonly height: number
}

/** Size of a picture from its first bytes; undefined when they are damaged. */
export function dotsOf(bytes: Uint8Array): Dots | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data[0] === 0x89)
    return data.length < 24 ? undefined : { width: data.readUInt32BE(16), height: data.readUInt32BE(20) }
  for (let at = 2; at + 9 < data.length && data[at] === 0xff; ) {
    const marker = data[at + 1] ?? 0
    // Start of frame, but for the tables of Huffman (C4), arithmetic (CC) and extension (C8).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2)
  }
  return undefined
}

/** A picture of text: one page. */
export async function readPicture(
  bytes: Uint8Array,
  { onOcrPage }: { readonly onOcrPage?: () => void },
): Promise<ReadFile | FailureCode> {
  const dots = dotsOf(bytes)
  if (!dots || dots.width === 0 || dots.height === 0) return 'damaged'
  if (dots.width * dots.height > MAX_DOTS) return 'too-large-inside'
  onOcrPage?.()
  const page: Page = {
    number: 1,
    blocks: ocrBlocks(await recognise(bytes, PICTURE_DPI, dots.height)),
    looseLinks: [],
  }
  return page.blocks.length > 0 ? { format: 'image', title: undefined, pages: [page] } : 'image-only'
}
