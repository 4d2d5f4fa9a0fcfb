import { type Asking, havingRead } from '../ask.ts'

const COUNCIL = (date: string, items: string): string => `Møtereferat Badestyret i Nordvik ${date}

Dato: ${date}
Tid: 09:00 - 11:00
Til stede: Kari Berg, Ola Dahl, Anne Lise Vik
Referent: Anne Lise Vik

Agenda

${items}`

const FILES = {
  'badestyret-2024-02-06.txt': COUNCIL(
    '06.02.2024',
    `2024/M1-001 - Billettpriser
Innstilling: Billetten settes til 90 kr fra 1. mars 2024.

Ola Dahl foreslo en lavere pris.

Vedtak: Billetten settes til 70 kr fra 1. mars 2024.

2024/M1-002 - Åpningstid i høstferien
Innstilling: Anlegget holder åpent hele høstferien.

Vedtak: Anlegget holder åpent hele høstferien.

2024/M1-003 - Badstue
Vedtak: Saken utsettes. Daglig leder legger fram en oversikt over kostnadene ved badstua i møtet 07.05.2024.

2024/M1-004 - Sklie
Vedtak: Daglig leder innhenter tilbud på ny sklie innen 1. juni 2024.
`,
  ),
  'badestyret-2024-05-07.txt': COUNCIL(
    '07.05.2024',
    `2024/M2-001 - Badstue
Daglig leder la fram oversikten over kostnadene ved badstua. Det viser 400 000 kr.

Vedtak: Badstua bygges.

2024/M2-002 - Eventuelt
Vedtak: Ingenting å merke.
`,
  ),
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('what became of a recommendation', () => {
  it.each([
    'Ble det slik administrasjonen ville med billettprisen?',
    'Fekk kommunedirektøren viljen sin om billetten?',
    'var det innstillingen om billetten som gikk gjennom',
  ])('is no where something else was decided, with both: %s', async (question) => {
    const { answer, outcome } = await nordvik.ask(question)
    expect(outcome).toBe('answered')
    expect(answer).toMatch(/^(?:Nei|No)\. /u)
    expect(answer).toContain('70 kr')
    expect(answer).toContain('90 kr')
  })

  it.each([
    'Ble innstillingen om åpningstid i høstferien fulgt?',
    'Did the board follow the recommendation about opening hours?',
  ])('is yes where the same was decided: %s', async (question) => {
    const { answer } = await nordvik.ask(question)
    expect(answer).toMatch(/^(?:Ja|Yes)\. /u)
  })
})

describe('what became of a promise', () => {
  it.each([
    'Fikk styret oversikten over kostnadene som ble lovet i februar 2024?',
    'Vart oversikten over kostnadene lagt fram?',
    'Did anything come of the overview of costs that was promised?',
  ])('is yes where a later meeting shows it: %s', async (question) => {
    const { answer, citations } = await nordvik.ask(question)
    expect(answer).toMatch(/^(?:Ja|Yes)\. /u)
    expect(citations[0]?.document).toBe('badestyret-2024-05-07.txt')
  })

  it('is not guessed where nothing later shows it', async () => {
    const { outcome, reason } = await nordvik.ask('Kom det noe ut av tilbudene på ny sklie?')
    expect({ outcome, reason }).toEqual({ outcome: 'abstained', reason: 'fate-not-shown' })
  })
})

describe('what a body chose', () => {
  it('is told by the point of its decision on just that', async () => {
    const { answer } = await nordvik.ask('Gikk badestyret inn for å heve prisen på billetten?')
    expect(answer).toContain('70 kr')
    expect(answer).not.toContain('høstferien')
  })
})
