import { type Asking, havingRead } from '../ask.ts'

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'statusrapport-2025-03-31.md': `# Statusrapport: Ny svømmehall i Nordvik kommune

## 1 Områder

| Område | Forrige rapport | Nå |
|---|---|---|
| Framdrift | Grønn | Gul |
| Økonomi | Gul | Grønn |
| Bemanning | Grønn | Rød |

## 2 Prosjekter

| Prosjekt | Ramme | Status |
|---|---|---|
| Ny heis | 2,4 | I rute, ferdig i mai |
| Nytt tak | 6,8 | Forsinket to måneder |
| Nye dører | 0,4 | Ikke startet |
| Ny kiosk | 0,9 | Startet |
`,
    'utviklermote-2025-02-04.md': `# Utviklermøte 04.02.2025

Til stede: Kari, Ola

## Status

Kari har flyttet tekstene.

## Arbeid framover

## Feil i appen

- 2041 nor P5 The list is not sorted
- 2055 nor P2 The date is missing
- 2060 kri P2 The report is empty
- 2071 enh P5 Let the user choose a colour
`,
  })
})
afterAll(() => nordvik.close())

describe('the rows that have a value in one of their columns', () => {
  it.each([
    ['Hvilke områder er røde?', ['Bemanning'], ['Framdrift', 'Økonomi']],
    ['Kva område er grøne no?', ['Økonomi'], ['Bemanning']],
    ['Hvilke områder var grønne i forrige rapport?', ['Framdrift', 'Bemanning'], ['Økonomi']],
    ['Hvilke prosjekter i svømmehallen er forsinket?', ['Nytt tak'], ['Ny heis', 'Ny kiosk']],
    ['Hvilke prosjekter er ikke startet?', ['Nye dører'], ['Ny kiosk']],
    ['Hvilke feil fra utviklermøtet 4.2.2025 hadde prioritet P2?', ['2055', '2060'], ['2041']],
    ['Which bugs on the list have priority P2?', ['2055', '2060'], ['2071']],
  ] as const)('are told, and no others: %s', async (question, told, untold) => {
    const { answer, outcome } = await nordvik.ask(question)
    expect(outcome).toBe('answered')
    for (const row of told) expect(answer).toContain(row)
    for (const row of untold) expect(answer).not.toContain(row)
  })

  it('are counted where that is asked', async () => {
    expect((await nordvik.ask('Hvor mange feil på feillisten har prioritet P2?')).answer).toMatch(/^2: 2055/u)
  })

  it.each([
    'Hvilke områder er blå?',
    'Hvilke feil hadde prioritet P3?',
    'Hvilke skoler er forsinket?',
    'Hvilke prosjekter i Sørvik kommune er forsinket?',
  ])('are declined where the value, the thing or the place is another: %s', async (question) => {
    expect((await nordvik.ask(question)).outcome).toBe('abstained')
  })
})
