import { type AttachedFile, MAX_MAIL_DEPTH, type OpenedFile } from '../attached-file.ts'
import type { FailureCode } from '../ports.ts'
import { MSG_PROPERTIES, openCompoundFile, type Storage } from './compound-file.ts'
import { bodyOf, isDocument, isPicture, isShownIn, type Mail, toFile } from './mail.ts'

/** Properties by their number (MS-OXPROPS). */
const SUBJECT = 0x0037
const DISPLAY_NAME = 0x3001
const BODY = 0x1000
const BODY_HTML = 0x1013
const ATTACH_DATA = 0x3701
const ATTACH_METHOD = 0x3705
const ATTACH_SHORT_NAME = 0x3704
const ATTACH_LONG_NAME = 0x3707
const ATTACH_MIME_TYPE = 0x370e
const ATTACH_CONTENT_ID = 0x3712
const ATTACH_HIDDEN = 0x7ffe
const INTERNET_CODEPAGE = 0x3fde
const MESSAGE_CODEPAGE = 0x3ffd

/** How an attachment is attached (MS-OXCMSG 2.2.2.9): what is not here is only linked to. */
const BY_VALUE = 1
const AS_MAIL = 5
const AS_OBJECT = 6

const ATTACHMENT = '__attach_version1.0_'
/** Before the properties: of the file's own e-mail, of one within, of an attachment. */
const HEADER_BYTES = { file: 32, mail: 24, attachment: 8 } as const
const PROPERTY_BYTES = 16

const hex = (number: number): string => number.toString(16).toUpperCase().padStart(4, '0')
const streamName = (property: number, type: string): string => `__substg1.0_${hex(property)}${type}`

/** One storage's properties. */
interface Properties {
  /** undefined when it has none; whole numbers and yes/no as 1 and 0 */
  number(property: number): number | undefined
  text(property: number): string | undefined
  bytes(property: number): Buffer | undefined
}

function decoderOf(codepage: number | undefined): { decode(bytes: Uint8Array): string } {
  const label =
    codepage === 65001
      ? 'utf-8'
      : (codepage ?? 0) > 28590
        ? `iso-8859-${(codepage ?? 0) - 28590}`
        : `windows-${codepage}`
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder('windows-1252')
  }
}

/** @param outer the e-mail's, for an attachment: it says how letters are written */
function propertiesOf(storage: Storage, headerBytes: number, outer?: Properties): Properties {
  const fixed = storage.read(MSG_PROPERTIES) ?? Buffer.alloc(0)
  const numbers = new Map<number, number>()
  for (let at = headerBytes; at + PROPERTY_BYTES <= fixed.length; at += PROPERTY_BYTES)
    numbers.set(fixed.readUInt16LE(at + 2), fixed.readUInt32LE(at + 8))
  const own: Properties = {
    number: (property) => numbers.get(property),
    text(property) {
      const wide = storage.read(streamName(property, '001F'))
      if (wide) return wide.toString('utf16le').replaceAll('\0', '')
      const narrow = storage.read(streamName(property, '001E'))
      return (
        narrow &&
        decoderOf((outer ?? own).number(MESSAGE_CODEPAGE))
          .decode(narrow)
          .replaceAll('\0', '')
      )
    },
    bytes: (property) => storage.read(streamName(property, '0102')),
  }
  return own
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

function htmlOf(mail: Properties): string {
  const bytes = mail.bytes(BODY_HTML)
  return bytes ? decoderOf(mail.number(INTERNET_CODEPAGE)).decode(bytes) : (mail.text(BODY_HTML) ?? '')
}

/** @returns undefined for what is no document: signatures, calendar entries, pictures of the text */
function fileOf(attachment: Properties, html: string): AttachedFile | undefined {
  const name = [ATTACH_LONG_NAME, ATTACH_SHORT_NAME, DISPLAY_NAME].map(attachment.text).find(Boolean) ?? ''
  const mimeType = attachment.text(ATTACH_MIME_TYPE) ?? ''
  const isOfText = attachment.number(ATTACH_HIDDEN) === 1 || isShownIn(html, attachment.text(ATTACH_CONTENT_ID))
  if (!isDocument(mimeType, name) || (isOfText && isPicture(mimeType, name))) return undefined
  const method = attachment.number(ATTACH_METHOD) ?? BY_VALUE
  if (method === AS_OBJECT) return { name, failure: 'unsupported-format' }
  if (method !== BY_VALUE) return { name, failure: 'only-linked' }
  const bytes = attachment.bytes(ATTACH_DATA)
  return bytes ? { name, bytes } : { name, failure: 'damaged' }
}

function openMail(storage: Storage, headerBytes: number, depth: number): Mail {
  const mail = propertiesOf(storage, headerBytes)
  const html = htmlOf(mail)
  const attachments: AttachedFile[] = []
  const mails: Mail[] = []
  for (const part of storage.storages(ATTACHMENT)) {
    const attachment = propertiesOf(part, HEADER_BYTES.attachment, mail)
    const [within] = part.storages(streamName(ATTACH_DATA, '000D'))
    const isMail = within && attachment.number(ATTACH_METHOD) === AS_MAIL
    if (isMail && depth < MAX_MAIL_DEPTH) mails.push(openMail(within, HEADER_BYTES.mail, depth + 1))
    else if (isMail)
      attachments.push({ name: attachment.text(DISPLAY_NAME) || 'e-post.msg', failure: 'too-deep-inside' })
    else {
      const file = fileOf(attachment, html)
      if (file) attachments.push(file)
    }
  }
  return { subject: fold(mail.text(SUBJECT) ?? ''), body: bodyOf(html, mail.text(BODY) ?? ''), attachments, mails }
}

/**
 * An e-mail as Outlook saves it: its subject, its text, those of e-mails within it, and its attachments. Addresses of people
 * are left out.
 * @throws CannotRead
 */
export const readMsg = (bytes: Uint8Array): OpenedFile | FailureCode =>
  toFile('msg', openMail(openCompoundFile(bytes), HEADER_BYTES.file, 0))
