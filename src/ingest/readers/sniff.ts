import type { FileFormat } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { CannotRead, openArchive } from './archive.ts'
import { officeFormatOf } from './archive-office.ts'
import { MSG_PROPERTIES, openCompoundFile } from './compound-file.ts'

const HEAD_BYTES = 8192
/** Servers write their marks before the sender's fields, and some write much. */
const MAIL_HEAD_BYTES = 65_536
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
  ['-----BEGIN PGP MESSAGE-----', 'encrypted'],
  // TNEF, which Outlook writes as winmail.dat.
  ['\u0078\u009f\u003e\u0022', 'packed-mail'],
]

/** What S/MIME wraps an e-mail in (CMS): signed data 1.2.840.113549.1.7.2, enveloped data .3, authenticated .9.16.1.23. */
const CMS_TYPES: readonly (readonly [objectId: string, format: FailureCode])[] = [
  ['06092a864886f70d010702', 'packed-mail'],
  ['06092a864886f70d010703', 'encrypted'],
  ['060b2a864886f70d0109100117', 'encrypted'],
]
const CMS_HEAD_BYTES = 32

function sniffCms(bytes: Uint8Array): FailureCode | undefined {
  const head = Buffer.from(bytes.subarray(0, CMS_HEAD_BYTES)).toString('hex')
  return head.startsWith('30') ? CMS_TYPES.find(([objectId]) => head.includes(objectId))?.[1] : undefined
}

/** Outlook's e-mails, DOCX with a password, and the Office files of before 2007 are OLE containers; the last are not read. */
function sniffOle(bytes: Uint8Array, name: string): FileFormat | FailureCode {
  const outlook = sniffMsg(bytes, name)
  if (outlook) return outlook
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return 'encrypted'
  return content.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) ? 'macro' : 'unsupported-format'
}

/** What the root holds tells; a name within may belong to an e-mail that lies in a Word file, or the reverse. */
function sniffMsg(bytes: Uint8Array, name: string): FileFormat | FailureCode | undefined {
  try {
    return openCompoundFile(bytes).has(MSG_PROPERTIES) ? 'msg' : undefined
  } catch (error) {
    if (!(error instanceof CannotRead)) throw error
    return /\.msg$/i.test(name) ? error.code : undefined
  }
}

const isUtf16 = (bytes: Uint8Array): boolean => startsWith(bytes, '\u00ff\u00fe') || startsWith(bytes, '\u00fe\u00ff')

function isBinary(head: Uint8Array): boolean {
  if (head.includes(0)) return true
  const control = head.reduce((count, byte) => count + (byte < 32 && ![9, 10, 12, 13].includes(byte) ? 1 : 0), 0)
  return control > head.length * MAX_CONTROL_SHARE
}

/** Fields up to the first empty line, as mail servers write them; or what Outlook keeps of a signed e-mail: its parts alone. */
function isMail(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, MAIL_HEAD_BYTES)).toString().trimStart()
  const fields = head.split(/\r?\n\r?\n/, 1)[0] ?? ''
  if (!/^[A-Za-z][\w-]{1,60}:[ \t]?/.test(fields)) return false
  if (/^content-type:\s*multipart\//i.test(fields)) return true
  return /^from:/im.test(fields) && /^(?:mime-version|message-id|received|date|content-type):/im.test(fields)
}

/**
 * What the bytes are, whatever the name says; the name only tells Markdown from plain text.
 * @throws CannotRead for a zip file that is damaged or made to harm
 */
export function sniffFormat(bytes: Uint8Array, name: string): FileFormat | FailureCode {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 'PK\u0003\u0004') || startsWith(bytes, 'PK\u0005\u0006'))
    return officeFormatOf(openArchive(bytes).names) ?? 'unsupported-format'
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return sniffOle(bytes, name)
  // After what may hold a PDF within its first bytes.
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  const known = SIGNATURES.find(([signature]) => startsWith(bytes, signature))
  const sealed = known?.[1] ?? sniffCms(bytes)
  if (sealed) return sealed
  const head = bytes.subarray(0, HEAD_BYTES)
  if (!isUtf16(bytes) && isBinary(head)) return 'unsupported-format'
  const text = (isUtf16(bytes) ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : new TextDecoder())
    .decode(head)
    .replace(/^\ufeff/, '')
    .trimStart()
  if (/^(?:<!--[\s\S]{0,4000}?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b/i.test(text))
    return 'html'
  if (text.startsWith('<?xml')) return 'unsupported-format'
  if (isMail(bytes)) return 'email'
  if (/\.html?$/i.test(name) && /<\/?[a-z][^>]*>/i.test(text)) return 'html'
  return /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text'
}
