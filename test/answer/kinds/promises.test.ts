import { type Asking, havingRead } from '../ask.ts'

const FILES = {
  'badegruppa-2025-01-14.md': `# Møte i badegruppa for Nordvik 14. januar 2025

**Til stede:** Kari Berg, Ola Dahl, Anne Lise Vik

**Referent:** Ola Dahl

## Saker

1. Stupetårnet
2. Brygga

## 1. Stupetårnet

Tårnet må males før sesongen.

**TILTAK**

- Spørre Sørvik om maling (**Kari Berg**)

## 2. Brygga

Brygga tåler ti personer.

## Oppfølging

| Hva | Hvem | Frist |
|---|---|---|
| Lage utkast til brev til naboene | Ola Dahl | 3. mars 2025 |
| Bestille redningsbøyer | Anne Lise Vik | 10. april 2025 |
`,
  'badegruppa-2025-02-11.md': `# Møte i badegruppa for Nordvik 11. februar 2025

**Til stede:** Kari Berg, Anne Lise Vik, Liv Nes (vara for Per Moe)

**Forfall:** Per Moe

**Referent:** Anne Lise Vik

## Badevakter

Vaktlista er klar.

## Kiosk

### Kari: setter opp prisliste

### Dato: 18.3.

## Neste møte

Tirsdag 11. mars 2025 kl. 09:00.
`,
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('who was to do something, and by when', () => {
  it.each([
    ['Hvem hadde ansvaret for å lage utkast til nabobrevet, og hva var fristen?', 'Ola Dahl', '3. mars 2025'],
    ['Who was responsible for the draft letter to the neighbours?', 'Ola Dahl', '3. mars 2025'],
    ['Kven skulle spørje Sørvik om noko for stupetårnet?', 'Kari Berg', 'maling'],
  ])('is told from lists and tables of tasks: %s', async (question, who, what) => {
    const { answer } = await nordvik.ask(question)
    expect(answer).toContain(who)
    expect(answer).toContain(what)
  })

  it('shows a deadline that stands below the task, with the words it stands in', async () => {
    const { answer, citations } = await nordvik.ask('Når var fristen for prislista til kiosken?')
    expect(answer).toContain('18.3.')
    expect(citations.map(({ quote }) => quote)).toContainEqual(expect.stringContaining('Dato: 18.3.'))
  })

  it('is declined where nobody was to do it', async () => {
    expect((await nordvik.ask('Hvem hadde ansvaret for å kjøpe ny badstue?')).outcome).toBe('abstained')
  })
})

describe('a meeting that no notice calls yet', () => {
  it('is told by the latest minutes of the body', async () => {
    const { answer, reason } = await nordvik.ask('Når er neste møte i badegruppa?')
    expect(reason).toBe('meeting-nextMeeting')
    expect(answer).toContain('11. mars 2025')
  })

  it('is found by who missed it', async () => {
    const { answer } = await nordvik.ask('Who took the minutes at the badegruppa meeting that Per Moe missed?')
    expect(answer).toContain('Anne Lise Vik')
  })

  it('tells who met for somebody, whatever field names them', async () => {
    const { answer } = await nordvik.ask('Kven møtte som vara for Per Moe?')
    expect(answer).toContain('Liv Nes')
  })
})

describe('the items of a meeting', () => {
  it('are cited from the list as it is printed, where the document has one', async () => {
    const { citations } = await nordvik.ask('Hvilke saker hadde badegruppa oppe 14. januar 2025?')
    expect(citations[0]?.quote).toMatch(/Stupetårnet.*Brygga/u)
  })
})
