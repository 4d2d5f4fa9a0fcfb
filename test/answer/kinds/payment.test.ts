import { type Asking, havingRead } from '../ask.ts'

const minutes = (date: string, items: string): string => `Møtereferat Fellesrådet for Nordvik IKT ${date}

Dato: ${date}
Tid: 09:00 - 11:30
Sted: Teams
Til stede: Berg, Kari, Dahl, Ola, Moe, Per
Forfall:
Referent: Berg, Kari

Agenda

${items}
`

const DECIDED = minutes(
  '20.11.2023',
  `2023/M5-002 - Budsjett 2024
Vedtak: Driftsbudsjettet for 2024 settes til 20,000 mill. kr.

Endelig fordeling 2024: Nordvik 10,200 mill. kr, Sørvik 6,000 mill. kr og Lillevik 3,800 mill. kr.`,
)

const PROPOSED = `# Referat fra møte i Fellesrådet for Nordvik IKT

Dato: 16.10.2024

## Sak 7/24 Budsjett 2025

Vedtak: Saken tas til orientering.

Tabell 1: Forslag til fordeling 2025 (mill. kr)

| Kommune | Andel | Beløp |
|---|---|---|
| Nordvik | 51 % | 10,710 |
| Sørvik | 30 % | 6,300 |
| Lillevik | 19 % | 3,990 |
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({ 'fellesradet-2023-11-20.txt': DECIDED, 'fellesradet-2024-10-16.md': PROPOSED })
})
afterAll(() => nordvik.close())

it.each([
  'Hva skal Sørvik betale til Nordvik IKT i 2024?',
  'Kor mykje betalte Sørvik i 2024?',
  'How much did Sørvik contribute in 2024?',
  'Hva er bidraget fra Sørvik i 2024?',
])('tells what an owner pays by the list of that year: %s', async (question) => {
  expect((await nordvik.ask(question)).answer).toMatch(/^Sørvik: 6,000 m/)
})

it('adds up what two pay together', async () => {
  const { answer, derived } = await nordvik.ask('Hvor mye betaler Sørvik og Lillevik til sammen i 2024?')
  expect(answer).toContain('6,000 + 3,800 = 9,8')
  expect(derived[0]?.from).toEqual(['6,000', '3,800'])
})

it('takes what was proposed only where that is asked', async () => {
  const asked = await nordvik.ask('Hva skulle Lillevik betale i 2025 etter forslaget?')
  expect(asked.answer).toMatch(/^Lillevik: 3,990 mill/)
  const decided = await nordvik.ask('Hva betaler Lillevik i 2025?')
  expect(decided.answer).not.toMatch(/^Lillevik/)
})

it.each(['Hva betalte Lillevik i 2023?', 'Hva betaler Lillevik for lisenser i 2024?'])(
  'has no number of another year or of another thing: %s',
  async (question) => {
    expect((await nordvik.ask(question)).answer).not.toContain('3,800')
  },
)

it('tells how a proposal was split, and of no other sum than the one named', async () => {
  const proposed = await nordvik.ask('Hvordan foreslås budsjettet for 2025 fordelt på kommunene?')
  expect(proposed.answer).toContain('Sørvik: 30 %; Lillevik: 19 %')
  const decided = await nordvik.ask('Hvordan er budsjettet på 20,000 mill. kr fordelt på kommunene?')
  expect(decided.answer).toContain('Sørvik: 6,000 mill. kr; Lillevik: 3,800 mill. kr')
  const other = await nordvik.ask('Hvordan er budsjettet på 22,500 mill. kr fordelt på kommunene?')
  expect(other.answer).not.toMatch(/6,000|6,300/)
})
