import { createConversations } from '../../src/answer/conversation.ts'
import type { Answer } from '../../src/domain/answer.ts'
import { localDate } from '../../src/domain/ids.ts'
import { type Asking, havingRead, NORDVIK } from './ask.ts'

const MINUTE_MS = 60_000

const answerOf = (date: string): Answer => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return {
    question: '',
    language: 'nb',
    outcome: 'answered',
    answer: '',
    paragraphs: [],
    citations: [
      {
        document: 'a.pdf',
        title: 'Referat',
        page: 1,
        caseNumber: null,
        meetingDate: localDate(year, month, day) ?? null,
        quote: 'x',
        url: null,
      },
    ],
    derived: [],
    reason: '',
    mode: 'model-free',
    elapsedMs: 0,
  }
}

function chatAfter(question: string) {
  const conversations = createConversations()
  conversations.remember('chat', question, answerOf('2024-05-14'), 0)
  return (asked: string, nowMs = MINUTE_MS, conversation = 'chat') => conversations.resolve(conversation, asked, nowMs)
}

describe('resolve', () => {
  it.each([
    ['og i 2027?', 'Hvor store er kuttene i 2027?'],
    ['hva med 2027', 'Hvor store er kuttene i 2027?'],
    ['And in 2028?', 'Hvor store er kuttene i 2028?'],
    ['hva med Nordvik?', 'Hvor store er kuttene i 2026 Nordvik?'],
  ])('carries "%s" on from the question before', (asked, resolved) => {
    expect(chatAfter('Hvor store er kuttene i 2026?')(asked)).toMatchObject({ question: resolved, usedContext: true })
  })

  it.each([
    ['Hvem var der?', 'Hvem var til stede i møtet 14.05.2024?'],
    ['Kven var der?', 'Kven var til stades i møtet 14.05.2024?'],
    ['Hvem var referent da?', 'Hvem var referent i møtet 14.05.2024?'],
  ])('takes "%s" to be about the meeting just cited', (asked, resolved) => {
    expect(chatAfter('Hva ble vedtatt om sentralbordet?')(asked).question).toBe(resolved)
  })

  it('asks the same again in another language', () => {
    expect(chatAfter('Hva ble vedtatt?')('på engelsk')).toEqual({
      question: 'Hva ble vedtatt?',
      language: 'en',
      usedContext: true,
    })
    expect(chatAfter('Hva ble vedtatt?')('På nynorsk?').language).toBe('nn')
  })

  it('leaves a whole question alone, also one that begins with "og"', () => {
    for (const whole of [
      'Hva ble vedtatt om budsjettet for 2025?',
      'og hva ble egentlig vedtatt om budsjettet for neste år?',
    ])
      expect(chatAfter('Noe annet?')(whole)).toEqual({ question: whole, language: undefined, usedContext: false })
  })

  it('forgets after half an hour, and never tells one chat of another', () => {
    const resolve = chatAfter('Hvor store er kuttene i 2026?')
    expect(resolve('og i 2027?', 31 * MINUTE_MS).usedContext).toBe(false)
    expect(resolve('og i 2027?', MINUTE_MS, 'another').usedContext).toBe(false)
  })

  it('keeps no more than a bounded number of chats', () => {
    const conversations = createConversations()
    for (let chat = 0; chat < 3000; chat++) conversations.remember(`chat ${chat}`, 'Hva?', answerOf('2024-05-14'), 0)
    expect(conversations.resolve('chat 0', 'og i 2027?', 1).usedContext).toBe(false)
    expect(conversations.resolve('chat 2999', 'og i 2027?', 1).usedContext).toBe(true)
  })
})

describe('a chat', () => {
  let nordvik: Asking
  beforeAll(async () => {
    nordvik = await havingRead(NORDVIK)
  })
  afterAll(() => nordvik.close())

  it('goes on from the answer before and says how it was understood', async () => {
    const first = await nordvik.ask('Hva ble vedtatt om budsjettet for 2025?', 'chat')
    expect(first.answer).toContain('31,250')
    const second = await nordvik.ask('Hvem var der?', 'chat')
    expect(second.answer).toContain('Kari Berg')
    expect(second.answer).toContain('Jeg tok det som «Hvem var til stede i møtet 14.05.2024?»')
    const third = await nordvik.ask('in English', 'chat')
    expect(third.language).toBe('en')
    expect(third.answer).toContain('3 people are listed')
  })

  it('uses no context at the command line', async () => {
    await nordvik.ask('Hva ble vedtatt om budsjettet for 2025?')
    expect((await nordvik.ask('Hvem var der?')).answer).not.toContain('Kari Berg')
  })
})
