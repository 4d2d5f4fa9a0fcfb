import type { Page, ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { ocrBlocks, recognise } from './ocr.ts'
import { loadLibrary } from './pdfium.ts'

/** Higher finds no more letters on made scans, and takes longer. */
const DPI = 200
const POINTS_PER_INCH = 72
/** At some three seconds a page this is two minutes; a longer scan is for the archive's own recogniser. */
const MAX_OCR_PAGES = 40
/** Page sizes beyond A3 are drawn smaller. */
const MAX_SIDE_DOTS = 3400
const IMAGE_OBJECT = 3
const MAX_OBJECTS_LOOKED_AT = 200
const GRAY = 1
const WHITE = 0xffffffff
const XFA_FORM = 2
/** A dynamic form shows one page that asks for another program. */
const MAX_XFA_NOTICE_CHARS = 3000

export interface OcrOptions {
  readonly ocr?: boolean
  readonly onOcrPage?: () => void
}

interface Picture {
  readonly pgm: Uint8Array
  readonly dpi: number
  readonly heightDots: number
}

interface Scan {
  readonly isXfaForm: boolean
  readonly pageCount: number
  /** The page has no text, but a picture that may show some. */
  isPicture(index: number): boolean
  /** The page in shades of grey. */
  draw(index: number): Picture | undefined
  close(): void
}

async function openScan(bytes: Uint8Array): Promise<Scan | undefined> {
  const library = await loadLibrary()
  const { pdfium } = library
  const heap = pdfium as unknown as { HEAPU8: Uint8Array }
  const { malloc, free } = pdfium.wasmExports
  const data = malloc(bytes.length)
  heap.HEAPU8.set(bytes, data)
  const document = library.FPDF_LoadMemDocument(data, bytes.length, '')
  if (!document) {
    free(data)
    return undefined
  }

  function drawOpened(page: number): Picture | undefined {
    const longest = Math.max(library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page), 1)
    const dpi = Math.min(DPI, (MAX_SIDE_DOTS / longest) * POINTS_PER_INCH)
    const width = Math.round((library.FPDF_GetPageWidthF(page) * dpi) / POINTS_PER_INCH)
    const height = Math.round((library.FPDF_GetPageHeightF(page) * dpi) / POINTS_PER_INCH)
    const bitmap = width > 0 && height > 0 ? library.FPDFBitmap_CreateEx(width, height, GRAY, 0, 0) : 0
    if (!bitmap) return undefined
    library.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    library.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    const stride = library.FPDFBitmap_GetStride(bitmap)
    const from = library.FPDFBitmap_GetBuffer(bitmap)
    const head = Buffer.from(`P5 ${width} ${height} 255\n`)
    const pgm = Buffer.alloc(head.length + width * height)
    head.copy(pgm)
    for (let row = 0; row < height; row++) {
      const at = from + row * stride
      pgm.set(heap.HEAPU8.subarray(at, at + width), head.length + row * width)
    }
    library.FPDFBitmap_Destroy(bitmap)
    return { pgm, dpi, heightDots: height }
  }

  function hasText(page: number): boolean {
    const textPage = library.FPDFText_LoadPage(page)
    const count = library.FPDFText_CountChars(textPage)
    library.FPDFText_ClosePage(textPage)
    return count > 0
  }

  function hasImage(page: number): boolean {
    const count = Math.min(library.FPDFPage_CountObjects(page), MAX_OBJECTS_LOOKED_AT)
    for (let at = 0; at < count; at++)
      if (library.FPDFPageObj_GetType(library.FPDFPage_GetObject(page, at)) === IMAGE_OBJECT) return true
    return false
  }

  const withPage = <Value>(index: number, none: Value, use: (page: number) => Value): Value => {
    const page = library.FPDF_LoadPage(document, index)
    if (!page) return none
    const value = use(page)
    library.FPDF_ClosePage(page)
    return value
  }

  return {
    isXfaForm: library.FPDF_GetFormType(document) === XFA_FORM,
    pageCount: library.FPDF_GetPageCount(document),
    isPicture: (index) => withPage(index, false, (page) => !hasText(page) && hasImage(page)),
    draw: (index) => withPage(index, undefined, drawOpened),
    close() {
      library.FPDF_CloseDocument(document)
      free(data)
    },
  }
}

const charsOf = (pages: readonly Page[]): number =>
  pages.flatMap((page) => page.blocks).reduce((sum, block) => sum + block.text.length, 0)

/**
 * What the PDF reader made of a file, with the pages that are pictures recognised. A file of which some pages could not
 * be recognised keeps the others.
 */
export async function withScannedPages(
  bytes: Uint8Array,
  read: ReadFile | FailureCode,
  { ocr, onOcrPage }: OcrOptions,
): Promise<ReadFile | FailureCode> {
  if (typeof read === 'string' && read !== 'no-text') return read
  const pages = typeof read === 'string' ? [] : read.pages
  const isNotice = charsOf(pages) < MAX_XFA_NOTICE_CHARS
  if (!isNotice && pages.every((page) => page.blocks.length > 0)) return read
  const scan = await openScan(bytes)
  if (!scan) return read
  try {
    if (isNotice && scan.isXfaForm) return 'xfa-form'
    const empty = (
      typeof read === 'string' ? Array.from({ length: scan.pageCount }, (_, at) => at) : emptyIn(pages)
    ).slice(0, MAX_OCR_PAGES + 1)
    const pictured = empty.filter((index) => scan.isPicture(index))
    if (pictured.length === 0) return read
    const isTooMany = pictured.length > MAX_OCR_PAGES
    if (!ocr || isTooMany) return typeof read === 'string' ? 'image-only' : read
    const recognised = new Map<number, Page['blocks']>()
    for (const index of pictured) {
      onOcrPage?.()
      const picture = scan.draw(index)
      if (picture) recognised.set(index, ocrBlocks(await recognise(picture.pgm, picture.dpi, picture.heightDots)))
    }
    const all = Array.from({ length: scan.pageCount }, (_, index): Page => {
      const page = pages[index] ?? { number: index + 1, blocks: [], looseLinks: [] }
      return { ...page, blocks: recognised.get(index) ?? page.blocks }
    })
    if (all.every((page) => page.blocks.length === 0)) return 'image-only'
    return { format: 'pdf', title: typeof read === 'string' ? undefined : read.title, pages: all }
  } finally {
    scan.close()
  }
}

const emptyIn = (pages: readonly Page[]): number[] =>
  pages.flatMap((page, index) => (page.blocks.length === 0 ? [index] : []))
