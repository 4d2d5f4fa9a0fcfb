import mammoth from 'mammoth'
import type { ReadFile } from '../../domain/document.ts'
import type { FailureCode } from '../ports.ts'
import { orRefusal, packAgain } from './archive.ts'
import { openOffice, readXmlBytes, walkPart } from './archive-office.ts'
import { htmlToBlocks } from './html-blocks.ts'

/** Text and its styles; pictures, embedded files and settings are never unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|word\/[^/]+\.xml|word\/_rels\/.*\.rels)$/

/** DOCX has no pages: they are made by whoever prints it. One page without a number holds it all. */
export const readDocx = (bytes: Uint8Array): Promise<ReadFile | FailureCode> => orRefusal(() => readParts(bytes))

async function readParts(bytes: Uint8Array): Promise<ReadFile | FailureCode> {
  const archive = openOffice(bytes)
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.names) if (WANTED.test(name)) parts[name] = readXmlBytes(archive, name) ?? new Uint8Array()
  // The library recurses; a tree that would end it is refused here.
  walkPart(archive, 'word/document.xml', {})
  let html: string
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: Buffer.from(packAgain(parts)) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), includeDefaultStyleMap: true },
    )
    html = converted.value
  } catch {
    return 'damaged'
  }
  const blocks = htmlToBlocks(html)
  if (blocks.length === 0)
    return archive.names.some((name) => name.startsWith('word/media/')) ? 'image-only' : 'no-text'
  return { format: 'docx', title: undefined, pages: [{ number: null, blocks, looseLinks: [] }] }
}
