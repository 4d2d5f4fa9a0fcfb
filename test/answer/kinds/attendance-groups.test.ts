import { type Asking, havingRead } from '../ask.ts'

let rakel: Asking
beforeAll(async () => {
  rakel = await havingRead({
    'verksted-2025-01-16.md': `# Oppsummering av verksted om vannmålere 16.01.2025

## Deltakerliste

### Leverandører (fysisk oppmøte):

- Pumpefabrikken
- Nordvik Rør

### Leverandører (Teams):

- Målerhuset

### Tema for dagen:

- Plassering av målere

## Oppsummering

Det skal settes opp prøver i Lia.

## Videre

Neste verksted er i mai.
`,
  })
}, 60_000)
afterAll(() => rakel.close())

it.each([
  ['Hvem fra leverandørene møtte fysisk i møtet 16.01.2025?', ['Pumpefabrikken', 'Nordvik Rør'], 'Målerhuset'],
  ['Who attended the meeting on 16 January 2025 on Teams?', ['Målerhuset'], 'Pumpefabrikken'],
  ['Hvem var til stede på møtet 16.01.2025?', ['Pumpefabrikken', 'Målerhuset'], 'Plassering'],
])('those below the headings that a question names took part: %s', async (question, there, others) => {
  const { outcome, answer } = await rakel.ask(question)
  expect(outcome).toBe('answered')
  for (const name of there) expect(answer).toContain(name)
  expect(answer).not.toContain(others)
})
