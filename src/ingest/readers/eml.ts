import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { type AttachedFile, MAX_MAIL_DEPTH, type OpenedFile } from '../attached-file.ts'
import type { FailureCode } from '../ports.ts'
import { CannotRead } from './archive.ts'
import { bodyOf, isDocument, isPicture, isShownIn, type Mail, toFile } from './mail.ts'

const OPTIONS = { maxNestingDepth: 20, maxHeadersSize: 1024 * 1024, forceRfc822Attachments: true }

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()
const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
const isMail = ({ mimeType }: Attachment): boolean => mimeType === 'message/rfc822'

/** It reads whatever bytes there are, and throws at its limits alone. */
const parse = (bytes: Uint8Array): Promise<Email> =>
  PostalMime.parse(bytes, OPTIONS).catch(() => {
    throw new CannotRead('too-large-inside')
  })

function filesOf(email: Email, isDeepest: boolean): AttachedFile[] {
  return email.attachments.flatMap((part): AttachedFile[] => {
    const name = part.filename ?? ''
    const contentId = part.contentId?.replace(/^<|>$/g, '')
    if (isMail(part)) return isDeepest ? [{ name: name || 'e-post.eml', failure: 'too-deep-inside' }] : []
    const isOfText = isPicture(part.mimeType, name) && isShownIn(email.html ?? '', contentId)
    return isOfText || !isDocument(part.mimeType, name) ? [] : [{ name, bytes: bytesOf(part) }]
  })
}

async function openMail(bytes: Uint8Array, depth: number): Promise<Mail> {
  const email = await parse(bytes)
  const isDeepest = depth === MAX_MAIL_DEPTH
  const mails: Mail[] = []
  if (!isDeepest)
    for (const part of email.attachments.filter(isMail)) mails.push(await openMail(bytesOf(part), depth + 1))
  return {
    subject: fold(email.subject ?? ''),
    body: bodyOf(email.html ?? '', email.text ?? ''),
    attachments: filesOf(email, isDeepest),
    mails,
  }
}

/**
 * An e-mail: its subject, its text, those of e-mails within it, and its attachments. Addresses of people are left out.
 * @throws CannotRead
 */
export const readEml = async (bytes: Uint8Array): Promise<OpenedFile | FailureCode> =>
  toFile('email', await openMail(bytes, 0))
