import { type Asking, havingRead } from './ask.ts'

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'styret-2025-02-12.txt': `Møtereferat Styret for Nordvik IKT 12.02.2025

Dato: 12.02.2025
Tid: 09:00 - 11:30
Til stede: Bergheim, Kari; Dalsrud, Ola
Forfall: Hansrud, Liv
Referent: Bergheim, Kari

Agenda

2025/M1-002 - Arkiv
Vedtak: Saken tas til orientering.

Liv Hansrud lager en plan for rydding av arkivet innen 1. mai 2025. Ola Dalsrud bestiller nye hyller.
`,
  })
})
afterAll(() => nordvik.close())

it.each([
  ['Hvem skal lage plan for rydding av arkivet, og var hun til stede i møtet 12.02.2025?', 'Nei, Liv Hansrud'],
  ['Hvem skal bestille hyller, og deltok vedkommende i møtet 12.02.2025?', 'Ja, Ola Dalsrud'],
  ['Kven skal tinge hyller, og var han til stades i møtet 12.02.2025?', 'Ja, Ola Dalsrud'],
])('tells of the person whom the first of two questions asks for: %s', async (question, told) => {
  expect((await nordvik.ask(question)).answer).toContain(told)
})

it('does not guess who is meant where the first is not answered', async () => {
  const { answer } = await nordvik.ask('Hvem skal male taket, og var han til stede i møtet 12.02.2025?')
  expect(answer).not.toMatch(/^(?:Ja|Nei),/u)
})
