import type { AgendaItem, Meeting } from '../../../src/domain/meeting.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readMarkdown } from '../../../src/ingest/readers/markdown.ts'
import { readText } from '../../../src/ingest/readers/text.ts'

const meetingOf = (...lines: string[]): Meeting | undefined =>
  parseDocument(readText(new TextEncoder().encode(lines.join('\n\n'))), 'protokoll.txt').meeting
const short = (items: readonly AgendaItem[] | undefined): unknown[] =>
  (items ?? []).map(({ caseNumber, title, decision }) => [caseNumber, title, decision?.text])

describe('a list of items', () => {
  it('may be a table with archive references and pages', () => {
    const { meeting } = parseDocument(
      readMarkdown(
        new TextEncoder().encode(
          [
            '# Møteinnkalling',
            '| Saksnr | Arkivsaksnr | Innhold | Side |',
            '|---|---|---|---|',
            '| PS 38/25 | | Godkjenning av innkalling | 3 |',
            '| PS 39/25 | 2025/1180 | Felles legevakt | 4 |',
            '| PS 40/25 | Tilsyn | 2025/977-3 | 9 |',
          ].join('\n'),
        ),
      ),
      'innkalling.md',
    )
    expect(short(meeting?.items)).toEqual([
      ['PS 38/25', 'Godkjenning av innkalling', undefined],
      ['PS 39/25', 'Felles legevakt', undefined],
      ['PS 40/25', 'Tilsyn', undefined],
    ])
  })
})

describe('a table of what became of decisions', () => {
  it('is a table of a report, and no list of items', () => {
    const { kind, meeting, tables } = parseDocument(
      readMarkdown(
        new TextEncoder().encode(
          [
            '# Tertialrapport 2025',
            '## 1 Oppfølging',
            '| Sak | Vedtak | Status |',
            '|---|---|---|',
            '| PS 71/24 | Utrede gangveg | Legges fram i september |',
            '| PS 90/24 | Lys i løypa | Ikke startet |',
          ].join('\n'),
        ),
      ),
      'tertialrapport.md',
    )
    expect([kind, meeting]).toEqual(['report', undefined])
    expect(tables.map(({ rows }) => rows.map((row) => row.at(-1)))).toEqual([
      ['Legges fram i september', 'Ikke startet'],
    ])
  })
})

describe('an item that its list marks as closed', () => {
  it('has the mark beside its title, not in it', () => {
    const { meeting, passages } = parseDocument(
      readText(
        new TextEncoder().encode(
          'Møteinnkalling\n\nSaksnr.    Tittel         Lukket\nPS 1/26    Vei\nPS 2/26    Personalsak    X\n',
        ),
      ),
      'innkalling.txt',
    )
    expect(meeting?.items.map(({ title }) => title)).toEqual(['Vei', 'Personalsak'])
    expect(passages.filter(({ caseNumber }) => caseNumber === 'PS 2/26').map(({ text }) => text)).toContain('Lukket: X')
  })
})

describe('a protocol of Elements', () => {
  it('heads an item with its number in the list and again with the line of its treatment: one item', () => {
    const meeting = meetingOf(
      'Møteprotokoll',
      'PS 6/26 Referatsaker',
      'FO 7/26 Spørsmål om brøyting',
      'PS 6/26 Referatsaker',
      'Kommunestyrets behandling av sak 6/2026 i møte den 25.03.2026:',
      'Behandling',
      'VEDTAK',
      'Referatsakene tas til orientering.',
      'FO 7/26 Spørsmål om brøyting',
      'Kommunestyrets behandling av sak 7/2026 i møte den 25.03.2026:',
      'Ordføreren svarte.',
    )
    expect(short(meeting?.items)).toEqual([
      ['PS 6/26', 'Referatsaker', 'Referatsakene tas til orientering.'],
      ['FO 7/26', 'Spørsmål om brøyting', undefined],
    ])
    expect(meeting?.committee?.value).toBe('Kommunestyret')
  })

  it('may list its items and head each with the line of its treatment only', () => {
    const meeting = meetingOf(
      'Møteprotokoll',
      'PS 6/26 Referatsaker',
      'PS 7/26 Plan for vei',
      'Kommunestyrets behandling av sak 6/2026 i møte den 25.03.2026:',
      'Vedtak',
      'Tas til orientering.',
      'Kommunestyrets behandling av sak 7/2026 i møte den 25.03.2026:',
      'Vedtak',
      'Planen vedtas.',
    )
    expect(short(meeting?.items)).toEqual([
      ['PS 6/26', 'Referatsaker', 'Tas til orientering.'],
      ['PS 7/26', 'Plan for vei', 'Planen vedtas.'],
    ])
  })

  it('may have their titles on the line below their number, and number by school years', () => {
    const meeting = meetingOf(
      'Møtereferat',
      'Elevrådsutvalget',
      'Sak 1/25-26',
      'Godkjenning av innkalling',
      '- Godkjent',
      'Sak 2/25-26',
      'Rytmen i skoledagen',
      'Henger sammen med sak 3/25-26.',
    )
    expect(short(meeting?.items)).toEqual([
      ['1/25-26', 'Godkjenning av innkalling', undefined],
      ['2/25-26', 'Rytmen i skoledagen', undefined],
    ])
    expect(meeting?.items[1]?.heading).toBe('Sak 2/25-26 Rytmen i skoledagen')
  })

  it('that open the meeting may tell who was absent', () => {
    const meeting = meetingOf(
      'Møteprotokoll',
      'PS 1/24 Opprop og godkjenning av innkalling',
      'Det var meldt forfall fra Kari Nes.',
      'PS 2/24 Veiplan',
      'Ola Dahl hadde meldt forfall til befaringen.',
    )
    expect(meeting?.absent?.value.map(({ name }) => name)).toEqual(['Kari Nes'])
  })
})
