import type { Answer } from '../domain/answer.ts'
import type { Language } from '../domain/document.ts'
import type { LocalDate } from '../domain/ids.ts'
import { findDates } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { detectLanguage } from '../norwegian/language.ts'
import { tokens } from '../norwegian/tokens.ts'

/** After so long without a question, nobody means the answer before. */
const EXPIRES_MS = 30 * 60 * 1000
const MOST_CONVERSATIONS = 2000
/** A question with more words than this stands on its own. */
const MOST_ELLIPTIC_WORDS = 7

const LANGUAGE_ONLY: readonly (readonly [RegExp, Language])[] = [
  [/^(?:og\s+)?(?:på|in|i)\s+(?:engelsk|english)[\s?.!]*$/u, 'en'],
  [/^(?:og\s+)?(?:på|in)\s+(?:nynorsk)[\s?.!]*$/u, 'nn'],
  [/^(?:og\s+)?(?:på|in)\s+(?:norsk|bokmål|norwegian)[\s?.!]*$/u, 'nb'],
]
const GOES_ON = /^(?:og|enn|men|hva med|kva med|hva da med|what about|how about|and)(?!\p{L})\s*/iu
/** Points back at a meeting without naming one: "hvem var der?", "når var det?", "who took the minutes?" */
const POINTS_BACK = /\b(?:der|da|det|det møtet|dette møtet|there|it|that meeting|then)[\s?.!]*$/iu

interface Remembered {
  readonly question: string
  readonly meeting: { readonly date: LocalDate; readonly title: string } | undefined
  readonly atMs: number
}

export interface Resolved {
  /** The question as it is answered. */
  readonly question: string
  /** Asked for, when it is not the question's own. */
  readonly language: Language | undefined
  readonly usedContext: boolean
}

export interface Conversations {
  resolve(conversation: string | undefined, question: string, nowMs: number): Resolved
  remember(conversation: string | undefined, question: string, answer: Answer, nowMs: number): void
}

/** The earlier question with the new one's years, or else with its words behind it. */
function carriedOn(earlier: string, asked: string): string {
  const rest = asked.replace(GOES_ON, '').replace(/[\s?.!]+$/u, '')
  const years = rest.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)
  const before = earlier.match(/(?<!\d)(?:19|20)\d{2}(?![\d/])/g)
  const isOnlyYears =
    rest
      .replace(/(?:19|20)\d{2}/g, '')
      .replace(/(?<!\p{L})(?:i|for|in|og|and)(?!\p{L})/giu, '')
      .trim() === ''
  if (years && isOnlyYears && before) {
    const [year = ''] = years
    return earlier.replace(new RegExp(before.at(-1) ?? '', 'g'), year)
  }
  return `${earlier.replace(/[\s?.!]+$/u, '')} ${rest}?`
}

function atMeeting(
  asked: string,
  meeting: { readonly date: LocalDate; readonly title: string },
  language: Language,
): string {
  const [year, month, day] = meeting.date.split('-')
  const date = `${day}.${month}.${year}`
  const question = asked.replace(POINTS_BACK, '').replace(/[\s?.!]+$/u, '')
  // "Hvem var der" has lost its verb's sense without "til stede".
  const isPresence = /^(?:hvem|kven|who)\s+(?:var|was|were)$/iu.test(question)
  const presence = { nb: 'til stede', nn: 'til stades', en: 'present' }[language]
  const place = { nb: `i møtet ${date}`, nn: `i møtet ${date}`, en: `at the meeting on ${date}` }[language]
  return `${question}${isPresence ? ` ${presence}` : ''} ${place}?`
}

/** What a chat is about, kept in this process only, for half an hour, by conversation. */
export function createConversations(): Conversations {
  const kept = new Map<string, Remembered>()
  return {
    resolve(conversation, question, nowMs) {
      const alone: Resolved = { question, language: undefined, usedContext: false }
      const before = conversation === undefined ? undefined : kept.get(conversation)
      if (!before || nowMs - before.atMs > EXPIRES_MS) return alone
      const folded = fold(question)
      const language = LANGUAGE_ONLY.find(([pattern]) => pattern.test(folded))?.[1]
      if (language) return { question: before.question, language, usedContext: true }
      const words = tokens(question)
      if (words.length > MOST_ELLIPTIC_WORDS) return alone
      if (GOES_ON.test(question))
        return { question: carriedOn(before.question, question), language: undefined, usedContext: true }
      const isStated = findDates(question).length > 0
      if (before.meeting && !isStated && POINTS_BACK.test(question))
        return {
          question: atMeeting(question, before.meeting, detectLanguage(question)),
          language: undefined,
          usedContext: true,
        }
      return alone
    },
    remember(conversation, question, answer, nowMs) {
      if (conversation === undefined) return
      const meeting = answer.citations.find(({ meetingDate }) => meetingDate !== null)
      kept.delete(conversation)
      kept.set(conversation, {
        question,
        meeting: meeting?.meetingDate ? { date: meeting.meetingDate, title: meeting.title } : undefined,
        atMs: nowMs,
      })
      const [oldest] = kept.keys()
      if (kept.size > MOST_CONVERSATIONS && oldest !== undefined) kept.delete(oldest)
    },
  }
}
