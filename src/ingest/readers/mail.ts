import type { Block, FileFormat } from '../../domain/document.ts'
import { type AttachedFile, MAX_ATTACHMENTS, type OpenedFile } from '../attached-file.ts'
import type { FailureCode } from '../ports.ts'
import { CannotRead } from './archive.ts'
import { attachmentNamer } from './attachment-names.ts'
import { htmlToBlocks } from './html-blocks.ts'
import { sniffFormat } from './sniff.ts'
import { textBlocks } from './text.ts'

/** An e-mail as the reader of its format opened it. Nobody's address is in it. */
export interface Mail {
  readonly subject: string
  readonly body: readonly Block[]
  /** Under the names that the sender gave them. Pictures of the text itself are not among them. */
  readonly attachments: readonly AttachedFile[]
  /** E-mails that were forwarded as such: part of this one. */
  readonly mails: readonly Mail[]
}

const NO_DOCUMENTS =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-(?:signature|encrypted)|text\/(?:calendar|(?:x-)?vcard|rfc822-headers)|message\/delivery-status)$/
const NO_DOCUMENT_NAMES = /\.(?:ics|vcf|p7s)$/i

/** Signatures, calendar entries, business cards and receipts come along with an e-mail; nobody asks about them. */
export const isDocument = (mimeType: string, name: string): boolean =>
  !NO_DOCUMENTS.test(mimeType.toLowerCase()) && !NO_DOCUMENT_NAMES.test(name)

export const isPicture = (mimeType: string, name: string): boolean =>
  /^image\//i.test(mimeType) || /\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg)$/i.test(name)

/** Logos and the like. A picture that the text does not show may be a page of minutes. */
export const isShownIn = (html: string, contentId: string | undefined): boolean =>
  contentId !== undefined && html.includes(`cid:${contentId}`)

/** The text as HTML where there is one: it has tables. Some e-mails have it without words. */
export function bodyOf(html: string, text: string): readonly Block[] {
  const blocks = htmlToBlocks(html)
  return blocks.length > 0 ? blocks : textBlocks(text)
}

const block = (kind: 'heading' | 'paragraph', text: string, level: number): Block => ({ kind, text, level, links: [] })

/** Subject, text, names of what came along; then the same of the e-mails within. */
const blocksOf = ({ subject, body, attachments, mails }: Mail, level: number): Block[] => [
  ...(subject ? [block('heading', subject, level)] : []),
  ...body,
  ...(attachments.length > 0
    ? [block('paragraph', `Vedlegg: ${attachments.map(({ name }) => name).join(', ')}`, 0)]
    : []),
  ...mails.flatMap((inner) => blocksOf(inner, level + 1)),
]

const attachmentsOf = (mail: Mail): AttachedFile[] => [...mail.attachments, ...mail.mails.flatMap(attachmentsOf)]

function renamed(mail: Mail, nameOf: (given: string) => string): Mail {
  const attachments = mail.attachments.map((attached) => ({ ...attached, name: nameOf(attached.name) }))
  return { ...mail, attachments, mails: mail.mails.map((inner) => renamed(inner, nameOf)) }
}

const hasText = (mail: Mail): boolean => mail.body.length > 0 || mail.mails.some(hasText)

/** An e-mail that is nothing but a sealed packet is what the packet is. */
function seal(attachments: readonly AttachedFile[]): FailureCode | undefined {
  const [only] = attachments
  if (!only || attachments.length > 1 || !('bytes' in only)) return undefined
  try {
    const format = sniffFormat(only.bytes, only.name)
    return format === 'encrypted' || format === 'packed-mail' ? format : undefined
  } catch (error) {
    if (error instanceof CannotRead) return undefined
    throw error
  }
}

/**
 * A document of the e-mail, and its attachments, those of e-mails within it included.
 * @throws CannotRead `too-large-inside` when there are too many
 */
export function toFile(format: FileFormat, given: Mail): OpenedFile | FailureCode {
  if (attachmentsOf(given).length > MAX_ATTACHMENTS) throw new CannotRead('too-large-inside')
  const mail = renamed(given, attachmentNamer())
  const attachments = attachmentsOf(mail)
  if (!hasText(mail)) {
    if (attachments.length === 0) return 'no-text'
    const sealed = seal(attachments)
    if (sealed) return sealed
  }
  return {
    format,
    title: mail.subject || undefined,
    pages: [{ number: null, blocks: blocksOf(mail, 1), looseLinks: [] }],
    ...(attachments.length > 0 && { attachments }),
  }
}
