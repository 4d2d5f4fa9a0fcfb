import type { ParsedFile } from './attached-file.ts'
import { parseDocument } from './parse-document.ts'
import type { FileFailure } from './ports.ts'
import { type ReadOptions, readFileBytes } from './read-file.ts'

/** @returns the document with what came in it, or the one reason why there is none */
export async function parseFile(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
): Promise<ParsedFile | FileFailure> {
  const file = await readFileBytes(bytes, name, options)
  if ('code' in file) return file
  return { ...parseDocument(file, name), ...(file.attachments && { attachments: file.attachments }) }
}
