import { asksWhetherSame } from '../../../src/answer/asks-whether-same.ts'
import { type Asking, havingRead } from '../ask.ts'

let aasen: Asking
beforeAll(async () => {
  aasen = await havingRead({
    'arsrapport-2024.md': `# Årsrapport 2024 Åsen bibliotek

## 1 Innledning

Utlånet var 41 200 bøker i 2024. Median ventetid på innlån var 9 dager. Biblioteket hadde 12 ansatte ved utgangen av 2024.

## 2 Drift

Fristen ble holdt for 81,0 % av innlånene, mot 84,5 % i 2023. Median ventetid på innlån var 11 dager. Ved utgangen av 2024 hadde biblioteket 12 ansatte.

Resultatet for 2024 viser et overskudd på 1,4 millioner kroner.

## 3 Regnskap

Beløp i 1000 kroner.

| | 2024 | 2023 |
|---|---:|---:|
| Billettinntekter | 310 | 295 |
| Resultat | 1 364 | 870 |
`,
    'styret-2025-02-10.txt': `Møtereferat Styret for Åsen bibliotek 10.02.2025

Dato: 10.02.2025
Til stede: Berg, Kari, Dahl, Ola

Sak 3/25 Årsrapport 2024
Utlånet var 40 900 bøker i 2024.

Vedtak: Årsrapporten godkjennes.
`,
  })
})
afterAll(() => aasen.close())

it.each([
  ['Hva var median ventetid på innlån i 2024, og sier årsrapporten det samme overalt?', ['9 dager', '11 dager']],
  ['Kva var median ventetid på innlån i 2024, og er årsrapporten samd med seg sjølv?', ['9 dager', '11 dager']],
  ['Er årsrapporten og styret enige om utlånet i 2024?', ['41 200', '40 900']],
])('shows each place where they tell otherwise: %s', async (question, told) => {
  const { answer, citations } = await aasen.ask(question)
  for (const value of told) expect(answer.replace(/\s/gu, ' ')).toContain(value)
  expect(citations).toHaveLength(2)
})

it('takes numbers for the same that differ by rounding alone', async () => {
  const { answer, reason } = await aasen.ask(
    'Hvor stort var overskuddet til biblioteket i 2024, og sier teksten det samme som tabellen?',
  )
  expect(reason).toBe('told-the-same')
  expect(answer).toMatch(/^Tallene er de samme:/)
  expect(answer).toContain('1 364')
})

it('says so where they agree, and answers the figure alone where one place tells it', async () => {
  expect((await aasen.ask('Hvor mange ansatte hadde biblioteket i 2024, og står det likt overalt?')).answer).toMatch(
    /^Tallene er de samme:/,
  )
  const { answer } = await aasen.ask('Hva var billettinntektene i 2024, og sier rapporten det samme overalt?')
  expect(answer).not.toMatch(/^Tallene/)
})

it('tells the question of the figure from that of its places', () => {
  expect(
    asksWhetherSame('How many loans were there in 2024, and does the report say the same everywhere?')?.value,
  ).toBe('How many loans were there in 2024?')
  expect(asksWhetherSame('Hvor mange bilder og bøker ble lånt, og er tallet likt overalt?')?.value).toBe(
    'Hvor mange bilder og bøker ble lånt?',
  )
  expect(asksWhetherSame('Hvor stort er budsjettet, og stemmer det med postene?')).toBeUndefined()
  expect(asksWhetherSame('Hvem stemte for, og hva ble vedtatt?')).toBeUndefined()
})
