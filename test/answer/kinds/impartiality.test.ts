import { type Asking, havingRead } from '../ask.ts'

let council: Asking
beforeAll(async () => {
  council = await havingRead({
    'solnes-formannskap-2025-06-03.txt': `Møteprotokoll

Utvalg: Solnes formannskap
Dato: 03.06.2025

PS 13/25 Tilskudd til korpset
Jon Hell (KRF) er styreleder i korpset. Han ble kjent inhabil og fratrådte under behandlingen.
Vedtak
Korpset får 80 000 kr.

PS 14/25 Næringsfondet

Behandling
Kåre Fjell (H) ba om vurdering av sin habilitet, fordi han er svoger til daglig leder i Ytre Fisk AS. Han ble enstemmig kjent inhabil og fratrådte.

Vedtak
Midlene fordeles.

PS 15/25 Salg av Gamle skole

Megleren Trude Vang mener at skolen kan selges i høst.

Vedtak
Gamle skole selges.

PS 16/25 Søknad om adkomstveg
Berit Ask (SP) ba om vurdering av sin habilitet, med begrunnelsen "Søster til søker.". Hun ble kjent inhabil.

Vedtak
Søknaden avslås.
`,
    'nordvikradet-2025-10-23.txt': `Møtereferat Nordvikrådet 23.10.2025

Dato: 23.10.2025
Til stede: Kari Lunde, Ola Rud

Sak 3/25 Ny fordelingsnøkkel
Vedtak: Nøkkelen tas i bruk fra 2026.
Arbeidsgruppen la fram en ny fordelingsnøkkel. Representanten fra Sundet var imot fordi en fast del rammer den minste kommunen.
`,
  })
})
afterAll(() => council.close())

describe('who could not take part', () => {
  it.each([
    ['Hvem var inhabil i saken om korpset, og hvorfor?', 'Jon Hell', 'styreleder', 'Fjell'],
    ['Kvifor blei Kåre Fjell inhabil i næringsfondssaka?', 'Kåre Fjell', 'svoger', 'Hell (KRF)'],
    [
      'Hvilket verv gjorde at en representant ikke kunne være med på saken om korpset i Solnes?',
      'Jon Hell',
      'styreleder',
      'Fjell',
    ],
  ])('is told by name and with the reason: %s', async (question, name, reason, other) => {
    const { answer } = await council.ask(question)
    expect(answer).toContain(name)
    expect(answer).toContain(reason)
    expect(answer).not.toContain(other)
  })

  it('is declined for a matter in which nobody stood aside', async () => {
    expect((await council.ask('Hvem var inhabil i saken om Gamle skole?')).outcome).toBe('abstained')
  })
})

describe('the name of somebody told by what they are', () => {
  it.each([
    'Hva heter søkeren i saken der Berit Ask var inhabil?',
    'Kven er søkjaren i saka om adkomstvegen i Solnes?',
    'What is the name of the applicant in Solnes case 16/25?',
    'Hva heter søsteren til Berit Ask?',
    'Hva heter svogeren til Kåre Fjell?',
  ])('is declined where only others are named: %s', async (question) => {
    expect((await council.ask(question)).outcome).toBe('abstained')
  })

  it('is given where it stands with that', async () => {
    expect((await council.ask('Hva heter megleren som skal selge Gamle skole?')).answer).toContain('Trude Vang')
  })
})

describe('why one municipality was against', () => {
  it('is told of just that one', async () => {
    expect((await council.ask('Hvorfor var Sundet imot den nye fordelingsnøkkelen?')).answer).toContain(
      'minste kommunen',
    )
    expect((await council.ask('Hvorfor var Eidet imot den nye fordelingsnøkkelen?')).outcome).toBe('abstained')
  })
})
