import { type Asking, havingRead } from '../ask.ts'

const PROJECT = `# Solnes bibliotek – møte nr. 3 i prosjektgruppen

| Dato | 14.05.2025 |
|---|---|
| Tid | 12:00 – 14:00 |
| Sted | Teams |
| Til stede | Trude Vold (prosjektleder), Geir Lien (eiendomssjef), Anne Haug |
| Referent | Trude Vold |

## 1. Status

Forprosjektet er levert.

## 2. Tiltaksliste

| Nr | Tiltak | Ansvarlig | Frist |
|---|---|---|---|
| 1 | Bestille måling av støy | Geir Lien | 23.05.2025 |
| 2 | Sende søknad om tilskudd | Trude Vold | 15.08.2025 |
| 3 | Avklare parkering med naboene | Geir Lien | 20.06.2025 |
`

const WORKING = `# Solnes kommune – Arbeidsmiljøutvalget (AMU)

| Dato | 18.02.2025 |
|---|---|
| Arbeidsgivers representanter | Dag Rud (kommunedirektør), Unni Eide |
| Arbeidstakernes representanter | Randi Myhr (hovedverneombud, leder av AMU), Kjersti Aas |
| Forfall | Marianne Foss |
| Sekretær | Helge Lund |

## AMU 1/25 Sykefravær

Vedtak: Saken tas til orientering.
`

let papers: Asking
beforeAll(async () => {
  papers = await havingRead({ 'solnes-bibliotek.md': PROJECT, 'solnes-amu.md': WORKING })
})
afterAll(() => papers.close())

describe('minutes whose head is a table', () => {
  it.each([
    'Hvilke oppgaver har Geir Lien i biblioteksprosjektet?',
    'What tasks does Geir Lien have?',
    'Hva har Geir Lien ansvar for?',
  ])('tell all that somebody is to do, and nothing of others: %s', async (question) => {
    const { answer } = await papers.ask(question)
    expect(answer).toContain('Bestille måling')
    expect(answer).toContain('Avklare parkering')
    expect(answer).not.toContain('søknad')
  })

  it('list those of both sides, and who of them leads', async () => {
    const { answer } = await papers.ask('Hvem var til stede i arbeidsmiljøutvalget i Solnes 18.02.2025?')
    expect(answer).toMatch(/^4 /)
    expect(answer).toContain('Unni Eide')
    expect(answer).toContain('Kjersti Aas')
    expect((await papers.ask('Who chairs the working environment committee (AMU) in Solnes?')).answer).toContain(
      'Randi Myhr',
    )
  })
})

describe('a first heading with a colon', () => {
  it('is the title, and tells what the tables below it are of', async () => {
    const report = await havingRead({
      'statusrapport-2025-03-31.md': `# Statusrapport: Nytt arkivsystem

**Prosjekteier:** Henrik Dal

## 1 Milepæler

| Milepæl | Opprinnelig dato | Ny dato | Status |
|---|---|---|---|
| Kontrakt signert | 01.10.2024 | 08.10.2024 | Ferdig |
| Oppstart Granli | 05.05.2025 | 15.09.2025 | Planlagt |
`,
    })
    const { answer } = await report.ask('Når skal Granli ta i bruk det nye arkivsystemet?')
    report.close()
    expect(answer).toContain('15.09.2025')
    expect(answer).toContain('Statusrapport: Nytt arkivsystem')
  })
})
