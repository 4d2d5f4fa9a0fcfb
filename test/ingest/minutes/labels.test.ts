import { labelOf } from '../../../src/ingest/minutes/labels.ts'

describe('a label', () => {
  it.each([
    ['Vedtak: Saken utsettes', 'decision', 'Saken utsettes'],
    ['VEDTAK', 'decision', ''],
    ['Vedtak:', 'decision', ''],
    ['**Vedtak:** Saken utsettes', 'decision', 'Saken utsettes'],
    ['Konklusjon: Vi venter', 'decision', 'Vi venter'],
    ['Formannskapets vedtak:', 'decision', ''],
    ['Vedtak i formannskapet - 12.03.2024', 'decision', ''],
    ['Kommunedirektørens forslag til vedtak:', 'recommendation', ''],
    ['Rådmannens innstilling:', 'recommendation', ''],
    ['Innstilling: Saken utsettes', 'recommendation', 'Saken utsettes'],
    ['Ordførarens tilråding:', 'recommendation', ''],
    ['Framlegg til vedtak:', 'recommendation', ''],
    ['Sekretariatets forslag til innstilling', 'recommendation', ''],
    ['Behandling', 'discussion', ''],
    ['Drøfting i møtet', 'discussion', ''],
    ['Saksframlegg', 'caseReport', ''],
    ['Saksutgreiing', 'caseReport', ''],
    ['Røysting:', 'vote', ''],
    ['Votering', 'vote', ''],
    ['Habilitetsvurdering:', 'impartiality', ''],
    ['Tilleggsforslag:', 'proposal', ''],
    ['TILTAK', 'action', ''],
    ['TODO', 'action', ''],
    ['Sakliste:', 'agenda', ''],
    ['Til stades: Kari Nes', 'present', 'Kari Nes'],
    ['Tilstede', 'present', ''],
    ['Følgende medlemmer møtte:', 'present', ''],
    ['Faste medlemer som møtte:', 'present', ''],
    ['Deltakelse', 'present', ''],
    ['Forfall', 'absent', ''],
    ['Faste medlemmer som hadde meldt forfall:', 'absent', ''],
    ['Møtende varamedlemmer:', 'substitutes', ''],
    ['Dato 14.11.2024', 'date', '14.11.2024'],
    ['Tid 08:15 - 11:00', 'time', '08:15 - 11:00'],
    ['Møtestad: Rådhuset', 'place', 'Rådhuset'],
    ['Sted Del (Storgata 1)', 'place', 'Del (Storgata 1)'],
    ['Referent Nes, Kari', 'minuteTaker', 'Nes, Kari'],
  ])('%s', (line, label, rest) => {
    expect(labelOf(line)).toMatchObject({ label, rest })
  })

  it.each([
    'Vedtaket i forrige møte ble fulgt opp.',
    'Vedtak ble fattet i mars.',
    'Leder ROR trakk fram momentene',
    'vurdering.',
    'vedtak',
    'Tid er penger',
    'Sted er ikke avklart',
    'Referent ble valgt',
    'Forfall til betaling er 1. mars',
    'Dato for neste møte er 3. mai',
    'Innstillingen ble enstemmig vedtatt',
    'Kari Nes: Vi må vente',
  ])('is not in: %s', (line) => {
    expect(labelOf(line)).toBeUndefined()
  })
})
