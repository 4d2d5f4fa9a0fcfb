import { type Asking, havingRead } from '../ask.ts'

const FILES = {
  'fellesradet-2024-06-12-referat.md': `# Møtereferat Fellesrådet for Nordvik IKT 12. juni 2024

**Til stede:** Kari Berg, Ola Dahl

**Referent:** Ola Dahl

## 1. Felles innbyggerportal, status

Status i kommunene per juni 2024:

| Kommune | Behandlet | Resultat |
|---|---|---|
| Nordvik | 23.05.2024 | Deltar, med endringer |
| Sørvik | 06.06.2024 | Deltar |
| Vestvik | 30.05.2024 | Utsatt |

## 2. Oppfølging av lokaler

| Hva | Hvem | Frist |
|---|---|---|
| Åpne det nye lageret | Kari Berg | 1. mars 2025 |
| Vaske lokalene | Ola Dahl | 1. mai 2025 |
`,
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('a table of how far each has come', () => {
  it.each([
    ['Når behandlet Sørvik innbyggerportalen?', '06.06.2024'],
    ['On which day did Vestvik deal with the portal?', '30.05.2024'],
    ['Kva dato var innbyggjarportalen oppe i Nordvik?', '23.05.2024'],
  ])('tells the day of one row: %s', async (question, day) => {
    const { answer, reason } = await nordvik.ask(question)
    expect(reason).toBe('status-day')
    expect(answer).toContain(day)
  })

  it('tells which rows have the status asked for, in other words as well', async () => {
    const { answer, citations } = await nordvik.ask('Which municipalities had said yes to the portal?')
    expect(answer).toMatch(/^Nordvik and Sørvik /u)
    expect(citations[0]?.quote).not.toContain('Vestvik')
  })

  it('is no table of tasks: a deadline is not the day that something happened', async () => {
    expect((await nordvik.ask('Når åpnet det nye lageret?')).reason).not.toBe('status-day')
  })

  it('does not answer of a row that is not there', async () => {
    expect((await nordvik.ask('Når behandlet Østvik innbyggerportalen?')).reason).not.toBe('status-day')
  })
})
