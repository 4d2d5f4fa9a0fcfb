import { type Asking, havingRead } from '../ask.ts'

const COUNCIL = (
  date: string,
  present: string,
  items: string,
): string => `Møtereferat Fellesrådet for Nordvik IKT ${date}

Dato: ${date}
Tid: 09:00 - 11:00
Til stede: ${present}
Referent: Anne Lise Vik

Agenda

${items}`

const FILES = {
  'fellesradet-2023-02-07.txt': COUNCIL(
    '07.02.2023',
    'Kari Berg (Nordvik), Ola Dahl (Sørvik), Per Moe (Nordvik IKT)',
    `2023/M1-001 - Regnskap 2022
Daglig leder Per Moe la fram regnskapet for 2022.

Vedtak: Regnskapet godkjennes.

2023/M1-002 - Nytt lønnssystem
Liv Nes er prosjektleder.

Vedtak: Saken tas til orientering.

2023/M1-003 - Orientering
Per Moe fortalte at Kari Berg går av som rådmann i Nordvik 30. april, og at Tor Lie tar over.

Vedtak: Saken tas til orientering.
`,
  ),
  'nordvik-ikt-arsrapport-2023.md': `# Nordvik IKT årsrapport 2023

## 1 Om selskapet

Per Moe gikk av med pensjon 31. august 2023. Siri Haug begynte som daglig leder 1. september.

Tor Lie tok over som rådmann i Nordvik 1. mai 2023.

## 2 Økonomi

Daglig leder skal følge med på utgiftene.
`,
  'sorvik-kommunestyre-2023-05-09.txt': `Møteprotokoll Sørvik kommunestyre

Utvalg: Sørvik kommunestyre
Møtested: Sørvik rådhus
Dato: 09.05.2023
Tid: 18:00 - 20:00

Til stede: Marit Lid (ordfører), Jon Ek, Eva Aas

PS 1/23 Referatsaker
Vedtak: Referatsakene tas til orientering.
`,
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('who holds an office', () => {
  it.each([
    ['Hvem er daglig leder i Nordvik IKT?', 'Siri Haug'],
    ['Who is the current head of Nordvik IKT?', 'Siri Haug'],
    ['Kven tok over som dagleg leiar etter Per Moe?', 'Siri Haug'],
    ['The manager who presented the accounts for 2022 has retired. Who took over after him?', 'Siri Haug'],
    ['Hvem ble kommunedirektør i Nordvik etter Berg?', 'Tor Lie'],
    ['Kva heiter ordføraren i Sørvik?', 'Marit Lid'],
    ['Hvem er prosjektleder for det nye lønnssystemet?', 'Liv Nes'],
  ])('%s', async (question, name) => {
    const { answer, reason } = await nordvik.ask(question)
    expect(reason).toBe('office')
    expect(answer).toContain(name)
  })

  it('is told by what was written after the change, not by what was announced', async () => {
    const { citations } = await nordvik.ask('Hvem tok over som rådmann i Nordvik?')
    expect(citations[0]?.document).toBe('nordvik-ikt-arsrapport-2023.md')
  })

  it.each(['Hvem er ordfører i Nordvik?', 'Who is the project manager of the library?'])(
    'is declined where nobody is named for just that: %s',
    async (question) => {
      expect((await nordvik.ask(question)).outcome).toBe('abstained')
    },
  )
})

describe('an office in a list', () => {
  let board: Asking
  beforeAll(async () => {
    board = await havingRead({
      'midtdal-styre-2024-12-05.txt': `Referat fra styremøte i Midtdal Vannverk SA

Dato: 05.12.2024
Til stede: Arvid Rustad (styreleder), Gunn Bakke (nestleder), Vigdis Lund (ansattes representant), daglig leder Harald Nybø
Fra administrasjonen: driftssjef Eva Strøm
Referent: Harald Nybø

Sak 21/24 Lekkasjer
Harald Nybø slutter 1. mars 2025. Linda Ask er ansatt som ny daglig leder fra samme dato.
Vedtak: Tas til orientering.
`,
      'midtdal-styre-2025-02-13.txt': `Referat fra styremøte i Midtdal Vannverk SA

Dato: 13.02.2025
Til stede: Arvid Rustad (styreleder), Gunn Bakke (nestleder), daglig leder Harald Nybø
Forfall: Tone Viken (prosjektleder)
Referent: Gunn Bakke

Sak 1/25 Ny pumpestasjon
Vedtak: Pumpestasjonen bygges.
`,
      'solnes-kommunestyre-2025-02-27.txt': `Møteprotokoll Solnes kommunestyre

Utvalg: Solnes kommunestyre
Dato: 27.02.2025
Til stede: Jan Erik Tveiten (SP, ordfører), Aud Kristin Moen (H, varaordfører), Nina Sørbø (AP)

PS 5/25 Referatsaker
Vedtak: Tas til orientering.
`,
    })
  })
  afterAll(() => board.close())

  it.each([
    ['Hvem er varaordfører i Solnes?', 'Aud Kristin Moen', 'Tveiten'],
    ['Who is the deputy mayor of Solnes?', 'Aud Kristin Moen', 'Tveiten'],
    ['Hvem er ordfører i Solnes?', 'Jan Erik Tveiten', 'Moen'],
    ['Who is the chair of the board of Midtdal Vannverk?', 'Arvid Rustad', 'Bakke'],
    ['Hvem er nestleder i styret i Midtdal Vannverk?', 'Gunn Bakke', 'Rustad'],
    ['Hvem er driftssjef i Midtdal Vannverk?', 'Eva Strøm', 'Nybø'],
    ['Hvem er prosjektleder i Midtdal Vannverk?', 'Tone Viken', 'Rustad'],
  ])('is just that one: %s', async (question, name, other) => {
    const { answer } = await board.ask(question)
    expect(answer).toContain(name)
    expect(answer).not.toContain(other)
  })

  it('is held by whoever was appointed from a day that has come, although older minutes are newer than the appointment', async () => {
    const { answer } = await board.ask('Hvem er daglig leder i Midtdal Vannverk?')
    expect(answer).toContain('Linda Ask')
  })

  it('tells who somebody is, of which party, and whom they stand for', async () => {
    expect((await board.ask('Hvem er Eva Strøm?')).answer).toContain('driftssjef')
    expect((await board.ask('Hvilket parti representerer Nina Sørbø?')).answer).toContain('AP')
    expect((await board.ask('Hvilken kommune kommer Nina Sørbø fra?')).outcome).toBe('abstained')
    const { answer } = await board.ask('Hvem representerte de ansatte i styret i Midtdal Vannverk i desember 2024?')
    expect(answer).toContain('Vigdis Lund')
    expect(answer).not.toContain('Bakke')
  })
})

describe('whoever came after somebody', () => {
  let papers: Asking
  beforeAll(async () => {
    papers = await havingRead({
      'vestnes-ikt-arsrapport-2024.md': `# Årsrapport 2024 Vestnes IKT

## Ledelse

Ledergruppen består av Jon Haugli, daglig leder, Siri Vold, leder Brukerstøtte og Ole Brekke, leder Drift.
`,
      'vestnesradet-2024-11-14.txt': `Møtereferat Vestnesrådet 14.11.2024

Dato: 14.11.2024
Til stede: Kari Lunde (kommunedirektør, Sundet), Jon Haugli

Sak 4/24 Budsjett
Vedtak: Tas til orientering.
`,
      'vestnesradet-2025-03-20.txt': `Møtereferat Vestnesrådet 20.03.2025

Dato: 20.03.2025
Til stede: Atle Strand, Jon Haugli

Sak 1/25 Godkjenning av innkalling
Atle Strand ble ønsket velkommen som ny kommunedirektør i Sundet. Han tiltrådte 1.2.2025.
Vedtak: Godkjent.

Sak 2/25 Orienteringer
Jon Haugli går av med pensjon 31.8.2025. Stillingen lyses ut i april.
Vedtak: Tas til orientering.
`,
    })
  })
  afterAll(() => papers.close())

  it.each([
    'Who replaced Kari Lunde as chief executive in Sundet, and from what date?',
    'Hvem etterfulgte Kari Lunde som kommunedirektør i Sundet?',
    'Hvem er kommunedirektør i Sundet, og fra når?',
  ])('is told with the day it began: %s', async (question) => {
    const { answer } = await papers.ask(question)
    expect(answer).toContain('Atle Strand')
    expect(answer).toContain('1.2.2025')
  })

  it.each(['Hvem ble ansatt som leder etter Jon Haugli?', 'Who succeeded Jon Haugli as manager?'])(
    'is nobody who stands beside the one that leaves: %s',
    async (question) => {
      expect((await papers.ask(question)).outcome).toBe('abstained')
    },
  )
})
