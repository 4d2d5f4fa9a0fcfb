import type { ParsedDocument } from '../../../src/domain/document.ts'
import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readText } from '../../../src/ingest/readers/text.ts'

const read = (...lines: string[]): ParsedDocument =>
  parseDocument(readText(new TextEncoder().encode(lines.join('\n\n'))), 'sak.txt')

const HEAD = ['Tverrelva kommune', 'SAKSPROTOKOLL', 'Ny vei til skolen', 'Saksbehandler: Kari Nes   Arkiv: 614']
const ROUTING = ['Saksnr.:   Utvalg   Møtedato', '61/24   Hovedutvalg for oppvekst   12.09.2024']

describe('a document of one matter', () => {
  it('tells number, body and day in its table, and the title above it', () => {
    const { kind, meeting } = read(
      ...HEAD,
      ...ROUTING,
      'Innstilling:',
      'Veien bygges.',
      'Vedtak:',
      'Veien bygges ikke.',
    )
    expect(kind).toBe('minutes')
    expect([meeting?.committee?.value, meeting?.date?.value]).toEqual(['Hovedutvalg for oppvekst', '2024-09-12'])
    expect(
      meeting?.items.map(({ caseNumber, title, recommendation, decision }) => [
        caseNumber,
        title,
        recommendation?.value,
        decision?.text,
      ]),
    ).toEqual([['61/24', 'Ny vei til skolen', 'Veien bygges.', 'Veien bygges ikke.']])
  })

  it('is of the body that its last treatment names', () => {
    const { meeting } = read(
      ...HEAD,
      ...ROUTING,
      '78/24   Formannskapet   19.09.2024',
      'Innstilling:',
      'Veien bygges.',
      'Behandling i Formannskapet 19.09.2024:',
      'Enstemmig vedtatt.',
      'Vedtak i Formannskapet 19.09.2024:',
      'Veien bygges.',
    )
    expect([meeting?.committee?.value, meeting?.date?.value, meeting?.items[0]?.caseNumber]).toEqual([
      'Formannskapet',
      '2024-09-19',
      '78/24',
    ])
  })

  it('that is only put forward is neither minutes nor notice, and decides nothing', () => {
    const { kind, meeting } = read(
      'Saksframlegg',
      ...ROUTING,
      'Arkivsaksnr: 2024/3102',
      'Ny vei til skolen',
      'Kommunedirektørens forslag til vedtak:',
      'Veien bygges.',
      'Saksopplysninger:',
      'Veien er gammel.',
    )
    expect(kind).toBe('other')
    expect(meeting?.items).toMatchObject([
      {
        caseNumber: '61/24',
        title: 'Ny vei til skolen',
        status: 'none-recorded',
        recommendation: { value: 'Veien bygges.' },
      },
    ])
    expect(meeting?.items[0]?.decision).toBeUndefined()
  })

  it('is not a notice that holds the reports of several', () => {
    const { layout } = read(
      'Saksframlegg',
      ...ROUTING,
      'PS 1/24 Vei',
      'Innstilling:',
      'Ja.',
      'PS 2/24 Skole',
      'Innstilling:',
      'Nei.',
    )
    expect(layout).toBe('protocol')
  })
})
