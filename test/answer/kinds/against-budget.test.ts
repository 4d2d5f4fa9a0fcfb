import { type Asking, havingRead } from '../ask.ts'

const FORECAST = `# Referat fra møte i Fellesrådet for Nordvik brannvern

Dato: 12.6.2024

## Sak 3/24 Tertialrapport

Prognosen for 2024 viser et merforbruk på 0,275 mill. kr.

Vedtak: Saken tas til orientering.
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'fellesradet-2024-06-12.md': FORECAST,
    'arsrapport-2024.md': `# Årsrapport 2024 Nordvik brannvern

## 1 Økonomi

Budsjettet for 2024 var 21,400 mill. kr. Regnskapet viser et forbruk på 21,050 mill. kr.

Tall i 1000 kr:

| Post | Regnskap 2024 | Budsjett 2024 |
|---|---|---|
| Lønn | 12 300 | 12 000 |
| Utstyr | 8 750 | 9 400 |
| Sum | 21 050 | 21 400 |

I 2023 fikk Nordvik brannvern et mindreforbruk på 0,410 mill. kr. Netto driftsramme for 2023 var 20,900 mill. kr.

I 2025 endte årsregnskapet med et mindreforbruk på 0,930 mill. kr, mot et budsjettert mindreforbruk på 0,700 mill. kr.

## 2 Brukerstøtte

I 2022 ble 0,350 mill. kr satt av på fondet. Den første uken i januar 2024 kom 312 telefoner.
`,
  })
})
afterAll(() => nordvik.close())

it.each([
  ['Hvor mye lavere enn budsjettet ble forbruket i 2024?', '21 400 − 21 050 = 350 tusen kr'],
  ['Did Nordvik spend more or less than budgeted in 2024?', '= 0.350 million'],
  ['Hvor mye mer enn budsjettert gikk til lønn i 2024?', '12 300 − 12 000 = 300 tusen kr'],
  ['Kor mykje under budsjettet var utstyr i 2024?', '9 400 − 8 750 = 650 tusen kr'],
])('sets what was spent against the budget of the same: %s', async (question, computed) => {
  expect((await nordvik.ask(question)).answer).toContain(computed)
})

it('tells what was saved as the paper tells it, and takes it from no budget', async () => {
  const { answer, derived } = await nordvik.ask('Hvor mye mindre brukte Nordvik brannvern enn budsjettert i 2023?')
  expect(answer).toContain('0,410 mill. kr')
  expect(derived).toEqual([])
})

it('sets nothing against the budget of another year, or of what no budget is told of', async () => {
  expect((await nordvik.ask('Hvor mye lavere enn budsjettet ble forbruket i 2022?')).outcome).toBe('abstained')
  expect((await nordvik.ask('Hvor mye mer enn budsjettert gikk til strøm i 2024?')).answer).not.toContain('−')
})

it('takes some weeks for no year, and a year for no quarter', async () => {
  expect((await nordvik.ask('Hvor mange telefoner kom i hele 2024?')).outcome).toBe('abstained')
  expect((await nordvik.ask('Hvor mange telefoner kom i tredje kvartal 2024?')).outcome).toBe('abstained')
})

it('takes what was put aside for no holding at the end of another year', async () => {
  expect((await nordvik.ask('Hvor mye sto på fondet ved utgangen av 2022?')).outcome).toBe('abstained')
})

it('tells how far a year was expected to end from its budget, and not how far one of its posts was', async () => {
  const answerTo = async (question: string): Promise<string> => (await nordvik.ask(question)).answer
  expect(await answerTo('Hvor mye over budsjett trodde de i juni at 2024 ville ende?')).toContain('0,275 mill. kr')
  expect(await answerTo('Hvor mye over budsjett trodde de i mars at 2024 ville ende?')).not.toContain('0,275')
  expect(await answerTo('Hvor mye over budsjett trodde de at utstyr ville ende i 2024?')).not.toContain('0,275')
})

it.each([
  [
    'Hvor mye bedre enn budsjettert ble mindreforbruket til Nordvik brannvern i 2025?',
    '0,930 − 0,700 = 0,230 mill. kr',
  ],
  ['By how much did Nordvik beat its budgeted underspend in 2025?', '0,930 − 0,700 = 0.230'],
  ['Hva var det budsjetterte mindreforbruket til Nordvik brannvern i 2025?', '0,700 mill. kr (2025, budsjett)'],
])('takes a difference that was itself budgeted for a budget: %s', async (question, told) => {
  expect((await nordvik.ask(question)).answer).toContain(told)
})
