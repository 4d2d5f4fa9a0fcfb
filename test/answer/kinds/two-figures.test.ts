import { type Asking, havingRead } from '../ask.ts'

const COUNCIL = `Møtereferat Fellesrådet for Nordvik IKT 20.11.2023

Dato: 20.11.2023
Tid: 09:00 - 11:30
Sted: Teams
Til stede: Berg, Kari, Dahl, Ola
Forfall:
Referent: Berg, Kari

Agenda

2023/M5-002 - Budsjett 2024
Vedtak: Budsjettet for Nordvik IKT for 2024 settes til 21,400 mill. kr.

2023/M5-003 - Kundetorget
Vedtak: Saken tas til orientering

Kundetorget åpnet 1. oktober. De første fire ukene fikk torget 1 204 besøk, og gjennomsnittlig ventetid var 14 minutter.
`

const REPORT = `# Årsrapport 2024 Nordvik IKT

## 1 Kundetorget

Torget hadde 15 310 besøk i 2024. Gjennomsnittlig ventetid var 9 minutter.

## 2 Økonomi

Budsjettet for 2024 var 21,400 mill. kr. Lønn kostet 11,250 mill. kr, og lisenser kostet 6,100 mill. kr i 2024.
`

const EXECUTIVE = `Møteprotokoll

Utvalg: Nordvik formannskap
Dato: 06.06.2024
Tidspunkt: 12:00 - 14:00

PS 7/24 Gebyr for feiing

Kommunedirektørens forslag til vedtak:
Gebyret for feiing settes til 640 kr for 2025.

Behandling:
Ola Dahl (SP) fremmet forslag om et lavere gebyr.

Vedtak:
Gebyret for feiing settes til 590 kr for 2025.
`

/** A scheme that was proposed twice and decided once, in the second meeting. */
const scheme = (
  date: string,
  number: string,
  decision: string,
  told: string,
): string => `# Referat fra møte i Fellesrådet for Nordvik IKT

Dato: ${date}

## Sak ${number} Kveldsvakt for kundetorget

Vedtak: ${decision}

${told}
`
const SCHEMES = {
  'fellesradet-2024-09-10.md': scheme(
    '10.9.2024',
    '12/24',
    'Saken utsettes.',
    'Daglig leder foreslo kveldsvakt alle dager. Årlig kostnad var 1,300 mill. kr.',
  ),
  'fellesradet-2024-11-12.md': scheme(
    '12.11.2024',
    '19/24',
    'Det innføres kveldsvakt på hverdager i 2025. Kostnaden på 0,610 mill. kr dekkes av budsjettet for 2025.',
    'Daglig leder la fram et rimeligere forslag. Årlig kostnad var 0,900 mill. kr.',
  ),
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'fellesradet-2023-11-20.txt': COUNCIL,
    'arsrapport-2024.md': REPORT,
    'nordvik-formannskap.txt': EXECUTIVE,
    ...SCHEMES,
  })
})
afterAll(() => nordvik.close())

it.each([
  'Hvordan var ventetiden på kundetorget i 2024 sammenlignet med de første fire ukene?',
  'Var ventetida på kundetorget kortare i 2024 enn dei første fire vekene?',
])('sets a year against a part of another that a second document tells of: %s', async (question) => {
  const answer = await nordvik.ask(question)
  expect(answer).toMatchObject({ outcome: 'answered', reason: 'figure-difference' })
  expect(answer.answer).toContain('14 − 9 = 5')
  expect(new Set(answer.citations.map(({ document }) => document)).size).toBe(2)
})

it('sets what was decided against what was proposed', async () => {
  const answer = await nordvik.ask('Hvor mange kroner lavere ble gebyret for feiing enn kommunedirektøren foreslo?')
  expect(answer.answer).toContain('640 − 590 = 50 kr')
})

it.each([
  'Hvor mye lavere er kostnaden i vedtaket om kveldsvakt enn i forslaget?',
  'Hvor mye lavere er kostnaden i vedtaket om kveldsvakt i november 2024 enn i forslaget som ble lagt fram i samme møte?',
])('takes the proposal of the meeting that decided, and its month for when it was told: %s', async (question) => {
  expect((await nordvik.ask(question)).answer).toContain('0,900 − 0,610 = 0,290 mill. kr')
})

it('sets two things of one year against each other', async () => {
  expect((await nordvik.ask('Hvor mye mer ble brukt på lønn enn på lisenser i 2024?')).answer).toContain(
    '11,250 − 6,100 = 5,150 mill. kr',
  )
})

it('computes nothing where one side has no figure', async () => {
  const answer = await nordvik.ask('Hvor mye mer ble brukt på lønn enn på strøm i 2024?')
  expect(answer.derived).toEqual([])
  expect(answer.answer).not.toContain('−')
})

it('quotes the body that decided a budget, and cites the report that repeats it', async () => {
  const { citations } = await nordvik.ask('Hvor stort var budsjettet i 2024?')
  expect(citations.map(({ document }) => document)).toEqual(['fellesradet-2023-11-20.txt', 'arsrapport-2024.md'])
})
