import { parseDocument } from '../../../src/ingest/parse-document.ts'
import { readText } from '../../../src/ingest/readers/text.ts'

const headOf = (...lines: string[]) => {
  const text = [
    ...lines,
    'Sak 1/26 Godkjenning av innkalling',
    'Vedtak: Godkjent.',
    'Sak 2/26 Eventuelt',
    'Ingen saker.',
  ]
  const { meeting } = parseDocument(readText(new TextEncoder().encode(text.join('\n\n'))), 'dokument.txt')
  const { committee, date, startTime, endTime, place, number } = meeting ?? {}
  return [committee, date, startTime, endTime, place, number].map((told) => told?.value)
}

describe('the head of minutes', () => {
  it.each([
    [
      ['REFERAT FRA STYREMØTE I NORDVIK VANN AS', 'Tid: Torsdag 12.03.26 kl 0900 – 1130', 'Sted: Storgata 4'],
      ['Styret i Nordvik vann AS', '2026-03-12', '09:00', '11:30', 'Storgata 4', undefined],
    ],
    [
      ['Referat', 'Styremøte 4/2025 i Nordvik IKT', 'Tid og sted: 12. mars 2026 kl. 09:00, rådhuset'],
      ['Styret i Nordvik IKT', '2026-03-12', '09:00', undefined, 'rådhuset', '4/2025'],
    ],
    [
      ['Protokoll fra møte i Representantskapet i Nordvik IKS', 'onsdag 12. mars 2026 kl. 10.00 på Hotell Nordvik'],
      ['Representantskapet i Nordvik IKS', '2026-03-12', '10:00', undefined, 'Hotell Nordvik', undefined],
    ],
    [
      ['Nordvik ungdomsråd', 'Referat frå møte 12. mars 2026, kl. 12.00–14.00, møterom Fjorden'],
      ['Nordvik ungdomsråd', '2026-03-12', '12:00', '14:00', 'møterom Fjorden', undefined],
    ],
    [
      ['Eldrerådet – referat 12.3.2026', 'Når: torsdag 12.3.2026 klokka 11', 'Hvor: Bo- og servicesenteret'],
      ['Eldrerådet', '2026-03-12', '11:00', undefined, 'Bo- og servicesenteret', undefined],
    ],
    [
      ['Levekårsutvalget', 'Dato/tid: 12.03.2026 kl. 13.00', 'Sted/rom: Teams', 'Neste møte: 02.04.2026'],
      ['Levekårsutvalget', '2026-03-12', '13:00', undefined, 'Teams', undefined],
    ],
  ])('tells body, day, time and place in whatever words: %j', (lines, told) => {
    expect(headOf(...lines)).toEqual(told)
  })
})
