import { readFacts } from '../../../src/ingest/facts/read-facts.ts'
import { passage, report, tablePassage } from './parsed-text.ts'

const missingOf = (...passages: Parameters<typeof report>[0]) => readFacts(report(passages)).missingTables

const LEADS = [
  'Kostnadene ble fordelt som følger:',
  'Lederen viste den nye fordelingen mellom kommunene, se nedenfor:',
  'Utgiftene vises i tabellen under:',
  'Fordelinga mellom kommunane er slik det går fram av oversikta nedanfor:',
  'Presentasjon av budsjett 2025:',
  'Organisasjonen per 1.1.2024 er angitt over.',
]

describe('a table that is missing', () => {
  it.each(LEADS)('is noted with its sentence, item and heading: %s', (lead) => {
    const here = { page: 7, caseNumber: 'PS 1/24', headings: ['Budsjett'] }
    const next = passage('Videre ble økonomiplanen lagt fram, med kutt på 3 mill. kr.', here)
    expect(missingOf(passage(`Noe annet først. ${lead}`, here), next)).toEqual([
      { quote: lead, page: 7, caseNumber: 'PS 1/24', heading: 'Budsjett' },
    ])
    expect(missingOf(passage(lead, here), passage('Ny sak.', { headings: ['Annet'] }))).toHaveLength(1)
    expect(missingOf(passage(lead, here))).toHaveLength(1)
  })

  it.each(LEADS.slice(0, 5))('is not missing where it stands: %s', (lead) => {
    expect(
      missingOf(
        lead,
        tablePassage([
          ['Kommune', 'Andel'],
          ['Storvik', '60 %'],
        ]),
      ),
    ).toEqual([])
    expect(
      missingOf(
        lead,
        'Endelig fordeling',
        tablePassage([
          ['Kommune', 'Andel'],
          ['Storvik', '60 %'],
        ]),
      ),
    ).toEqual([])
    expect(missingOf(`${lead}\n• Storvik 60 %\n• Nesvik 40 %`)).toEqual([])
    expect(missingOf(lead, '• Storvik 60 %')).toEqual([])
    expect(missingOf(lead, 'Storvik 60 % Nesvik 40 %')).toEqual([])
  })

  it.each([
    'Vedtak: Saken tas til orientering',
    'Vi har gjort følgende: ryddet og vasket.',
    'Disse prosjektene ble fullført:',
    'Se vedlagte presentasjon.',
    'Kommunene deler slik: Storvik 60 %, Nesvik 40 %.',
  ])('is not announced by: %s', (text) => {
    expect(missingOf(text, 'Noe helt annet ble drøftet.')).toEqual([])
  })
})
