import type { FileFormat, ReadFile } from '../domain/document.ts'
import type { FailureCode, FileFailure } from './ports.ts'

/** Larger files are refused: minutes with attachments stay far below. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

const MESSAGES: Readonly<Record<FailureCode, string>> = {
  unreadable: 'The file could not be opened; check who may read it.',
  empty: 'The file is empty.',
  'no-text': 'The file holds no text; it may be scanned pages.',
  encrypted: 'The file is protected by a password.',
  damaged: 'The file is damaged or cut short.',
  'unsupported-format': 'The file is not a PDF, DOCX, Markdown or text file.',
  'too-large': `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB.`,
  'outside-folder': 'The file is a link that leads out of the folder.',
}

export const failure = (code: FailureCode): FileFailure => ({ code, message: MESSAGES[code] })

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  bytes.length >= signature.length && [...signature].every((char, index) => bytes[index] === char.charCodeAt(0))

/** What the bytes are, whatever the name says; the name only tells Markdown from plain text. */
export function sniffFormat(bytes: Uint8Array, name: string): FileFormat | FailureCode {
  if (bytes.length === 0) return 'empty'
  const head = bytes.subarray(0, 1024)
  if (Buffer.from(head).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\u0003\u0004'))
    return Buffer.from(bytes).includes('word/document.xml') ? 'docx' : 'unsupported-format'
  // Old Office files, and DOCX with a password, are OLE containers.
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0'))
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'unsupported-format'
  const isUtf16 = startsWith(bytes, '\u00ff\u00fe') || startsWith(bytes, '\u00fe\u00ff')
  if (!isUtf16 && bytes.subarray(0, 8192).includes(0)) return 'unsupported-format'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
}

/**
 * @param name the file's name, for telling Markdown from plain text
 * @returns pages and blocks, or why there are none; never throws for what the bytes hold
 */
export async function readFileBytes(bytes: Uint8Array, name: string): Promise<ReadFile | FileFailure> {
  if (bytes.length > MAX_FILE_BYTES) return failure('too-large')
  const format = sniffFormat(bytes, name)
  const read = await readAs(format, bytes)
  if (typeof read === 'string') return failure(read)
  return read.pages.some((page) => page.blocks.length > 0) ? read : failure('no-text')
}

/** Readers are loaded when first needed: a start without new files loads none. */
async function readAs(format: FileFormat | FailureCode, bytes: Uint8Array): Promise<ReadFile | FailureCode> {
  switch (format) {
    case 'pdf':
      return (await import('./readers/pdf.ts')).readPdf(bytes)
    case 'docx':
      return (await import('./readers/docx.ts')).readDocx(bytes)
    case 'markdown':
      return (await import('./readers/markdown.ts')).readMarkdown(bytes)
    case 'text':
      return (await import('./readers/text.ts')).readText(bytes)
    default:
      return format
  }
}
