import type { FileFormat, ReadFile } from '../domain/document.ts'
import type { OpenedFile } from './attached-file.ts'
import type { FailureCode, FileFailure } from './ports.ts'
import { CannotRead } from './readers/archive.ts'
import { sniffFormat } from './readers/sniff.ts'

export { sniffFormat }

/** Larger files are refused: minutes with attachments stay far below. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
/** Some 6,000 full pages. */
const MAX_TEXT_CHARS = 16_000_000
/** A paragraph of the longest minutes has 10,000 characters. */
const MAX_BLOCK_CHARS = 1_000_000
const MAX_BLOCKS = 400_000
const MAX_PAGES = 20_000
/** Formats that are their own text; the others pack it. */
const UNPACKED: readonly string[] = ['text', 'markdown', 'html']

const MESSAGES: Readonly<Record<FailureCode, string>> = {
  unreadable: 'The file could not be opened; check who may read it.',
  empty: 'The file is empty.',
  'no-text': 'The file holds no text.',
  'image-only': 'The file holds pictures or scanned pages without text that could be read.',
  encrypted: 'The file is encrypted or protected by a password.',
  damaged: 'The file is damaged or cut short.',
  'unsupported-format': 'The file is not a PDF, DOCX, PPTX, XLSX, HTML, Markdown, e-mail (EML, MSG) or text file.',
  'xfa-form': 'The file is a dynamic form (XFA) that only Adobe Reader shows; print it to PDF and use that.',
  macro: 'The file carries macros and is not opened; save it without them.',
  'unsafe-inside': 'The file is built in a way that honest programs do not build files, and is not opened.',
  'too-large': `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB.`,
  'too-large-inside':
    'The file holds more than can be read: too much text, too many parts or parts packed too tightly.',
  'too-much-memory': 'Reading the file took too much memory and was stopped.',
  'took-too-long': 'Reading the file took too long and was stopped.',
  'reader-broke': 'The file broke the program that reads it; nothing else was harmed.',
  'being-written': 'The file changed while it was read; it is read again when it rests.',
  'packed-mail':
    'The e-mail is packed so that only mail programs open it (winmail.dat or S/MIME); save what came in it as files.',
  'only-linked': 'The file did not come in the e-mail, which only links to it; put the file itself in the folder.',
  'too-deep-inside': 'The file lies deeper in e-mails within e-mails than is read.',
  'outside-folder': 'The file is a link that leads out of the folder.',
}

export const failure = (code: FailureCode): FileFailure => ({ code, message: MESSAGES[code] })

export interface ReadOptions {
  /** Reads pictures and scanned pages; without it they are `image-only`. */
  readonly ocr?: boolean
  /** Called before each page that is recognised, which takes seconds. */
  readonly onOcrPage?: () => void
}

/**
 * @param name the file's name, for telling Markdown from plain text
 * @returns pages and blocks, or why there are none; never throws for what the bytes hold
 */
export async function readFileBytes(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<OpenedFile | FileFailure> {
  if (bytes.length > MAX_FILE_BYTES) return failure('too-large')
  try {
    const format = sniffFormat(bytes, name)
    if (UNPACKED.includes(format) && bytes.length > 2 * MAX_TEXT_CHARS) return failure('too-large-inside')
    const read = await readAs(format, bytes, options)
    if (typeof read === 'string') return failure(read)
    if (isTooLarge(read)) return failure('too-large-inside')
    return read.pages.some((page) => page.blocks.length > 0) ? read : failure('no-text')
  } catch (error) {
    if (error instanceof CannotRead) return failure(error.code)
    throw error
  }
}

function isTooLarge({ pages }: ReadFile): boolean {
  let chars = 0
  let blocks = 0
  if (pages.length > MAX_PAGES) return true
  for (const page of pages)
    for (const { text } of page.blocks) {
      chars += text.length
      if (++blocks > MAX_BLOCKS || chars > MAX_TEXT_CHARS || text.length > MAX_BLOCK_CHARS) return true
    }
  return false
}

/** Readers are loaded when first needed: a start without new files loads none. */
async function readAs(
  format: FileFormat | FailureCode,
  bytes: Uint8Array,
  options: ReadOptions,
): Promise<OpenedFile | FailureCode> {
  switch (format) {
    case 'pdf': {
      const read = await (await import('./readers/pdf.ts')).readPdf(bytes)
      return (await import('./readers/ocr-pdf.ts')).withScannedPages(bytes, read, options)
    }
    case 'image':
      return options.ocr ? (await import('./readers/ocr.ts')).readPicture(bytes, options) : 'image-only'
    case 'docx':
      return (await import('./readers/docx.ts')).readDocx(bytes)
    case 'pptx':
      return (await import('./readers/pptx.ts')).readPptx(bytes)
    case 'xlsx':
      return (await import('./readers/xlsx.ts')).readXlsx(bytes)
    case 'html':
      return (await import('./readers/html.ts')).readHtml(bytes)
    case 'email':
      return (await import('./readers/eml.ts')).readEml(bytes)
    case 'msg':
      return (await import('./readers/msg.ts')).readMsg(bytes)
    case 'markdown':
      return (await import('./readers/markdown.ts')).readMarkdown(bytes)
    case 'text':
      return (await import('./readers/text.ts')).readText(bytes)
    default:
      return format
  }
}
