import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'

/** One character as the page draws it. Points (1/72 inch); y grows downwards from the top of the page. */
export interface Glyph {
  readonly char: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
  readonly isBold: boolean
}

export interface LinkArea {
  readonly url: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  /** In the order of the content stream; a line break of the library is a glyph "\n" without place. */
  readonly glyphs: readonly Glyph[]
  readonly links: readonly LinkArea[]
}

export interface PdfFile {
  readonly title: string | undefined
  readonly pageCount: number
  readPage(index: number): PdfPage
  close(): void
}

/** The functions of the library that are called for every character; addresses are of its memory. */
interface TextFunctions {
  FPDFText_GetUnicode(textPage: number, index: number): number
  FPDFText_GetCharBox(textPage: number, index: number, ...leftRightBottomTop: number[]): number
  FPDFText_GetCharOrigin(textPage: number, index: number, x: number, y: number): number
  FPDFText_GetFontSize(textPage: number, index: number): number
  FPDFText_GetFontWeight(textPage: number, index: number): number
  FPDFText_GetTextObject(textPage: number, index: number): number
  FPDFText_GetFontInfo(textPage: number, index: number, name: number, sizeBytes: number, flags: number): number
}

/** `FPDF_GetLastError` of a file that wants a password. */
const PASSWORD_ERROR = 4
const BOLD_WEIGHT = 600
/** Fonts that are not embedded state no weight; their name does. */
const BOLD_NAME = /bold|black|heavy|demi/i
const FONT_NAME_BYTES = 128

let loading: Promise<WrappedPdfiumModule> | undefined

export function loadLibrary(): Promise<WrappedPdfiumModule> {
  loading ??= (async () => {
    const wasm = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
    const library = await init({ wasmBinary: readFileSync(wasm) as unknown as ArrayBuffer })
    library.PDFiumExt_Init()
    return library
  })()
  return loading
}

/** @returns 'encrypted' or 'damaged' when the bytes are no PDF that can be opened */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile | 'encrypted' | 'damaged'> {
  const library = await loadLibrary()
  const { pdfium } = library
  // Emscripten replaces the heap views when memory grows, so they are read from the module at every use.
  const heap = pdfium as unknown as { HEAPU8: Uint8Array; HEAPF64: Float64Array; HEAPF32: Float32Array }
  const { malloc, free } = pdfium.wasmExports
  // Called for every character: the library's own wrapper takes longer than the call itself.
  const text = pdfium.wasmExports as unknown as TextFunctions

  const data = malloc(bytes.length)
  heap.HEAPU8.set(bytes, data)
  const document = library.FPDF_LoadMemDocument(data, bytes.length, '')
  if (!document) {
    const error = library.FPDF_GetLastError()
    free(data)
    return error === PASSWORD_ERROR ? 'encrypted' : 'damaged'
  }
  const scratch = malloc(64)
  const fontName = malloc(FONT_NAME_BYTES)

  function readUtf16(read: (buffer: number, sizeBytes: number) => number): string {
    const sizeBytes = read(0, 0)
    if (sizeBytes <= 2) return ''
    const buffer = malloc(sizeBytes)
    read(buffer, sizeBytes)
    const value = pdfium.UTF16ToString(buffer)
    free(buffer)
    return value
  }

  function isBoldAt(textPage: number, index: number): boolean {
    if (text.FPDFText_GetFontWeight(textPage, index) >= BOLD_WEIGHT) return true
    const sizeBytes = text.FPDFText_GetFontInfo(textPage, index, fontName, FONT_NAME_BYTES, 0)
    return sizeBytes > 0 && sizeBytes <= FONT_NAME_BYTES && BOLD_NAME.test(pdfium.UTF8ToString(fontName))
  }

  function readGlyphs(page: number, height: number): Glyph[] {
    const textPage = library.FPDFText_LoadPage(page)
    const count = library.FPDFText_CountChars(textPage)
    const glyphs: Glyph[] = []
    let textObject = -1
    let isBold = false
    for (let index = 0; index < count; index++) {
      const code = text.FPDFText_GetUnicode(textPage, index)
      if (code === 13 || code === 0) continue
      if (code === 10) {
        glyphs.push({ char: '\n', left: 0, right: 0, baseline: 0, size: 0, isBold: false })
        continue
      }
      text.FPDFText_GetCharBox(textPage, index, scratch, scratch + 8, scratch + 16, scratch + 24)
      text.FPDFText_GetCharOrigin(textPage, index, scratch + 32, scratch + 40)
      const at = scratch >> 3
      // A run of text has one font: asked once a run, not once a character.
      const objectHere = text.FPDFText_GetTextObject(textPage, index)
      if (objectHere !== textObject) {
        textObject = objectHere
        isBold = isBoldAt(textPage, index)
      }
      glyphs.push({
        // The library marks a hyphen at a line's end as U+0002 or U+FFFE.
        char: code === 2 || code === 0xfffe ? '-' : String.fromCodePoint(code),
        left: heap.HEAPF64[at] ?? 0,
        right: heap.HEAPF64[at + 1] ?? 0,
        baseline: height - (heap.HEAPF64[at + 5] ?? 0),
        size: text.FPDFText_GetFontSize(textPage, index),
        isBold,
      })
    }
    library.FPDFText_ClosePage(textPage)
    return glyphs
  }

  function readLinks(page: number, height: number): LinkArea[] {
    const links: LinkArea[] = []
    heap.HEAPU8.fill(0, scratch, scratch + 8)
    while (library.FPDFLink_Enumerate(page, scratch, scratch + 4)) {
      const link = pdfium.getValue(scratch + 4, 'i32') as number
      const action = library.FPDFLink_GetAction(link)
      if (!action || !library.FPDFLink_GetAnnotRect(link, scratch + 8)) continue
      const at = (scratch + 8) >> 2
      const [left = 0, top = 0, right = 0, bottom = 0] = heap.HEAPF32.slice(at, at + 4)
      const sizeBytes = library.FPDFAction_GetURIPath(document, action, 0, 0)
      if (sizeBytes <= 1) continue
      const buffer = malloc(sizeBytes)
      library.FPDFAction_GetURIPath(document, action, buffer, sizeBytes)
      links.push({
        url: pdfium.UTF8ToString(buffer),
        left,
        right,
        top: height - Math.max(top, bottom),
        bottom: height - Math.min(top, bottom),
      })
      free(buffer)
    }
    return links
  }

  return {
    title: readUtf16((buffer, size) => library.FPDF_GetMetaText(document, 'Title', buffer, size)).trim() || undefined,
    pageCount: library.FPDF_GetPageCount(document),
    readPage(index) {
      const page = library.FPDF_LoadPage(document, index)
      if (!page) return { width: 0, height: 0, glyphs: [], links: [] }
      const height = library.FPDF_GetPageHeightF(page)
      const read = {
        width: library.FPDF_GetPageWidthF(page),
        height,
        glyphs: readGlyphs(page, height),
        links: readLinks(page, height),
      }
      library.FPDF_ClosePage(page)
      return read
    },
    close() {
      library.FPDF_CloseDocument(document)
      free(data)
      free(scratch)
      free(fontName)
    },
  }
}
