import type { Relation } from '../../../src/domain/relation.ts'
import { readRelations } from '../../../src/ingest/facts/relations.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readMarkdown } from '../../../src/ingest/readers/markdown.ts'

const relationsIn = (...lines: string[]): readonly Relation[] => {
  const text = [
    '# Møtereferat for driftsrådet 9. oktober 2024',
    '',
    '2024/M5-001 - Ny skole',
    '',
    ...lines.flatMap((line) => [line, '']),
    '2024/M5-002 - Annet',
    '',
    'Vedtak: Saken tas til orientering',
  ]
  const read = readMarkdown(new TextEncoder().encode(text.join('\n')))
  if (typeof read === 'string') throw new Error(read)
  return readRelations(parseDocument(read, 'driftsradet.md'))
}
const ties = (...lines: string[]): unknown[] => relationsIn(...lines).map(({ kind, other }) => [kind, other])

describe('a tie to another item', () => {
  it.each([
    ['Vedtak: Vedtaket i sak 2023/M4-003 endres. Skolen åpner i mai.', ['amends', 'sak 2023/M4-003']],
    ['Vedtak: Åpningstiden i sak 2024/M3-005 endres.', ['amends', 'sak 2024/M3-005']],
    ['Vedtak: Vedtaket i sak PS 3/24 blir endra.', ['amends', 'sak PS 3/24']],
    ['Vedtak: Vedtaket i sak 2023/M4-003 oppheves.', ['replaces', 'sak 2023/M4-003']],
    ['Vedtak: Denne planen erstatter vedtaket i sak 12/23.', ['replaces', 'sak 12/23']],
    ['Vedtak: Saken utsettes til møtet 20.09.2024.', ['postpones', 'møtet 20.09.2024']],
    ['Vedtak: Saken utsettes til neste møte.', ['postpones', 'neste møte']],
    ['Vedtak: Saka blir utsett til tala er klare.', ['postpones', undefined]],
    ['Saken ble utsatt i møtet 15.03.2024, sak 2024/M2-004.', ['continues', 'sak 2024/M2-004']],
    ['Saken ble utsatt 20.11.2023.', ['continues', '20.11.2023']],
    ['Det vises til sak PS 12/23.', ['continues', 'sak PS 12/23']],
  ])('%s', (line, tie) => {
    expect(ties(line)).toEqual([tie])
  })

  it('keeps the sentence that says it, and the item it stands in', () => {
    expect(relationsIn('Vedtak: Vedtaket i sak 2023/M4-003 endres. Skolen åpner i mai.')).toEqual([
      {
        kind: 'amends',
        caseNumber: '2024/M5-001',
        itemTitle: 'Ny skole',
        other: 'sak 2023/M4-003',
        quote: 'Vedtaket i sak 2023/M4-003 endres.',
        page: null,
      },
    ])
  })

  it.each([
    'Vedtak: Skolen bygges.',
    'Noen mente at vedtaket i sak 2023/M4-003 bør stå.',
    'Kommunedirektørens forslag til vedtak: Vedtaket i sak 2023/M4-003 oppheves.',
    'Kari Nes (SV) fremmet følgende forslag: Vedtaket i sak 2023/M4-003 oppheves.',
    'Prosjektet ble utsatt i to uker.',
    'Vedtak: Fristen utsettes til 1. mai 2025.',
    'Vedtak: I sak 2024/M5-001 vedtas planen.',
  ])('is not in: %s', (line) => {
    expect(ties(line)).toEqual([])
  })
})
