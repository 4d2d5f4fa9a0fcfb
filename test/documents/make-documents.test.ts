import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDocuments, readSources } from '../../scripts/make-documents/make-documents.ts'
import type { Source, SourceBlock } from '../../scripts/make-documents/source.ts'
import { readZip } from '../../scripts/make-documents/zip.ts'
import { foldSpace, madeText } from './made-text.ts'

const root = join(import.meta.dirname, '..', '..')
const documents = join(root, 'documents')
const realDocuments = join(root, '..', 'shared', 'documents')
const WORDS_THAT_MAKE_A_COPY = 6

const made = await makeDocuments()
const sources = readSources()

/** Every run of text of a source that stands together: headings, paragraphs, list items, cells. */
const linesOf = (source: Source): string[] => source.blocks.flatMap(linesOfBlock)

function linesOfBlock(block: SourceBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.spans.map((span) => span.text).join('')]
    case 'list':
      return block.items.map((item) => item.map((span) => span.text).join(''))
    case 'table':
      return [...(block.header ? [block.header] : []), ...block.rows].flatMap((row) => [...row])
  }
}

describe('documents/', () => {
  it('holds exactly what the sources make, byte for byte', () => {
    const present = readdirSync(documents).filter((name) => name !== 'README.md')
    expect(present.sort()).toEqual([...made.keys()].sort())
    const different = present.filter((name) => !readFileSync(join(documents, name)).equals(made.get(name) as Buffer))
    expect(different).toEqual([])
  })

  it('is made with the same bytes again', async () => {
    const again = await makeDocuments()
    for (const [name, bytes] of made) expect(`${name} ${again.get(name)?.equals(bytes)}`).toBe(`${name} true`)
  })

  it('offers at least two of each format, two in nynorsk and three years', () => {
    const count = (matches: (source: Source) => boolean): number => sources.filter(matches).length
    expect(count((source) => source.format === 'pdf')).toBeGreaterThanOrEqual(2)
    expect(count((source) => source.format === 'docx')).toBeGreaterThanOrEqual(2)
    expect(count((source) => source.format === 'md')).toBeGreaterThanOrEqual(2)
    expect(count((source) => source.language === 'nn-NO')).toBeGreaterThanOrEqual(2)
    const years = new Set(sources.map((source) => /20\d\d/.exec(source.fileName)?.[0]))
    expect([...years].sort()).toEqual(expect.arrayContaining(['2023', '2024', '2025', '2027']))
  })

  it('says in every file all that its source says', () => {
    const missing = sources.flatMap((source) => {
      const text = madeText(source.fileName, made.get(source.fileName) as Buffer)
      return linesOf(source)
        .map(foldSpace)
        .filter((line) => !text.includes(line))
        .map((line) => `${source.fileName}: ${line}`)
    })
    expect(missing).toEqual([])
  })

  it('keeps every link of a source as a real link', () => {
    for (const source of sources) {
      const urls = source.blocks.flatMap((block) =>
        block.kind === 'heading' ? block.spans.flatMap((span) => span.url ?? []) : [],
      )
      const bytes = made.get(source.fileName) as Buffer
      const raw = source.format === 'docx' ? relationshipsOf(bytes) : bytes.toString('latin1')
      expect(urls.filter((url) => !raw.includes(url))).toEqual([])
    }
  })

  it('copies no line and no sentence of six words or more from the real documents', () => {
    if (!existsSync(realDocuments)) {
      console.warn(`skipped: ${realDocuments} is not there`)
      return
    }
    const real = readdirSync(realDocuments)
      .filter((name) => /\.(txt|md)$/.test(name) && name !== 'README.md')
      .map((name) => comparable(readFileSync(join(realDocuments, name), 'utf8')))
    expect(real.length).toBeGreaterThan(0)
    const copied = sources
      .flatMap(linesOf)
      .flatMap((line) => [line, ...line.split(/(?<=[.:?])\s+/)])
      .map(comparable)
      .filter((line) => line.split(' ').length >= WORDS_THAT_MAKE_A_COPY)
      .filter((line) => real.some((text) => text.includes(line)))
    expect(copied).toEqual([])
  })
})

const comparable = (text: string): string =>
  foldSpace(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' '),
  )

function relationshipsOf(docx: Buffer): string {
  return (
    readZip(docx)
      .find(({ name }) => name === 'word/_rels/document.xml.rels')
      ?.data.toString('utf8') ?? ''
  )
}
