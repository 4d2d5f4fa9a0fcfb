import { asksDuration, tellsDuration } from '../../src/answer/asks-duration.ts'
import { asksFrequency, tellsFrequency } from '../../src/answer/asks-frequency.ts'
import { fold } from '../../src/norwegian/fold.ts'
import { type Asking, havingRead } from './ask.ts'

const MINUTES = `# Referat

- Utvalg: Samarbeidsrådet for Vestnor IKT
- Dato: 11.03.2025

## 2025/M2-003 Brukerstøtte

Brukerstøtten fikk 4 120 telefoner i 2024. De som ringte, ventet i gjennomsnitt 42 sekunder før noen svarte.

- Lokaler: Det gamle biblioteket ble sett på i januar. Det er ikke aktuelt, for gulvet tåler ikke vekten av serverne. Leietiden i Havnegata går ut i 2027, og utleier vil ha svar innen sommeren.
- Opplæring: Superbrukerne møtes to ganger i året. Møtene holdes på rådhuset.

Den varslede økningen fra leverandøren Nordsky på 3 mill. kr er lagt inn i budsjettet.

Vedtak: Saken tas til orientering.
`

let council: Asking
beforeAll(async () => {
  council = await havingRead({ 'samarbeidsradet-2025-03-11-referat.md': MINUTES })
})
afterAll(() => council.close())

it.each([
  ['Hvor lenge måtte man vente i telefonen hos brukerstøtten i 2024?', '42 sekunder'],
  ['Hvor ofte treffes superbrukerne?', 'to ganger i året'],
  ['Hvorfor kan ikke serverne flyttes til det gamle biblioteket?', 'tåler ikke vekten'],
  ['Hvor stor prisøkning har Nordsky varslet?', '3 mill. kr'],
  ['Hva ble vedtatt i sak 003?', 'tas til orientering'],
])('%s', async (question, told) => expect((await council.ask(question)).answer).toContain(told))

it('says which of two questions it finds no answer to', async () => {
  const { answer, outcome } = await council.ask('Hvor ofte møtes superbrukerne, og hvem vant fotballkampen?')
  expect(outcome).toBe('answered')
  expect(answer).toContain('to ganger i året')
  expect(answer).toContain('Jeg finner ikke svar på «hvem vant fotballkampen» i dokumentene.')
})

it.each([
  ['Kor lenge varte arbeidet?', 'Det tok tre veker.', true],
  ['How long was the wait?', 'about 31 seconds', true],
  ['Hvor lenge varte det?', 'Det kostet 40 kroner.', false],
])('%s is told by "%s": %s', (question, text, isTold) => {
  expect(asksDuration(fold(question))).toBe(true)
  expect(tellsDuration(text)).toBe(isTold)
})

it.each([
  ['Kor ofte møtest dei?', 'Rådet møtest kvart kvartal.', true],
  ['How often do they meet?', 'They meet twice a year.', true],
  ['Hvor ofte møtes de?', 'Rådet har 12 medlemmer.', false],
])('%s is told by "%s": %s', (question, text, isTold) => {
  expect(asksFrequency(fold(question))).toBe(true)
  expect(tellsFrequency(text)).toBe(isTold)
})
