import { type Asking, havingRead } from '../ask.ts'

const GRANTS = `# Referat fra møte i Kulturutvalget i Nordvik kommune

Dato: 6.5.2025

## Sak 4/25 Tildeling fra kulturfondet våren 2025

Det kom fire søknader. Utvalget har 90 000 kr til fordeling.

| Søker | Tiltak | Søkt (kr) | Tildelt (kr) |
|---|---|---|---|
| Nordvik teater | Vinterspill | 50 000 | 30 000 |
| Vik korps | Noter | 30 000 | 25 000 |
| Sanglaget | Reise | 40 000 | 0 |
| Spelemannslaget | Kurs | 20 000 | 18 000 |

Vedtak: Midlene fordeles som tabellen viser.

## Sak 5/25 Investeringer 2025

Rammen på 6,400 mill. kr til scenen fordeles slik:

- Lys: 2,900 mill. kr
- Lyd: 1,850 mill. kr
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({ 'kulturutvalget-2025-05-06.md': GRANTS })
})
afterAll(() => nordvik.close())

it.each([
  'Hvor mye av kulturfondet ble ikke delt ut våren 2025?',
  'Kor mykje er att av kulturfondet?',
  'Hva er igjen i kulturfondet etter tildelingen?',
])('tells what a list of grants leaves of the pot: %s', async (question) => {
  const { answer, citations } = await nordvik.ask(question)
  expect(answer).toMatch(/^90 000 − 30 000 − 25 000 − 18 000 = 17\s000 kr/)
  expect(citations.map(({ quote }) => quote).join()).toMatch(/90 000 kr til fordeling.*Tildelt/s)
})

it('does so of a list under its own pot, in its scale', async () => {
  const { answer } = await nordvik.ask('Hvor mye av rammen til scenen er ikke fordelt?')
  expect(answer).toContain('6,400 − 2,900 − 1,850 = 1,650 mill. kr')
})

it.each([
  'Hvor mye av idrettsfondet ble ikke delt ut våren 2025?',
  'Hvor mye av kulturfondet gikk ikke til Vik korps?',
])('computes nothing of another pot, or where one of the list is set apart: %s', async (question) => {
  expect((await nordvik.ask(question)).answer).not.toMatch(/17\s000/)
})
