import { type Asking, havingRead } from '../ask.ts'

const REPORT = `# Rapport 2025 Sørli kommune

## 1 Gebyrer

Satsene går fram av tabellen (kr):

| Tjeneste | 2024 | 2025 | Endring |
|---|---|---|---|
| Årsgebyr vann | 4 100 | 4 500 | 9,8 % |
| Årsgebyr avløp | 5 000 | 5 250 | 5,0 % |

## 2 Investeringer

Status for prosjektene (tall i mill. kr):

| Prosjekt | Ramme | Påløpt | Status |
|---|---|---|---|
| Tak på idrettshallen | 6,0 | 6,7 | Ferdig |
| Gangveg Haugen | 9,0 | 2,5 | Grunnerverv pågår |

## 3 Utrykninger etter måned 2024

| Måned | Utrykninger | Unødige |
|---|---|---|
| April | 12 | 5 |
| Mai | 19 | 4 |
| Juni | 11 | 6 |

## 4 Avfall

| Avfallstype | 2023 | 2024 |
|---|---|---|
| Restavfall | 310 | 290 |
| Matavfall | 120 | 150 |
| Papir | 80 | 85 |
| Sum | 510 | 525 |

## 5 Plasser i SFO

Priser per måned:

| Tilbud | Pris (kr) |
|---|---|
| Full plass | 3 000 |
| Halv plass | 1 800 |

## 6 Bud på skolen

Disse budene kom inn på skolen i Vika:

| Budgiver | Bud (kr) |
|---|---|
| Vika Eiendom AS | 2 500 000 |
| Vika grendelag | 1 900 000 |

## 7 Eiere av brannvesenet

| Kommune | Eierandel |
|---|---|
| Sørli | 60 % |
| Nordli | 40 % |

Kommunen har 41 innbyggere på venteliste for fastlege.

## 8 Regnskap for skogfondet

Beløp i 1000 kroner.

| | 2025 | 2024 |
|---|---:|---:|
| Tømmersalg | 1 900 | 2 050 |
| Festeavgifter | 310 | - |
| **SUM INNTEKTER** | **2 210** | **2 050** |

| Kostnader | | |
|---|---:|---:|
| Veivedlikehold | -600 | -480 |
| Planting | -210 | -220 |
| **SUM KOSTNADER** | **-810** | **-700** |

| | | |
|---|---:|---:|
| Renter | 40 | 35 |
| **Resultat** | **1 440** | **1 385** |
`

let sorli: Asking
beforeAll(async () => {
  sorli = await havingRead({ 'rapport-2025.md': REPORT })
})
afterAll(() => sorli.close())

it.each([
  ['Hvor mye dyrere ble årsgebyret for vann fra 2024 til 2025?', '4 500 − 4 100'],
  ['Kor mykje auka årsgebyret for vatn frå 2024 til 2025?', '4 500 − 4 100'],
  ['Hvor mange kroner går årsgebyret for vann opp i 2025?', '4 500 − 4 100'],
  ['Hvor mye over rammen gikk taket på idrettshallen?', '6,7 − 6,0 = 0,7'],
  ['Hvor mye er igjen av rammen til gangvegen på Haugen?', '9,0 − 2,5 = 6,5'],
  ['Hvor mye gikk avfallet ned eller opp fra 2023 til 2024?', '525 − 510'],
  ['Hvor mye billigere er halv plass enn full plass i SFO?', '3 000 − 1 800'],
  ['Hvilken avfallstype økte mest i 2024?', 'Matavfall: Økning på 30 (150 − 120)'],
])('sets two cells of the row that is meant against each other: %s', async (question, terms) => {
  const { answer, derived } = await sorli.ask(question)
  expect(answer.replace(/\s/gu, ' ')).toContain(terms)
  expect(derived[0]?.operation).toBe('difference')
})

it.each([
  ['Hvilken avfallstype gikk ned fra 2023 til 2024?', ['Restavfall: Nedgang på 20'], 'Matavfall'],
  ['Kva avfallstypar auka frå 2023 til 2024?', ['Matavfall: Auke på 30', 'Papir: Auke på 5'], 'Restavfall'],
  ['Hvilken avfallstype var det mer av i 2023 enn i 2024?', ['Restavfall'], 'Matavfall'],
  ['Hvilket prosjekt brukte mer enn rammen?', ['Tak på idrettshallen'], 'Gangveg'],
  ['Hvilke kostnader i skogfondet økte i 2025?', ['Veivedlikehold: Økning på 120 tusen kr (600 − 480)'], 'Planting'],
])('tells which rows went up or down: %s', async (question, told, other) => {
  const { answer } = await sorli.ask(question)
  for (const row of told) expect(answer.replace(/\s/gu, ' ')).toContain(row)
  expect(answer).not.toContain(other)
})

it.each([
  ['Hva var resultatet i skogfondet i 2024?', '1 385'],
  ['Hvor mye steg resultatet i skogfondet fra 2024 til 2025?', '1 440 − 1 385'],
  ['Hva var de samlede kostnadene i skogfondet i 2025?', '-810'],
  ['Hvor store var inntektene i skogfondet til sammen i 2024?', '2 050'],
])(
  'reads a table of several parts under the header of the first, each sum of its own part: %s',
  async (question, told) => {
    expect((await sorli.ask(question)).answer.replace(/\s/gu, ' ')).toContain(told)
  },
)

it('answers by the row that most of the words name', async () => {
  const { answer } = await sorli.ask('Hva er årsgebyret for vann i 2025?')
  expect(answer.replace(/\s/gu, ' ')).toContain('4 500')
  expect(answer).not.toMatch(/5\s250/)
})

it('answers which month by months, and not by those of another year', async () => {
  expect((await sorli.ask('I hvilken måned i 2024 var det flest utrykninger?')).answer).toMatch(/^Mai: 19/)
  expect((await sorli.ask('Hvor mange utrykninger var det i mai 2024?')).answer).toMatch(/^Mai: 19/)
  expect((await sorli.ask('Hvor mange utrykninger var det i mai 2023?')).outcome).toBe('abstained')
})

it.each([
  'Hvor mange innbyggere har Nordli?',
  'Hvor mange innbyggere har Sørli?',
  'Hvor mye ble skolen i Vika solgt for?',
  'Hva koster en barnehageplass?',
])(
  'takes no share for a count, no bid for a price, no part for the whole, and no other place: %s',
  async (question) => {
    expect((await sorli.ask(question)).outcome).toBe('abstained')
  },
)

it('gives no number of a row for things that it does not count', async () => {
  expect((await sorli.ask('Hvor mange ansatte jobber med restavfall?')).outcome).toBe('abstained')
})
