import type { ParsedDocument } from '../../../src/domain/document.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readText } from '../../../src/ingest/readers/text.ts'

const read = (...lines: string[]): ParsedDocument =>
  parseDocument(readText(new TextEncoder().encode(['ÅRSMELDING 2022', ...lines].join('\n\n'))), 'arsmelding-2022.txt')
const headings = ({ sections }: ParsedDocument): string[] => sections.map(({ number, title }) => `${number} ${title}`)

describe('a report in plain text', () => {
  it('has headings that look like entries of a list, where text stands between them', () => {
    const text = [
      '1. Innledning',
      'Kontoret er nytt.',
      '2. Økonomi',
      'Året gikk bra.',
      '2.1 Drift',
      'Drift.',
      '3. Veien videre',
      'Slutt.',
    ]
    expect(headings(read(...text))).toEqual(['1 Innledning', '2 Økonomi', '2.1 Drift', '3 Veien videre'])
  })

  it('has none in a list', () => {
    expect(
      headings(read('Tiltakene er:', '1. Redusere årsverk', '2. Avslutte avtaler', '3. Bytte system', 'Slutt.')),
    ).toEqual([])
    expect(headings(read('Tiltakene er:', '1. Ett', 'Tekst.', '3. Tre', 'Tekst.', '7. Sju', 'Tekst.'))).toEqual([])
  })

  it('has no section and no figure in its list of contents', () => {
    const { sections, figures } = read(
      'Innhold',
      '1 OM OSS ......... 3',
      '2 ØKONOMI 4',
      '1 OM OSS',
      'Vi er 12 ansatte.',
      '2 ØKONOMI',
      'Budsjettet var 3 mill. kr.',
    )
    expect(sections.map(({ title }) => title)).toEqual(['OM OSS', 'ØKONOMI'])
    expect(figures.map(({ decimal }) => decimal)).toEqual(['12', '3'])
  })
})
