import { type Asking, havingRead } from '../ask.ts'

const REPORT = `# Årsrapport 2024 Nordvik brannvern

## 1 Utrykninger

Tabellen viser utrykninger etter type.

| Type | 2023 | 2024 |
|---|---|---|
| Bygningsbrann | 40 | 35 |
| Bilulykke | 60 | 55 |
| Unødig alarm | 100 | 110 |
| Sum | 200 | 200 |

## 2 Økonomi

Utgiftene var slik (tall i 1000 kr):

| Post | Budsjett 2024 | Regnskap 2024 | Avvik |
|---|---|---|---|
| Lønn | 9 400 | 9 520 | 120 |
| Lisenser | 2 100 | 2 410 | 310 |

## 3 Sykefravær

HR la fram sykefraværet i prosent per kvartal:

| Kvartal | 2023 | 2024 |
|---|---|---|
| 1. kvartal | 8,1 | 7,2 |
| 2. kvartal | 7,7 | 6,9 |
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({ 'arsrapport-2024.md': REPORT })
})
afterAll(() => nordvik.close())

it.each([
  'Hvor stor andel av utrykningene i 2024 var unødige alarmer?',
  'Kor mange prosent av utrykkingane i 2024 var unødige alarmar?',
])('takes a count for no share, and computes that of the sum: %s', async (question) => {
  const { answer, derived } = await nordvik.ask(question)
  expect(answer).toContain('110 / 200 = 55,0 %')
  expect(derived).toEqual([{ value: '55,0', operation: 'share', from: ['110', '200'] }])
})

it('computes no share of what the table has no sum of', async () => {
  expect((await nordvik.ask('Hvor stor andel av budsjettet for 2024 var lønn?')).answer).not.toContain('9 400')
})

it('tells the scale that stands above the table', async () => {
  expect((await nordvik.ask('Hvor mye er budsjettert til lisenser i 2024?')).answer).toContain('2 100 tusen kr')
  expect((await nordvik.ask('Hva var sykefraværet i 2. kvartal 2024?')).answer).toContain('6,9 %')
})

it('takes the column that a word of the question names, rather than any of its year', async () => {
  expect((await nordvik.ask('Hvilken post hadde størst avvik i 2024?')).answer).toMatch(/^Lisenser: 310/)
  expect((await nordvik.ask('Hvor mye ble brukt på lønn i 2024?')).answer).toContain('9 520')
  expect((await nordvik.ask('Hva kostet lisensene i 2024?')).answer).toContain('2 410')
})
