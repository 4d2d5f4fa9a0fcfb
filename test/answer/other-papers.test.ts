import { type Asking, havingRead } from './ask.ts'

const BOARD = `Møteprotokoll

Utvalg: Styret for Vestnor Eiendom KF
Dato: 12.03.2025
Tidspunkt: 10:00 - 12:00
Møtested: Rådhuset

Til stede: Kari Storhaug, Even Brattli

PS 2/25 Fullmakter

Vedtak:
Daglig leder bes i samarbeid med styret utarbeide forslag til ny fullmaktsstruktur.
`
const REPORT = `# Årsrapport 2024 Nordskog SF

## Styret
Styret gjennomførte seks styremøter i 2024, hvorav ett på telefon.
`

let papers: Asking
beforeAll(async () => {
  papers = await havingRead({
    'vestnor-eiendom-styre-2025-03-12-protokoll.txt': BOARD,
    'nordskog-arsrapport-2024.md': REPORT,
  })
})
afterAll(() => papers.close())

it('looks for what is named by its owner in the papers of that owner, whichever board keeps minutes', async () =>
  expect((await papers.ask('Hvor mange styremøter hadde Nordskog i 2024?')).answer).toContain('seks styremøter'))

it('takes a proposal that somebody is to draw up for a task', async () =>
  expect((await papers.ask('Hva skal daglig leder lage forslag til sammen med styret?')).answer).toContain(
    'utarbeide forslag til ny fullmaktsstruktur',
  ))
