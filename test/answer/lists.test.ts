import { type Asking, havingRead } from './ask.ts'

const REPORT = `# Årsrapport 2024 Nordvik IKT

## 2 Aktiviteter

Prosjekter for skolene:

- nye skjermer i alle klasserom
- felles innlogging for elevene
- flere skrivere Interne prosjekter:
- ny brannmur i Storgata
- eget system for avvik

## 3 Økonomi

Regnskapet viser et merforbruk på 0,4 mill. kr. Hovedårsakene er:

- strømmen ble dyrere enn ventet
- to konsulenter ble leid inn om våren

## 4 Veien videre

Datarommet må fornyes, og vi må velge om vi skal bygge det om, leie plass hos en nabo eller flytte alt til skyen. Valget påvirker alle kommunene som er med.

## 5 Vaktordning

Tre innretninger er vurdert:

1. døgnvakt med egne ansatte
2. vakt fram til kl. 22
3. kjøp av vakt fra en leverandør

Vaktordningen har vært drøftet med de tillitsvalgte to ganger.

## 6 Eierne

Nordvik IKT er et samarbeid mellom kommunene Berg, Dalen og Sundet. Kari Moe leder det.

## 7 Opplæring

Alternativ A: Kurs på nett for alle. Det koster lite.

Alternativ B: Kurs i hver kommune. Det tar lengre tid.
`

const MINUTES = `# Driftsgruppa 8. april 2024

Til stede: Kari Moe, Ola Dahl, Per Vik

## Saksliste

- Status
- Ordlista

## Ordlista

Vi gikk gjennom ordlista.

- Kari legger inn nye ord
- Ola konverterer filene
- Per tar ordlista i bruk

## Eksport

- Det er foreslått å fjerne feltene Farge, Vekt og Avgift fra eksporten.
`

describe('what several things answer', () => {
  let rakel: Asking
  const answer = async (question: string): Promise<string> => (await rakel.ask(question)).answer

  beforeAll(async () => {
    rakel = await havingRead({ 'nordvik-ikt-arsrapport-2024.md': REPORT, 'driftsgruppa-2024-04-08.md': MINUTES })
  }, 60_000)
  afterAll(() => rakel.close())

  it('is quoted with the line that leads to it, and without the list that it ran together with', async () => {
    const told = await answer('Hvilke interne prosjekter hadde Nordvik IKT i 2024?')
    expect(told).toMatch(/Interne prosjekter:[\s\S]*brannmur[\s\S]*avvik/)
    expect(told).not.toContain('skjermer')
    expect(await answer('Which projects were carried out for the schools in 2024?')).toMatch(
      /skjermer[\s\S]*innlogging/,
    )
  })

  it.each([
    'Hva var hovedårsakene til merforbruket i 2024?',
    'Kva var årsakene til meirforbruket i 2024?',
    'What were the main reasons for the overspending in 2024?',
  ])('is the whole list where reasons are asked for: %s', async (question) => {
    expect(await answer(question)).toMatch(/strømmen[\s\S]*konsulenter/)
  })

  it.each(['Hvilke tre valg har vi for datarommet?', 'Kva tre val har vi for datarommet?'])(
    'may stand in running text: %s',
    async (question) => {
      expect(await answer(question)).toMatch(/bygge det om, leie plass hos en nabo eller flytte alt til skyen/)
    },
  )

  it('is the list of just so many points, whatever these are called', async () => {
    expect(await answer('Hvilke tre løsninger er vurdert for vakt?')).toMatch(/døgnvakt[\s\S]*kl\. 22[\s\S]*leverandør/)
  })

  it('is a row of names where a plural is asked for', async () => {
    expect(await answer('Hvilke kommuner er med i Nordvik IKT?')).toContain('Berg, Dalen og Sundet')
  })

  it('may be paragraphs that are numbered alike', async () => {
    expect(await answer('Hvilke alternativer er det for kurs?')).toMatch(/Alternativ A[\s\S]*Alternativ B/)
  })

  it('are things that were proposed, and not the proposals of somebody', async () => {
    expect(await answer('Hvilke felt ble foreslått fjernet fra eksporten?')).toContain('Farge, Vekt og Avgift')
  })

  it('is no line of the agenda that only has the words of the question', async () => {
    expect(await answer('Hva skjer med ordlista?')).not.toMatch(/«• Ordlista»/)
  })

  it('is not about what the question sets aside', async () => {
    const told = await answer('Apart from the schools, which internal projects were carried out in 2024?')
    expect(told).toContain('brannmur')
    expect(told).not.toContain('skjermer')
  })
})
