import { type Asking, havingRead } from '../ask.ts'

const COUNCIL = `Møtereferat Fellesrådet for Nordvik IKT 20.11.2023

Dato: 20.11.2023
Tid: 09:00 - 11:30
Sted: Teams
Til stede: Berg, Kari (Nordvik kommune), Dahl, Ola (Sørvik kommune), Moe, Per (Lillevik kommune)
Forfall:
Referent: Berg, Kari

Agenda

2023/M5-002 - Kostnadsfordeling fra 2024
Vedtak: Fra 1. januar 2024 er fordelingen slik: Nordvik 51 %, Sørvik 30 % og Lillevik 19 %.

Den tidligere fordelingen var 54 % for Nordvik, 29 % for Sørvik og 17 % for Lillevik.
`

const REPORT = `# Årsrapport 2024 Nordvik IKT

## 1 Bemanning

Ved utgangen av 2024 hadde Nordvik IKT 17 faste årsverk, fordelt på følgende avdelinger:

- Ledelse: 3
- Kundetorg: 8
- Drift: 6

## 2 Sykefravær

| Avdeling | 2023 | 2024 |
|---|---|---|
| Ledelse | 2,1 % | 3,0 % |
| Kundetorg | 7,4 % | 8,2 % |
| Drift | 4,0 % | 3,8 % |
| Hele selskapet | 9,9 % | 9,9 % |

## 3 Betaling

Tabellen viser hva kommunene betaler i 1000 kr.

| Kommune | Beløp 2023 | Beløp 2024 |
|---|---|---|
| Nordvik | 10 100 | 10 350 |
| Sørvik | 6 020 | 6 200 |
| Lillevik | 3 900 | 3 850 |
| Sum | 20 020 | 20 400 |
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({ 'fellesradet-2023-11-20.txt': COUNCIL, 'arsrapport-2024.md': REPORT })
})
afterAll(() => nordvik.close())

it.each([
  'Hvor mye av kostnadene betaler hver kommune fra 2024?',
  'Kor stor del betaler kvar kommune frå 2024?',
  'What share does each municipality pay from 2024?',
])('tells what each has: %s', async (question) => {
  expect((await nordvik.ask(question)).answer).toContain('Nordvik: 51 %; Sørvik: 30 %; Lillevik: 19 %')
})

it('tells of a list what each of it has, its lead with it', async () => {
  const { answer, citations } = await nordvik.ask('Hvor mange årsverk har hver avdeling?')
  expect(answer).toContain('Ledelse: 3; Kundetorg: 8; Drift: 6')
  expect(citations[0]?.quote).toContain('17 faste årsverk')
})

it('tells whose is the highest, and never the sum', async () => {
  expect((await nordvik.ask('Hvilken kommune betaler mest?')).answer).toMatch(/^Nordvik: 51 %/)
  expect((await nordvik.ask('Hvilken avdeling har færrest årsverk?')).answer).toMatch(/^Ledelse: 3/)
  expect((await nordvik.ask('Hvilken avdeling har flest årsverk?')).answer).toMatch(/^Kundetorg: 8/)
})

it('tells how it changed, with the sentence that tells of before', async () => {
  const { answer, citations } = await nordvik.ask('Hvordan endret andelene til Sørvik og Lillevik seg i 2024?')
  expect(answer).toContain('Sørvik: 29 % → 30 %; Lillevik: 17 % → 19 %')
  expect(citations).toHaveLength(2)
})

it('does not take what was before for a year it is not told to be of', async () => {
  expect((await nordvik.ask('Hvor mye økte andelen til Lillevik fra 2019 til 2024?')).answer).not.toContain('→')
})

it('knows the row of the whole from those of its parts, and thousands by what stands above', async () => {
  expect((await nordvik.ask('Hvilken avdeling hadde høyest sykefravær i 2024?')).answer).toMatch(/^Kundetorg: 8,2 %/)
  expect((await nordvik.ask('Hvor mye mer betalte Sørvik i 2024 enn i 2023?')).answer).toContain(
    'Økning på 180 tusen kr (6 200 − 6 020)',
  )
})

it('takes no money for a count of things', async () => {
  expect((await nordvik.ask('Hvor mange henvendelser fikk Sørvik i 2024?')).answer).not.toContain('6 200')
})
