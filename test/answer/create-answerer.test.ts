import { type Asking, havingRead, NORDVIK } from './ask.ts'

let nordvik: Asking
beforeAll(async () => {
  nordvik = await havingRead(NORDVIK)
})
afterAll(() => nordvik.close())

const ask = (question: string) => nordvik.ask(question)

describe('decisions', () => {
  it('gives the decision of a case number in its own words, cited with case, date and file', async () => {
    const answer = await ask('Hva ble vedtatt i sak 2024/M2-003?')
    expect(answer).toMatchObject({ outcome: 'answered', mode: 'model-free', language: 'nb' })
    expect(answer.answer).toContain('«Budsjettet for 2025 settes til 31,250 mill. kr.»')
    expect(answer.citations).toEqual([
      expect.objectContaining({
        document: 'fellesradet-2024-05-14.txt',
        caseNumber: '2024/M2-003',
        meetingDate: '2024-05-14',
        quote: 'Vedtak: Budsjettet for 2025 settes til 31,250 mill. kr.',
      }),
    ])
  })

  it('finds the matter without a number, and puts the newest decision first', async () => {
    const answer = await ask('Hva ble vedtatt om felles sentralbord?')
    expect(answer.answer.indexOf('åpner 1. mars 2025')).toBeLessThan(answer.answer.indexOf('utsettes'))
    expect(answer.citations[0]?.caseNumber).toBe('2024/M4-002')
  })

  it('keeps to the meeting that the question states', async () => {
    const answer = await ask('Hva vedtok Fellesrådet om felles sentralbord 14. mai 2024?')
    expect(answer.answer).toContain('Saken utsettes')
    expect(answer.answer).not.toContain('1. mars 2025')
  })

  it('lists every decision of a meeting when no matter is named', async () => {
    const answer = await ask('Hva ble vedtatt i møtet 14.05.2024?')
    expect([...new Set(answer.citations.map(({ caseNumber }) => caseNumber))]).toEqual([
      '2024/M2-001',
      '2024/M2-002',
      '2024/M2-003',
    ])
  })

  it('never gives a recommendation for a decision', async () => {
    const answer = await ask('Hva vedtok Nordvik formannskap i PS 7/24?')
    expect(answer.answer).toContain('Skolebiblioteket beholdes.')
    expect(answer.answer).not.toContain('legges ned')
  })

  it('asks which body is meant when several have the number', async () => {
    const answer = await ask('Hva ble vedtatt i PS 7/24?')
    expect(answer.outcome).toBe('clarify')
    expect(answer.answer).toContain('Nordvik formannskap')
    expect(answer.answer).toContain('Sørvik formannskap')
  })

  it('says that a number does not exist and which do', async () => {
    const answer = await ask('Hva ble vedtatt i sak 2024/M2-009?')
    expect(answer).toMatchObject({ outcome: 'abstained', reason: 'no-such-case' })
    expect(answer.answer).toContain('2024/M2-003')
  })

  it('says that a meeting was never held, or not yet', async () => {
    expect(await ask('Hva ble vedtatt i møtet 15.05.2024?')).toMatchObject({
      outcome: 'abstained',
      reason: 'no-such-meeting',
    })
    expect(await ask('Hva ble vedtatt i sak 2027/M1-002?')).toMatchObject({
      outcome: 'abstained',
      reason: 'not-yet-held',
    })
  })

  it('says that a body keeps no minutes here', async () => {
    const answer = await ask('Hva vedtok kommunestyret i Nordvik om skolebiblioteket?')
    expect(answer).toMatchObject({ outcome: 'abstained', reason: 'no-such-body' })
  })

  it('answers in nynorsk and English with the same words of the source', async () => {
    const nynorsk = await ask('Kva vart vedteke om budsjettet for 2025?')
    const english = await ask('What was decided about the budget for 2025?')
    expect([nynorsk.language, english.language]).toEqual(['nn', 'en'])
    for (const { answer } of [nynorsk, english]) expect(answer).toContain('31,250 mill. kr')
  })
})

describe('attendance', () => {
  it('counts and names those present, surname first turned about', async () => {
    const answer = await ask('Hvem var til stede i møtet 14.05.2024?')
    expect(answer.answer).toContain('3 står oppført')
    expect(answer.answer).toContain('Kari Berg, Ola Dahl og Anne Lise Vik')
    expect(answer.derived).toEqual([{ value: '3', operation: 'count', from: [] }])
  })

  it('tells an empty field from an unknown one', async () => {
    const empty = await ask('Hvem hadde forfall i møtet 18.09.2024?')
    expect(empty).toMatchObject({ outcome: 'answered', reason: 'attendance-none' })
    expect(empty.citations[0]?.quote).toBe('Forfall: Referent: Berg, Kari')
    const unknown = await ask('Hvem var til stede i Nordvik formannskap 06.06.2024?')
    expect(unknown).toMatchObject({ outcome: 'abstained', reason: 'attendance-unknown' })
  })

  it('says whether one person was there', async () => {
    expect((await ask('Var Ola Dahl til stede i møtet 14.05.2024?')).answer).toMatch(/^Ja, Ola Dahl/)
    expect((await ask('Var Per Moe til stede i møtet 14.05.2024?')).answer).toMatch(
      /^Nei, Per Moe står oppført under forfall/,
    )
    expect((await ask('Var Ola Dahl til stede i møtet 18.09.2024?')).answer).toMatch(/^Nei, Ola Dahl står ikke/)
  })

  it('asks which meeting when none is stated', async () => {
    expect((await ask('Hvem var til stede?')).outcome).toBe('clarify')
  })
})

describe('facts and agendas', () => {
  it('tells minute taker, place, time and date', async () => {
    expect((await ask('Hvem var referent i møtet 14.05.2024?')).answer).toContain('Anne Lise Vik')
    expect((await ask('Hvor ble møtet 14.05.2024 holdt?')).answer).toContain('Nordvik rådhus, Storsalen')
    expect((await ask('Når begynte møtet 18.09.2024?')).answer).toContain('10:00')
    expect((await ask('Når var siste møte i Fellesrådet?')).answer).toContain('18.09.2024')
    expect((await ask('Hvor er neste møte i Fellesrådet?')).answer).toContain('Sørvik kulturhus')
  })

  it('finds the meeting by what was treated in it', async () => {
    const answer = await ask('Hvem var referent i møtet der budsjettet for 2025 ble vedtatt?')
    expect(answer.answer).toContain('Anne Lise Vik')
    expect(answer.answer).toContain('14.05.2024')
  })

  it('lists the items, each cited', async () => {
    const answer = await ask('Hvilke saker sto på sakslisten 14.05.2024?')
    expect(answer.answer).toContain('2024/M2-002 – Felles sentralbord')
    expect(answer.citations).toHaveLength(3)
  })
})

describe('other questions', () => {
  it('quotes the sentence that answers', async () => {
    const answer = await ask('Hvor stor andel av budsjettet dekker Nordvik kommune?')
    expect(answer.answer).toContain('«Nordvik kommune dekker 42 % av budsjettet.»')
  })

  it('quotes a whole list with the sentence that leads to it', async () => {
    const answer = await ask('Hvilke tiltak ba rådet om?')
    for (const item of ['færre skrivere', 'billigere telefoner', 'to ledige stillinger'])
      expect(answer.answer).toContain(item)
  })

  it('reads a table: a cell, the highest row, a sum with its terms', async () => {
    expect((await ask('Hvor mange alvorlige hendelser var det i februar 2023?')).answer).toMatch(/^Februar: 4/)
    expect((await ask('Hvilken måned i 2024 hadde flest alvorlige hendelser?')).answer).toMatch(/^Januar: 5/)
    const sum = await ask('Hvor mange alvorlige hendelser var det fra januar til februar 2024?')
    expect(sum.answer).toMatch(/^5 \+ 1 = 6/)
    expect(sum.derived).toEqual([{ value: '6', operation: 'sum', from: ['5', '1'] }])
  })

  it('adds numbers of one sentence and shows the terms', async () => {
    const answer = await ask('Hvor mye koster sentralbordet i 2025 og 2026 til sammen?')
    expect(answer.answer).toContain('2,140 + 1,960 = 4,100 mill. kr')
    expect(answer.derived).toEqual([{ value: '4,100', operation: 'sum', from: ['2,140', '1,960'] }])
  })

  it.each([
    'Hvor mange innbyggere har Nordvik kommune?',
    'Hvor mange alvorlige hendelser var det i februar 2021?',
    'Hva koster svømmehallen i Sørvik?',
    'Who won the election in Nordvik?',
    'Kor mange kroner fekk Sørvik i tilskot?',
  ])('declines what is not in the documents: %s', async (question) => {
    const answer = await ask(question)
    expect(answer.outcome).toBe('abstained')
    expect(answer.answer).not.toMatch(/\d{2,} (?:innbyggere|kr)/)
  })

  it('explains itself when greeted', async () => {
    expect(await ask('Hei!')).toMatchObject({ outcome: 'clarify', reason: 'help' })
  })

  it('survives any text', async () => {
    for (const question of [
      '',
      '   ',
      '?'.repeat(50),
      'æ'.repeat(5000),
      '" OR 1=1 --',
      '\u0000\ud800',
      '(((((',
      '2024/M2-003'.repeat(60),
    ])
      expect(['answered', 'abstained', 'clarify']).toContain((await ask(question)).outcome)
  })
})

it('has nothing to search at first, and says so', async () => {
  const empty = await havingRead({})
  try {
    expect(await empty.ask('Hva ble vedtatt om budsjettet?')).toMatchObject({
      outcome: 'abstained',
      reason: 'no-documents',
    })
  } finally {
    empty.close()
  }
})
