import type { ReadFile } from '../../domain/document.ts'
import { decodeText } from './decode-text.ts'
import { htmlToBlocks } from './html-blocks.ts'

const TITLE = /<title[^>]{0,200}>([^<]{1,500})<\/title>/i
const MAX_HEAD_CHARS = 20_000

/** The text of a page as saved. Nothing it points to is fetched, nothing in it is run. */
export function readHtml(bytes: Uint8Array): ReadFile {
  const html = decodeText(bytes)
  const [title] = htmlToBlocks(TITLE.exec(html.slice(0, MAX_HEAD_CHARS))?.[1] ?? '')
  return { format: 'html', title: title?.text, pages: [{ number: null, blocks: htmlToBlocks(html), looseLinks: [] }] }
}
