import { type Asking, havingRead } from '../ask.ts'

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'arsrapport-2024.md': `# Årsrapport 2024 Nordvik IKT

## 1 Bemanning

Ved utgangen av 2024 hadde Nordvik IKT 17 faste årsverk, fordelt på følgende avdelinger:

- Ledelse: 3
- Kundetorg: 8
- Drift: 5

## 2 Økonomi

| Kommune | Andel | Beløp i mill. kr |
|---|---|---|
| Nordvik | 51,2 % | 10,240 |
| Sørvik | 30,4 % | 6,080 |
| Lillevik | 18,5 % | 3,680 |
| Sum | 100,1 % | 20,000 |

## 3 Saker

Drift løste 940 saker, hvorav 510 var feilmeldinger og 430 var bestillinger. Kundetorget fikk 3 120 henvendelser i 2024.
`,
    'styret-2025-02-12.txt': `Møtereferat Styret for Nordvik IKT 12.02.2025

Dato: 12.02.2025
Tid: 09:00 - 11:30
Sted: Teams
Til stede: Berg, Kari, Dahl, Ola
Forfall:
Referent: Berg, Kari

Agenda

2025/M1-002 - Foreløpige tall
Vedtak: Saken tas til orientering.

Kundetorget fikk 3 210 henvendelser i 2024.
`,
  })
})
afterAll(() => nordvik.close())

it.each([
  ['Stemmer årsverkene per avdeling med totalen i 2024?', 'Nei, delene gir 3 + 8 + 5 = 16, ikke 17.'],
  ['Does the number of staff per department add up in 2024?', 'No, the parts give 3 + 8 + 5 = 16, not 17.'],
  ['Blir andelene i tabellen 100 prosent til sammen?', 'Nei, delene gir 51,2 + 30,4 + 18,5 = 100,1 %, ikke 100.'],
  ['Stemmer beløpene i tabellen med summen?', 'Ja, delene gir 10,240 + 6,080 + 3,680 = 20,000 mill. kr.'],
  ['Drift løste 940 saker, feilmeldinger og bestillinger. Går tallene opp?', 'Ja, delene gir 510 + 430 = 940.'],
])('adds up what stands below a total: %s', async (question, told) => {
  expect((await nordvik.ask(question)).answer).toContain(told)
})

it('tells both figures where two documents tell one thing otherwise', async () => {
  const { answer, citations } = await nordvik.ask(
    'Er styret og årsrapporten enige om hvor mange henvendelser kundetorget fikk i 2024?',
  )
  expect(answer).toContain('3 120')
  expect(answer).toContain('3 210')
  expect(new Set(citations.map(({ document }) => document)).size).toBe(2)
})
