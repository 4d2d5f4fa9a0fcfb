import type { FileFormat } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { openArchive } from './archive.ts'
import { officeFormatOf } from './archive-office.ts'

const HEAD_BYTES = 8192
/** Text has tabs, line ends and form feeds; a file with more of the other control characters than this is something else. */
const MAX_CONTROL_SHARE = 0.02

const startsWith = (bytes: Uint8Array, signature: string): boolean =>
  bytes.length >= signature.length && [...signature].every((char, index) => bytes[index] === char.charCodeAt(0))

const SIGNATURES: readonly (readonly [signature: string, format: FileFormat | FailureCode])[] = [
  ['\u0089PNG\r\n\u001a\n', 'image'],
  ['\u00ff\u00d8\u00ff', 'image'],
  ['{\\rtf', 'unsupported-format'],
  ['%!PS', 'unsupported-format'],
  ['\u001f\u008b', 'unsupported-format'],
]

/** DOCX with a password, and the Office files of before 2007, are OLE containers; the latter are not read. */
function sniffOle(bytes: Uint8Array): FailureCode {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted'
  return content.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) ? 'macro' : 'unsupported-format'
}

const isUtf16 = (bytes: Uint8Array): boolean => startsWith(bytes, '\u00ff\u00fe') || startsWith(bytes, '\u00fe\u00ff')

function isBinary(head: Uint8Array): boolean {
  if (head.includes(0)) return true
  const control = head.reduce((count, byte) => count + (byte < 32 && ![9, 10, 12, 13].includes(byte) ? 1 : 0), 0)
  return control > head.length * MAX_CONTROL_SHARE
}

/** Fields up to the first empty line, as mail servers write them. */
function isMail(head: string): boolean {
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (!/^[A-Za-z][\w-]{1,60}:[ \t]?/.test(fields)) return false
  return /^from:/im.test(fields) && /^(?:mime-version|message-id|received|date|content-type):/im.test(fields)
}

/**
 * What the bytes are, whatever the name says; the name only tells Markdown from plain text.
 * @throws CannotRead for a zip file that is damaged or made to harm
 */
export function sniffFormat(bytes: Uint8Array, name: string): FileFormat | FailureCode {
  if (bytes.length === 0) return 'empty'
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006'))
    return officeFormatOf(openArchive(bytes).names) ?? 'unsupported-format'
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return sniffOle(bytes)
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature))
  if (known) return known[1]
  const head = bytes.subarray(0, HEAD_BYTES)
  if (!isUtf16(bytes) && isBinary(head)) return 'unsupported-format'
  const text = (isUtf16(bytes) ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : new TextDecoder())
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (/^(?:<!--[\s\S]{0,4000}?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return 'html'
  if (text.startsWith('<?xml')) return 'unsupported-format'
  if (isMail(text)) return 'email'
  if (/\.html?$/i.test(name) && /<\/?[a-z][^>]*>/i.test(text)) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
}
