import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderDocx } from './render-docx.ts'
import { renderPdf } from './render-pdf.ts'
import { parseSource, type Source } from './source.ts'

export function readSources(): Source[] {
  const folder = join(import.meta.dirname, 'sources')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseSource(name, readFileSync(join(folder, name), 'utf8')))
}

/** @returns the bytes of each document by its file name; the same bytes every time and everywhere */
export async function makeDocuments(): Promise<Map<string, Buffer>> {
  const made = new Map<string, Buffer>()
  for (const source of readSources()) made.set(source.fileName, await render(source))
  return made
}

async function render(source: Source): Promise<Buffer> {
  switch (source.format) {
    case 'pdf':
      return renderPdf(source)
    case 'docx':
      return renderDocx(source)
    case 'md':
      return Buffer.from(source.markdown, 'utf8')
  }
}
