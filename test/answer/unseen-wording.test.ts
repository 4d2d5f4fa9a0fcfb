import { type Asking, havingRead } from './ask.ts'

const COUNCIL = `Møteprotokoll

Utvalg: Lyngvik formannskap
Dato: 12.03.2025
Tidspunkt: 10:00 - 13:20
Møtested: Lyngvik rådhus, Fjordsalen

Til stede: Kari Storhaug (AP), Even Brattli (H), Solveig Moen (SP), Per Arne Lunde (SV)
Forfall: Ingen

PS 4/25 Svømmehallen, ny åpningstid

Kommunedirektørens forslag til vedtak:
Svømmehallen holder åpent til kl. 20:00.

Behandling:
Even Brattli (H) fremmet følgende alternative forslag:
Svømmehallen holder åpent til kl. 21:30.

Per Arne Lunde (SV) fremmet følgende tilleggsforslag:
Barn under ti år kommer inn gratis.

For kommunedirektørens forslag stemte 1: Solveig Moen (SP).
For det alternative forslaget stemte 3: Kari Storhaug (AP), Even Brattli (H), Per Arne Lunde (SV).
Dermed ble det alternative forslaget vedtatt.

For tilleggsforslaget stemte 1: Per Arne Lunde (SV).
Imot tilleggsforslaget stemte 3: Kari Storhaug (AP), Even Brattli (H), Solveig Moen (SP).
Dermed ble tilleggsforslaget ikke vedtatt.

Vedtak:
Svømmehallen holder åpent til kl. 21:30 fra 1. mai 2025.

PS 5/25 Ny bru over Storelva

Kommunedirektøren orienterte om saken. Grunnundersøkelsene er ikke ferdige, og kostnadene mangler. Even Brattli spurte om framdriften.

Vedtak:
Saken utsettes.

PS 7/25 Møteplan 2026

Vedtak:
Planen godkjennes.

PS 6/25 Budsjett for biblioteket

I 2024 ble det kjøpt inn 31 lydbøker, mot 19 i 2023.

Vedtak:
Biblioteket får 2,150 mill. kr i 2025.

Neste møte er 9. april 2025 kl. 10:00.
`

const LATER = `Møteprotokoll

Utvalg: Lyngvik formannskap
Dato: 17.09.2025
Tidspunkt: 09:00 - 11:00
Møtested: Teams

Til stede: Kari Storhaug (AP), Even Brattli (H)
Forfall: Ingen

PS 21/25 Svømmehallen, kortere åpningstid

Vedtak:
Vedtaket i sak PS 4/25 endres. Svømmehallen holder åpent til kl. 20:30 fra 1. november 2025.
`

const REPORT = (
  year: number,
  sick: string,
  visitors: string,
  start: string,
  end: string,
) => `# Årsrapport ${year} Lyngvik kulturhus

Kulturhuset er kommunens møteplass. Det har kino, bibliotek og en liten scene.

## Ansatte

Sykefraværet i ${year} var på ${sick} %.

## Besøk

Kulturhuset hadde ${visitors} besøkende i ${year}. Av dem kom 310 med skoleklasser og 95 med buss.

## Økonomi

Fondet var på ${start} mill. kr ved inngangen til året og ${end} mill. kr ved utgangen.
`

let lyngvik: Asking
beforeAll(async () => {
  lyngvik = await havingRead({
    'lyngvik-formannskap-2025-03-12.txt': COUNCIL,
    'lyngvik-formannskap-2025-09-17.txt': LATER,
    'arsrapport-2023-kulturhuset.md': REPORT(2023, '5,2', '12 400', '1,900', '1,750'),
    'arsrapport-2024-kulturhuset.md': REPORT(2024, '6,4', '13 150', '1,750', '1,400'),
    'arsrapport-2025-kulturhuset.md': REPORT(2025, '4,9', '11 980', '1,400', '1,525'),
  })
})
afterAll(() => lyngvik.close())

const ask = (question: string) => lyngvik.ask(question)

describe('proposals', () => {
  it('tells who proposed what and what became of it, with the counts of the vote', async () => {
    const answer = await ask('Ble tilleggsforslaget fra SV om barn vedtatt?')
    expect(answer).toMatchObject({ outcome: 'answered', reason: 'proposal' })
    expect(answer.answer).toMatch(/Per Arne Lunde \(SV\): forslaget ble ikke vedtatt, 1 for, 3 imot/)
  })

  it('finds the proposals of a person, and those that fell', async () => {
    expect((await ask('Hva foreslo Brattli om svømmehallen?')).answer).toContain('21:30')
    expect((await ask('Hvilket forslag falt i saken om svømmehallen?')).answer).toContain('Barn under ti år')
  })

  it('says that somebody proposed nothing, or withdrew nothing', async () => {
    expect(await ask('Hva gikk Senterpartiets forslag om svømmehallen ut på?')).toMatchObject({
      outcome: 'abstained',
      reason: 'no-such-proposal',
    })
    expect(await ask('Hvorfor trakk Lunde forslaget sitt om svømmehallen?')).toMatchObject({
      outcome: 'abstained',
      reason: 'not-withdrawn',
    })
  })
})

describe('votes', () => {
  it('tells how one member voted over the proposal that was asked about', async () => {
    const answer = await ask('Hvordan stemte Solveig Moen over forslaget om gratis inngang for barn?')
    expect(answer.reason).toBe('vote-of-person')
    expect(answer.answer).toContain('Solveig Moen stemte imot')
  })

  it('gives no other matter’s votes for one that has none', async () => {
    expect((await ask('Hvor mange stemte mot budsjettet for biblioteket?')).outcome).toBe('abstained')
  })
})

it('says that nobody’s reason for a vote is recorded', async () => {
  expect(await ask('Hvorfor stemte Solveig Moen mot forslaget om gratis inngang for barn?')).toMatchObject({
    outcome: 'abstained',
    reason: 'no-reason-recorded',
  })
})

it('takes no other meeting for one that no document tells of', async () => {
  expect((await ask('Hvem var til stede på dialogmøtet om havvind?')).reason).toBe('no-such-meeting')
})

describe('reasons and states', () => {
  it('gives the sentence that says why a matter was postponed, beside the decision', async () => {
    const answer = await ask('Hvorfor ble brua utsatt?')
    expect(answer).toMatchObject({ outcome: 'answered', reason: 'reason' })
    expect(answer.answer).toContain('Grunnundersøkelsene er ikke ferdige')
    expect(answer.answer).toContain('Saken utsettes.')
  })

  it('tells what held on a day: the newest decision that was in force', async () => {
    expect((await ask('Hva var åpningstiden i svømmehallen 1. oktober 2025?')).answer).toContain('21:30')
    expect((await ask('Hva var åpningstiden i svømmehallen 5. november 2025?')).answer).toContain('20:30')
  })

  it.each([
    ['Mellom hvilke klokkeslett holder svømmehallen åpent i september 2025?', '21:30'],
    ['Når har svømmehallen åpent i desember 2025?', '20:30'],
  ])('tells what held in a month: %s', async (question, told) => {
    expect((await ask(question)).answer).toContain(told)
  })
})

it('answers where only the title of the item has a number', async () => {
  const { outcome, answer } = await ask('Hva ble vedtatt i sak PS 7/25?')
  expect({ outcome, answer }).toMatchObject({
    outcome: 'answered',
    answer: expect.stringContaining('Planen godkjennes'),
  })
})

it('takes the year of a plan for the plan’s, not for the meeting’s', async () => {
  expect((await ask('Hva ble vedtatt om møteplan 2026?')).answer).toContain('Planen godkjennes.')
})

it('tells of a matter that was up once when its history is asked for', async () => {
  expect((await ask('Hva er historikken til Ny bru over Storelva?')).reason).toBe('history')
})

it('does not take for decided what only the question says', async () => {
  expect(await ask('Når vedtok formannskapet å legge ned svømmehallen?')).toMatchObject({
    outcome: 'abstained',
    reason: 'never-decided',
  })
})

describe('meetings', () => {
  it('tells when the minutes say the next meeting is', async () => {
    expect((await ask('Når skulle formannskapet møtes igjen etter 12. mars 2025?')).answer).toContain('9. april 2025')
  })

  it('answers two questions of one sentence', async () => {
    const { answer } = await ask('Hvor ble møtet 12.03.2025 holdt, og når sluttet det?')
    expect(answer).toContain('Fjordsalen')
    expect(answer).toContain('13:20')
  })

  it('finds those of a party', async () => {
    const { answer } = await ask('Hvem møtte for Høyre 12.03.2025?')
    expect(answer).toContain('Even Brattli')
    expect(answer).not.toContain('Moen')
  })

  it('knows no body of another place, nor one that keeps no minutes', async () => {
    expect((await ask('Hva vedtok kommunestyret om brua?')).reason).toBe('no-such-body')
    expect((await ask('Hva vedtok eldrerådet om svømmehallen?')).reason).toBe('no-such-body')
  })
})

describe('figures', () => {
  it('compares with the year before', async () => {
    const { answer, derived } = await ask('hvor mange færre besøkende hadde kulturhuset i 2025 enn året før')
    expect(answer).toContain('(11 980 − 13 150)')
    expect(derived[0]).toMatchObject({ operation: 'difference' })
  })

  it('computes the difference of two numbers that a sentence sets against each other', async () => {
    const { answer, derived } = await ask('Hvor mange flere lydbøker ble kjøpt inn i 2024 enn i 2023?')
    expect(answer).toContain('12 (31 − 19)')
    expect(derived).toEqual([{ value: '12', operation: 'difference', from: ['31', '19'] }])
  })

  it('takes the day behind a body for the day of its meeting', async () => {
    expect((await ask('Hva bestemte formannskapet 14.05.2025 om brua?')).reason).toBe('no-such-meeting')
  })

  it('knows last year and the year before', async () => {
    const { answer } = await ask('hvordan var sykefraværet i fjor mot året før?')
    expect(answer).toContain('Nedgang på 1,5 prosentpoeng (4,9 − 6,4)')
  })

  it('names the year of the highest', async () => {
    expect((await ask('I hvilket år av 2023, 2024 og 2025 var sykefraværet høyest?')).answer).toMatch(/^2024: 6,4 %/)
  })

  it('gives the mean of years, rounded as the figures are printed', async () => {
    expect((await ask('Hva var sykefraværet i gjennomsnitt i 2023, 2024 og 2025?')).answer).toContain(
      '(5,2 + 6,4 + 4,9) / 3 = 5,5 %',
    )
  })

  it('tells the change from the first day of a year to its last', async () => {
    expect((await ask('Hvor mye minket fondet gjennom 2024?')).answer).toContain('0,350 mill. kr (1,400 − 1,750)')
  })

  it('counts what was asked about, and nothing else', async () => {
    expect((await ask('Hvor mange skuespillere hadde kulturhuset i 2024?')).outcome).toBe('abstained')
    expect((await ask('Hvor mange kom med buss i 2024?')).answer).toContain('95')
  })

  it('gives no number of one year for another', async () => {
    expect((await ask('Hvor mange besøkende hadde kulturhuset i 2021?')).outcome).toBe('abstained')
  })
})

describe('definitions', () => {
  it('prefers the sentence that says what a thing is, with the one that leans on it', async () => {
    expect((await ask('Hva er kulturhuset?')).answer).toContain(
      'Kulturhuset er kommunens møteplass. Det har kino, bibliotek og en liten scene.',
    )
  })
})
