import { type Asking, havingRead } from '../ask.ts'

const report = (year: number, signed: string): string => `# Årsrapport ${year} Nordvik IKT

## 1 Drift

Avtalen om lagring ble signert 3.2.${year}.

## 2 Godkjenning

Rapporten er godkjent av styret.

Dato ${signed} Underskrift
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'arsrapport-nordvik-2023.md': report(2023, '14.03.2024'),
    'arsrapport-nordvik-2024.md': report(2024, '12.06.2024'),
    'styret-2024-05-12.txt': `Møtereferat Styret for Nordvik IKT 12.05.2024

Dato: 12.05.2024
Tid: 09:00 - 11:30
Til stede: Berg, Kari
Referent: Berg, Kari

Agenda

2024/M2-002 - Årsrapport 2023
Vedtak: Årsrapporten for 2023 godkjennes.
`,
  })
})
afterAll(() => nordvik.close())

it.each([
  ['Når er årsrapporten for 2023 datert?', 'Datert 14.03.2024'],
  ['Når ble årsrapporten for 2023 underskrevet?', 'Datert 14.03.2024'],
  ['Kva dato er årsrapporten for 2023 signert?', 'Dagsett 14.03.2024'],
  ['When was the annual report for 2023 signed?', 'Dated 14 March 2024'],
])('tells the day that a report itself bears: %s', async (question, told) => {
  expect((await nordvik.ask(question)).answer).toContain(told)
})

it('tells that a report was signed before its year was over', async () => {
  const { answer } = await nordvik.ask('Når er årsrapporten for 2024 datert godkjent, og kan det stemme?')
  expect(answer).toContain('Datert 12.06.2024')
  expect(answer).toContain('datoen 12.06.2024 kan ikke stemme; den står mot 31.12.2024')
})

it('tells the decision where a meeting approved the report', async () => {
  expect((await nordvik.ask('Når ble årsrapporten for 2023 godkjent?')).answer).toContain('12.05.2024')
})

it('declines a year that no report is of', async () => {
  expect((await nordvik.ask('Når er årsrapporten for 2021 signert?')).outcome).toBe('abstained')
})
