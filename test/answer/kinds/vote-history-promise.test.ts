import { type Asking, havingRead } from '../ask.ts'

const MEETING = (
  number: number,
  date: string,
  items: string,
): string => `Møtereferat Fellesrådet for Nordvik IKT ${date}

Dato: ${date}
Tid: 09:00 - 11:00
Sted: Nordvik rådhus
Til stede: Kari Berg (Nordvik), Ola Dahl (Sørvik), Anne Lise Vik (Vestvik)
Forfall: Ingen
Referent: Anne Lise Vik

Agenda

2024/M${number}-001 - Godkjenning av innkalling
Vedtak: Innkallingen godkjennes

${items}`

const FILES = {
  'fellesradet-2024-02-06.txt': MEETING(
    1,
    '06.02.2024',
    `2024/M1-002 - Felles sentralbord
Vedtak: Saken utsettes til møtet 07.05.2024.

Daglig leder legger fram en oversikt over kostnadene i møtet 07.05.2024.
`,
  ),
  'fellesradet-2024-05-07.txt': MEETING(
    2,
    '07.05.2024',
    `2024/M2-002 - Felles sentralbord
Kari Berg (Nordvik) fremmet følgende alternative forslag:
Sentralbordet legges til Nordvik.

For forslaget stemte 2: Kari Berg (Nordvik), Ola Dahl (Sørvik).
Imot forslaget stemte 1: Anne Lise Vik (Vestvik).
Dermed ble forslaget vedtatt.

Vedtak: Felles sentralbord legges til Nordvik og åpner 1. januar 2025.

Saken ble utsatt 06.02.2024, sak 2024/M1-002.

2024/M2-003 - Kantine
Forslaget ble enstemmig vedtatt.

Vedtak: Kantina holder åpent til kl. 14:00.

2024/M2-004 - Parkering
Vedtak: Saken tas til orientering.
`,
  ),
  'fellesradet-2024-09-03.txt': MEETING(
    3,
    '03.09.2024',
    `2024/M3-002 - Felles sentralbord, ny åpningsdato
Vedtak: Vedtaket i sak 2024/M2-002 endres. Sentralbordet åpner 1. mars 2025.
`,
  ),
}

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(FILES)
})
afterAll(() => nordvik.close())

describe('votes', () => {
  it('quotes who voted against, with names and counts', async () => {
    const answer = await nordvik.ask('Hvem stemte imot å legge sentralbordet til Nordvik?')
    expect(answer).toMatchObject({ outcome: 'answered', reason: 'vote' })
    expect(answer.answer).toContain('Imot forslaget stemte 1: Anne Lise Vik (Vestvik).')
    expect(answer.citations[0]?.caseNumber).toBe('2024/M2-002')
  })

  it('says that nobody voted against what was unanimous', async () => {
    const answer = await nordvik.ask('Hvem stemte imot forslaget om kantina?')
    expect(answer).toMatchObject({ outcome: 'abstained', reason: 'nobody-against' })
  })

  it('says that no vote is recorded', async () => {
    const answer = await nordvik.ask('Hvordan falt stemmene i saken om parkering?')
    expect(answer).toMatchObject({ outcome: 'abstained', reason: 'no-vote-recorded' })
  })

  it('takes "stemmer det?" for a question of what is right', async () => {
    expect((await nordvik.ask('Stemmer det at kantina holder åpent til kl. 14:00?')).reason).not.toBe('vote')
  })
})

describe('the history of a matter', () => {
  it('tells its steps, oldest first, each cited', async () => {
    const answer = await nordvik.ask('Når ble saken om felles sentralbord utsatt, og når ble den vedtatt?')
    expect(answer).toMatchObject({ outcome: 'answered', reason: 'history' })
    // The minutes' own words for what makes it one matter.
    expect(answer.citations.map(({ quote }) => quote)).toContain('Saken ble utsatt 06.02.2024, sak 2024/M1-002.')
    const dates = [...new Set(answer.citations.map(({ meetingDate }) => meetingDate))]
    expect(dates).toEqual(['2024-02-06', '2024-05-07', '2024-09-03'])
  })

  it.each([
    ['Saken om felles sentralbord ble utsatt i februar 2024. Hva ble bestemt da den kom opp igjen?', '2024/M2-002'],
    ['Felles sentralbord ble utsatt i februar 2024. Hva ble vedtatt til slutt om sentralbordet?', '2024/M3-002'],
  ])('tells what was decided after a postponement: %s', async (question, caseNumber) => {
    expect((await nordvik.ask(question)).citations[0]?.caseNumber).toBe(caseNumber)
  })

  it('finds which item changed another, by what its words say', async () => {
    const answer = await nordvik.ask('Hvilken sak endret vedtaket i 2024/M2-002?')
    expect(answer.answer).toContain('2024/M3-002')
  })
})

describe('promises', () => {
  it('tells what was promised for a meeting', async () => {
    const answer = await nordvik.ask('Hva skulle daglig leder legge fram i møtet 07.05.2024?')
    expect(answer).toMatchObject({ outcome: 'answered', reason: 'follow-up' })
    expect(answer.answer).toContain('en oversikt over kostnadene')
  })
})
