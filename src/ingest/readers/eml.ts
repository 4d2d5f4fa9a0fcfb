import PostalMime from 'postal-mime'
import type { Block, ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { htmlToBlocks } from './html-blocks.ts'
import { readText } from './text.ts'

const MAX_NESTING = 20
const MAX_HEADER_BYTES = 256 * 1024

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * An e-mail: its subject and its text. Attachments are named, not read. Addresses of people are left out.
 */
export async function readEml(bytes: Uint8Array): Promise<ReadFile | FailureCode> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: MAX_NESTING, maxHeadersSize: MAX_HEADER_BYTES }).catch(
    () => undefined,
  )
  if (!mail) return 'damaged'
  const subject = fold(mail.subject ?? '')
  const body = mail.html ? htmlToBlocks(mail.html) : mail.text ? textBlocks(mail.text) : []
  const names = mail.attachments.map((attachment) => fold(attachment.filename ?? '')).filter(Boolean)
  const blocks: Block[] = [
    ...(subject ? [{ kind: 'heading', text: subject, level: 1, links: [] } as const] : []),
    ...body,
    ...(names.length > 0
      ? [{ kind: 'paragraph', text: `Vedlegg: ${names.join(', ')}`, level: 0, links: [] } as const]
      : []),
  ]
  if (body.length === 0) return 'no-text'
  return { format: 'email', title: subject || undefined, pages: [{ number: null, blocks, looseLinks: [] }] }
}

const textBlocks = (text: string): Block[] => readText(Buffer.from(text)).pages.flatMap((page) => page.blocks)
