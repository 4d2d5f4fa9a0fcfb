import { documentLines, wholeDocument } from '../../src/cli/show.ts'
import type { StoredDocument } from '../../src/domain/document.ts'
import { parseDocument } from '../../src/ingest/parse-document.ts'
import { readText } from '../../src/ingest/readers/text.ts'

const TEXT = [
  'Møteprotokoll for Formannskapet',
  'Møtedato: 15.05.2024',
  'Til stede: Kari Nes (AP), Ola Dahl (H) for Per Vik',
  'PS 1/24 Ny vei',
  'Innstilling:',
  'Veien bygges.',
  'Behandling:',
  'Rådgiver Liv Haug orienterte om kostnadene.',
  'Kari Nes (AP) foreslo at saken utsettes.',
  'Vedtak:',
  'Saken utsettes. Kommunedirektøren legger fram nye tall i neste møte.',
]
const parsed = parseDocument(readText(new TextEncoder().encode(TEXT.join('\n\n'))), 'protokoll.txt')
const document = { summary: { name: 'protokoll.txt', title: parsed.title }, parsed } as unknown as StoredDocument

describe('rakel show', () => {
  it('prints what was read, a line for each thing that was found', () => {
    const lines = documentLines(document).map((line) => line.trim())
    for (const line of [
      'committee    Formannskapet',
      'number       not stated',
      'substitutes  Ola Dahl for Per Vik',
      'recommendation: Veien bygges.',
      'proposal: Kari Nes, postponement: at saken utsettes.',
      'postponed: Saken utsettes. Kommunedirektøren legger fram nye tall i neste møte.',
      'promise: Kommunedirektøren: legger fram nye tall i neste møte (neste møte)',
    ])
      expect(lines).toContain(line)
  })

  it('gives as JSON all of it, with what was said of each item and neither recommendation nor decision twice', () => {
    const { meeting, figures, passages } = wholeDocument(document) as {
      meeting: { items: { discussion: { text: string }[] }[] }
      figures: unknown[]
      passages: unknown[]
    }
    const said = meeting.items[0]?.discussion.map(({ text }) => text).join(' ')
    expect(said).toContain('Rådgiver Liv Haug orienterte om kostnadene.')
    expect(said).not.toMatch(/Veien bygges|legger fram/)
    expect([figures.length, passages.length]).toEqual([parsed.figures.length, parsed.passages.length])
  })
})
