import { type Asking, havingRead } from '../ask.ts'

const COUNCIL = `Møtereferat

Utvalg: Rådet for samarbeidet
Dato: 13.02.2025
Sted: Teams
Til stede: Kari Nes, Ola Dahl

2025/1 Status

Leder for NORD-IKT gikk gjennom driften. Utskifting av PC-er i skolene går etter planen, og 840 av 1 260 maskiner er levert. NORD-IKT følger opp.

Vedtak: Saken tas til orientering.

2025/2 Fordeling

Fordelingsnøkkelen bygger på antall ansatte med brukerkonto. Leder NORD-IKT svarte på spørsmål.

Vedtak: Nøkkelen legges til grunn.

2025/3 Tilskudd

Det kom inn sju søknader.

Vedtak: Midlene deles ut slik:

Søker                 Formål           Tildelt (kr)
Heia musikklag        Noter            20 000
Øvre bygdekino        Lerret           12 000
Sandnes vel           Benker            8 000
`

let council: Asking
beforeAll(async () => {
  council = await havingRead({ 'radet-2025-02-13.txt': COUNCIL })
})
afterAll(() => council.close())

it('takes minutes to be of an organisation that they tell of again and again', async () => {
  expect((await council.ask('Hva bygger fordelingsnøkkelen i NORD-IKT på?')).answer).toContain('brukerkonto')
  const { answer, derived } = await council.ask('Hvor mange av skole-PC-ene gjensto å levere for NORD-IKT?')
  expect(answer.replace(/\s/gu, ' ')).toContain('1 260 − 840 = 420')
  expect(derived[0]?.operation).toBe('difference')
})

it('shows the table that the words of a decision lead to', async () => {
  const { answer, citations } = await council.ask('Hvordan ble midlene delt ut?')
  expect(answer).toContain('Øvre bygdekino')
  expect(citations.map(({ quote }) => quote).join('\n')).toContain('Heia musikklag')
})

it('adds up what was given, told in the table of a decision', async () => {
  const { answer } = await council.ask('Hvor mye ble tildelt i alt?')
  expect(answer.replace(/\s/gu, ' ')).toContain('20 000 + 12 000 + 8 000 = 40 000')
})
