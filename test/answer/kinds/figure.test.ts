import { type Asking, havingRead } from '../ask.ts'

const REPORT = (
  year: number,
  budget: string,
  spent: string,
  sick: readonly string[],
): string => `# Årsrapport ${year} Nordvik IKT

## 1 Ansatte

Sykefraværet i ${year} var på ${sick[0]} %, i ${year - 1} på ${sick[1]} %.

## 2 Økonomi

Budsjettet for ${year} var ${budget} mill. kr. Regnskapet viser et forbruk på ${spent} mill. kr i ${year}.

Kostnadene ble fordelt på kommunene som følger:
`

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead({
    'arsrapport-2023.md': REPORT(2023, '20,150', '20,940', ['5,2', '4,1']),
    'arsrapport-2024.md': REPORT(2024, '21,400', '21,050', ['6,0', '5,2']),
  })
})
afterAll(() => nordvik.close())

it('gives the figure of the year with its basis and its quote', async () => {
  const answer = await nordvik.ask('Hvor stort var budsjettet i 2024?')
  expect(answer.answer).toContain('21,400 mill. kr')
  expect(answer.answer).not.toContain('21,050')
  expect(answer.citations[0]?.quote).toContain('Budsjettet for 2024 var 21,400 mill. kr.')
})

it('tells accounts from budget', async () => {
  expect((await nordvik.ask('Hvor mye ble brukt i 2024 ifølge regnskapet?')).answer).toContain('21,050')
})

it('computes a change in exact decimals and shows its terms', async () => {
  const answer = await nordvik.ask('Hvor mye økte budsjettet fra 2023 til 2024?')
  expect(answer).toMatchObject({ outcome: 'answered', reason: 'figure-change' })
  expect(answer.answer).toContain('Økning på 1,250 mill. kr (21,400 − 20,150).')
  expect(answer.derived).toEqual([{ value: '1,250', operation: 'difference', from: ['21,400', '20,150'] }])
})

it('counts a change of percentages in percentage points, and says so in the asker’s language', async () => {
  expect((await nordvik.ask('Hvordan utviklet sykefraværet seg fra 2022 til 2024?')).answer).toContain(
    'Økning på 1,9 prosentpoeng (6,0 − 4,1).',
  )
  expect((await nordvik.ask('How did the sick leave change from 2023 to 2024?')).answer).toContain(
    '0.8 percentage points (6,0 − 5,2)',
  )
})

it('declines a year of which only another measure is told', async () => {
  const sorvik = await havingRead({
    'arsrapport-2024.md': `# Årsrapport 2024 Sørvik IKT

## 1 Økonomi

Budsjettet for 2025 er 18,250 mill. kr. Det ligger inne kutt på 0,400 mill. kr i 2026.
`,
  })
  expect(await sorvik.ask('Hva er budsjettet for 2026?')).toMatchObject({ outcome: 'abstained' })
  expect((await sorvik.ask('Hvor store er kuttene i 2026?')).answer).toContain('0,400')
  sorvik.close()
})

it('adds up the years that were asked for', async () => {
  const answer = await nordvik.ask('Hvor mye ble brukt til sammen i 2023 og 2024 ifølge regnskapet?')
  expect(answer.answer).toContain('20,940 + 21,050 = 41,990 mill. kr')
})

it('declines a year that no document has, and a figure that stood in a missing table', async () => {
  expect((await nordvik.ask('Hvor stort var budsjettet i 2021?')).outcome).toBe('abstained')
  expect(await nordvik.ask('Hvor mye av kostnadene betalte Sørvik i 2024?')).toMatchObject({ outcome: 'abstained' })
})

describe('of one report', () => {
  let sorvik: Asking
  beforeAll(async () => {
    sorvik = await havingRead({
      'arsrapport-2024.md': `# Årsrapport 2024 Sørvik IKT

## 1 Brukerstøtte

Brukerstøtten fikk 4 120 henvendelser i 2024, mot 3 400 året før. Av dem kom 1 310 på telefon, og 92 % av anropene ble besvart.

Henvendelsene fordelt på kvartal:

| Kvartal | 2023 | 2024 |
|---|---|---|
| 1. kvartal | 900 | 1 100 |
| 2. kvartal | 850 | 980 |
| 3. kvartal | 700 | 1 020 |
| 4. kvartal | 950 | 1 020 |
| Sum | 3 400 | 4 120 |

## 2 Økonomi

Fondet var på 2,150 mill. kr ved inngangen til året og 1,900 mill. kr ved utgangen. Lønn kostet 5,300 mill. kr, og lisenser kostet 2,450 mill. kr.

## 3 Ansatte

Sykefraværet var 5,4 % i 2024. I 2023 var det 6,1 %.
`,
    })
  })
  afterAll(() => sorvik.close())

  const answerTo = async (question: string): Promise<string> => (await sorvik.ask(question)).answer

  it('tells what is left of the whole where the question denies', async () => {
    expect(await answerTo('Hvor mange henvendelser kom ikke på telefon i 2024?')).toContain('4 120 − 1 310 = 2810')
    expect(await answerTo('Hvor mange prosent av anropene ble ikke besvart i 2024?')).toContain('100 − 92 = 8 %')
  })

  it('adds parts that one passage tells of, and never takes one for all', async () => {
    expect(await answerTo('Hvor mye kostet lønn og lisenser til sammen i 2024?')).toContain('= 7,750 mill. kr')
    expect(await answerTo('Hvor mye kostet lønn og strøm til sammen i 2024?')).not.toContain('=')
  })

  it('tells how much a fund became smaller in its year', async () => {
    expect(await answerTo('Hvor mye mindre ble fondet i 2024?')).toContain('0,250 mill. kr (1,900 − 2,150)')
  })

  it('takes a sentence that only says "it" to go on about what the one before told', async () => {
    expect(await answerTo('Hvor mye sank sykefraværet fra 2023 til 2024?')).toContain('(5,4 − 6,1)')
  })

  it('reads quarters of a table, and adds up over its years', async () => {
    expect(await answerTo('Hvor mange henvendelser kom i tredje kvartal 2024?')).toContain('3. kvartal: 1 020')
    expect(await answerTo('Hvor mange henvendelser kom til sammen i 2023 og 2024?')).toContain('3 400 + 4 120 = 7520')
    expect(await answerTo('Hvilket kvartal i 2023 hadde færrest henvendelser?')).toContain('3. kvartal: 700')
  })

  it('tells a change as a share of what it was', async () => {
    expect(await answerTo('Hvor mange prosent økte henvendelsene fra 2023 til 2024?')).toContain('21,2 %')
  })
})

describe('a whole budget', () => {
  let council: Asking
  beforeAll(async () => {
    council = await havingRead({
      'radet-2024-11-14.txt': `Møtereferat Rådet for Sørvik IKT 14.11.2024

Dato: 14.11.2024
Til stede: Berg, Kari, Dahl, Ola

Agenda

2024/M4-003 - Budsjett 2025
Leder la fram et budsjett for 2025 på linje med 2024 og helst 2,5 % ned.

Sørvik IKT sin ramme i Granby kommune sitt budsjett for 2025 er 12,400 mill. kr. Med en andel av Sørvik IKT sitt budsjett på 40 % blir budsjettet for Sørvik IKT på 31,000 mill. kr.

Vedtak: Saken tas til orientering

2024/M4-004 - Investeringer
Kari Berg la fram et forslag til investeringsbudsjett for 2025 på 5,600 mill. kr.

Vedtak: Investeringsbudsjettet for 2025 settes til 5,100 mill. kr.
`,
    })
  })
  afterAll(() => council.close())

  it.each([
    'Sørvik IKT samlet budsjett 2025?',
    'Hva er det samlede budsjettet for Sørvik IKT i 2025?',
    'budsjett Sørvik IKT 2025',
  ])('is neither a share of it nor what is in another’s budget, in whatever short words: %s', async (question) => {
    const [first] = (await council.ask(question)).answer.split('\n')
    expect(first).toContain('31,000 mill. kr')
  })

  it('is what was decided, unless what was proposed is asked for', async () => {
    expect((await council.ask('investeringsbudsjett Sørvik IKT 2025')).answer.split('\n')[0]).toContain('5,100')
    expect((await council.ask('Hva var forslaget til investeringsbudsjett for 2025 i Sørvik IKT?')).answer).toContain(
      '5,600',
    )
  })

  it('is told of whoever it stands with, where that is asked for', async () => {
    const { answer } = await council.ask('Hvor stor ramme har Sørvik IKT i Granbys budsjett for 2025?')
    expect(answer.split('\n')[0]).toContain('12,400')
  })
})

it.each([
  ['another result than the one asked for', 'Hva var driftsresultatet til Nordvik skog i 2024?'],
  ['others than the ones that are counted', 'Hvor mange betalende medlemmer hadde Nordvik skog i 2024?'],
  ['something else than the debt', 'Hvor stor var gjelden til Nordvik skog i 2024?'],
])('takes no figure of %s', async (_, question) => {
  const skog = await havingRead({
    'arsrapport-2024.md': `# Årsrapport 2024 Nordvik skog

## 1 Aktivitet

Fire kvelder med 15 deltakere fikk lære planting i 2024.

## 2 Regnskap

Beløp i 1000 kroner.

| | 2024 | 2023 |
|---|---:|---:|
| Resultat | 410 | 380 |
`,
  })
  expect((await skog.ask(question)).outcome).toBe('abstained')
  skog.close()
})
