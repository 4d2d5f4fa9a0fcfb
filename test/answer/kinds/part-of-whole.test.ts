import { type Asking, havingRead } from '../ask.ts'

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'arsrapport-2024.md': `# Årsrapport 2024 Nordvik IKT

## 1 Brukerstøtte

Nordvik IKT har mottatt 12 400 saker i løpet av 2024.

Av alle innkommende saker har 3 100 kommet på telefon, 2 480 på e-post og 6 820 gjennom portalen.

## 2 Ansatte

Brukerstøtten har mottatt 9 800 telefoner om nye og gamle saker. Kurset i mars samlet 24 deltakere i salen – 6 fra barnehagene og 18 fra skolene. I tillegg fulgte 30 på nett.

Ved utgangen av 2024 var det 25 faste årsverk, 20 menn og 5 kvinner.

## 3 Økonomi

Nordvik IKT sin ramme i Sørvik kommune sitt budsjett for 2025 er 10,500 mill. kr. Med en andel av Nordvik IKT sitt budsjett på 42,0 % blir budsjettet for Nordvik IKT på 25,000 mill. kr.
`,
  })
})
afterAll(() => nordvik.close())

it.each([
  ['Hvor stor andel av sakene i 2024 kom gjennom portalen?', '6 820 / 12 400 = 55,0 %'],
  ['Kor stor del av dei faste årsverka i 2024 var kvinner?', '5 / 25 = 20,0 %'],
  ['Hvor stor prosentandel av sakene til Nordvik IKT i 2024 kom på telefon?', '3 100 / 12 400 = 25,0 %'],
  ['What percentage of the incoming cases in 2024 came by email?', '2 480 / 12 400 = 20.0 %'],
  ['Hvor stor andel av deltakerne på kurset i mars kom fra barnehagene?', '6 / 24 = 25,0 %'],
])('tells what share of all a part is, of two figures: %s', async (question, told) => {
  const { answer, derived } = await nordvik.ask(question)
  expect(answer).toContain(told)
  expect(derived).toEqual([expect.objectContaining({ operation: 'share' })])
})

it('gives no share of what no figure tells', async () => {
  expect((await nordvik.ask('Hvor stor andel av sakene i 2024 kom på SMS?')).outcome).toBe('abstained')
  expect((await nordvik.ask('Hvor stor andel av deltakerne på kurset kom fra kirken?')).answer).not.toContain('%')
  expect((await nordvik.ask('Hvor stor andel av sakene i 2023 kom gjennom portalen?')).outcome).toBe('abstained')
})

it.each([
  [
    'Hvor mye av budsjettet til Nordvik IKT for 2025 faller på de andre kommunene enn Sørvik?',
    '25,000 − 10,500 = 14,500',
  ],
  ['Hvor mange prosent av budsjettet til Nordvik IKT for 2025 faller på de andre kommunene enn Sørvik?', '58,0 %'],
])('tells what falls on all but one: %s', async (question, told) => {
  expect((await nordvik.ask(question)).answer).toContain(told)
})
