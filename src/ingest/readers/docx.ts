import mammoth from 'mammoth'
import type { ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { htmlToBlocks } from './html-blocks.ts'

/** DOCX has no pages: they are made by whoever prints it. One page without a number holds it all. */
export async function readDocx(bytes: Uint8Array): Promise<ReadFile | FailureCode> {
  let html: string
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeDefaultStyleMap: true },
    )
    html = converted.value
  } catch {
    return 'damaged'
  }
  const blocks = htmlToBlocks(html)
  if (blocks.length === 0) return 'no-text'
  return { format: 'docx', title: undefined, pages: [{ number: null, blocks, looseLinks: [] }] }
}
