/** Writes e-mails as mail programs send them (EML) and as Outlook saves them (MSG): for tests of what reads them. */
import { type Folder, type Written, writeCompoundFile } from './compound-file.ts'

export interface MadeAttachment {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mimeType?: string
  /** The text shows it as `cid:…`. */
  readonly contentId?: string
  /** Outlook: only linked to. */
  readonly isLink?: boolean
}

export interface MadeMail {
  readonly subject: string
  readonly text?: string
  readonly html?: string
  readonly attachments?: readonly MadeAttachment[]
  /** Forwarded as e-mails. */
  readonly mails?: readonly MadeMail[]
}

const DEFAULT_TYPE = 'application/octet-stream'
const encodedWord = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`
const base64Lines = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,76}/g) ?? []

const FROM = ['From: Arkivet <post@example.no>', 'To: ola@example.no', 'Date: Wed, 12 Mar 2025 09:00:00 +0100']

function emlPart({ name, bytes, mimeType = DEFAULT_TYPE, contentId }: MadeAttachment): string[] {
  return [
    `Content-Type: ${mimeType}; name="${encodedWord(name)}"`,
    `Content-Disposition: ${contentId ? 'inline' : 'attachment'}; filename="${encodedWord(name)}"`,
    ...(contentId ? [`Content-ID: <${contentId}>`] : []),
    'Content-Transfer-Encoding: base64',
    '',
    ...base64Lines(bytes),
  ]
}

function emlLines({ subject, text, html, attachments = [], mails = [] }: MadeMail, depth: number): string[] {
  const boundary = `--grense-${depth}`
  const body = [
    ...(text === undefined ? [] : [['Content-Type: text/plain; charset=utf-8', '', text]]),
    ...(html === undefined ? [] : [['Content-Type: text/html; charset=utf-8', '', html]]),
  ]
  const parts = [
    ...body,
    ...attachments.map(emlPart),
    ...mails.map((mail) => ['Content-Type: message/rfc822', '', ...emlLines(mail, depth + 1)]),
  ]
  return [
    ...FROM,
    `Subject: ${encodedWord(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
  ]
}

export const makeEml = (mail: MadeMail): Buffer => Buffer.from(emlLines(mail, 0).join('\r\n'))

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le')
const numbered = (prefix: string, index: number): string =>
  `${prefix}_#${index.toString(16).toUpperCase().padStart(8, '0')}`

/** @param headerBytes before the properties */
function properties(headerBytes: number, values: readonly (readonly [tag: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(headerBytes + values.length * 16)
  for (const [index, [tag, value]] of values.entries()) {
    bytes.writeUInt32LE(tag, headerBytes + index * 16)
    bytes.writeUInt32LE(6, headerBytes + index * 16 + 4)
    bytes.writeUInt32LE(value, headerBytes + index * 16 + 8)
  }
  return bytes
}

const BY_VALUE = 1
const AS_MAIL = 5
const BY_LINK = 7

function msgAttachment({ name, bytes, mimeType = DEFAULT_TYPE, contentId, isLink = false }: MadeAttachment): Folder {
  return {
    '__properties_version1.0': properties(8, [
      [0x37050003, isLink ? BY_LINK : BY_VALUE],
      [0x7ffe000b, contentId ? 1 : 0],
    ]),
    '__substg1.0_3707001F': wide(name),
    '__substg1.0_370E001F': wide(mimeType),
    ...(contentId && { '__substg1.0_3712001F': wide(contentId) }),
    ...(!isLink && { '__substg1.0_37010102': bytes }),
  }
}

/** The storage of an e-mail; `headerBytes` is 32 for the file's own and 24 for one within. */
export function msgFolder({ subject, text, html, attachments = [], mails = [] }: MadeMail, headerBytes = 32): Folder {
  const parts = [
    ...attachments.map(msgAttachment),
    ...mails.map((mail) => ({
      '__properties_version1.0': properties(8, [[0x37050003, AS_MAIL]]),
      '__substg1.0_3001001F': wide(mail.subject),
      '__substg1.0_3701000D': msgFolder(mail, 24),
    })),
  ]
  return {
    '__properties_version1.0': properties(headerBytes, [[0x3fde0003, 65001]]),
    '__nameid_version1.0': {
      '__substg1.0_00020102': new Uint8Array(),
      '__substg1.0_00030102': new Uint8Array(),
      '__substg1.0_00040102': new Uint8Array(),
    },
    '__substg1.0_001A001F': wide('IPM.Note'),
    '__substg1.0_0037001F': wide(subject),
    ...(text !== undefined && { '__substg1.0_1000001F': wide(text) }),
    ...(html !== undefined && { '__substg1.0_10130102': Buffer.from(html) }),
    ...Object.fromEntries(parts.map((part, index) => [numbered('__attach_version1.0', index), part])),
  }
}

export const writeMsg = (mail: MadeMail): Written => writeCompoundFile(msgFolder(mail))
export const makeMsg = (mail: MadeMail): Buffer => writeMsg(mail).bytes
