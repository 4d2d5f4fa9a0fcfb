import { type FoundCaseNumber, findCaseNumbers } from '../domain/case-number.ts'
import type { Language } from '../domain/document.ts'
import { fold } from '../norwegian/fold.ts'
import { detectLanguage } from '../norwegian/language.ts'
import { type AttendanceAspect, aspectOf } from './plan/attendance.ts'
import { ASKS_COUNT, IS_YES_NO } from './plan/forms.ts'
import { kindOf, type QuestionKind } from './plan/kind.ts'
import { factsIn, type MeetingFact } from './plan/meeting-facts.ts'
import { type MeetingHint, meetingHint } from './plan/meeting-hint.ts'
import { type Wanted, wantedIn } from './plan/wanted.ts'

/** What a question asks for. */
export interface Plan {
  readonly kind: QuestionKind
  /** The answer's language. */
  readonly language: Language
  /** The question's language: the same, unless another was asked for. */
  readonly askedIn: Language
  readonly question: string
  readonly caseNumbers: readonly FoundCaseNumber[]
  readonly meeting: MeetingHint
  readonly attendance: AttendanceAspect
  /** "hvor mange" rather than "hvem". */
  readonly isCount: boolean
  /** "var Kari Nes til stede?" */
  readonly isYesNo: boolean
  readonly facts: readonly MeetingFact[]
  readonly wanted: Wanted
  /** To be answered in few words: without those that only lead to the quote, or follow it. */
  readonly isBrief?: boolean
  /** The part of a sentence that this plan is of, as it was asked, where the sentence asks twice. */
  readonly part?: string
}

/** It asks for no time. */
const WHEN_IT_COMES_TO = /(?<!\p{L})(?:når det gjelder|når det gjeld|with regard to|when it comes to)(?!\p{L})/gu

/** What a question asks for, from its words alone. A guess never narrows what is looked at; what is stated does. */
export function planQuestion(question: string, todayYear: number, language: Language = detectLanguage(question)): Plan {
  const text = fold(question).replace(WHEN_IT_COMES_TO, 'om')
  const caseNumbers = findCaseNumbers(question)
  const meeting = meetingHint(question, caseNumbers, todayYear)
  const isDated = meeting.dates.length > 0 || meeting.months.length > 0
  const facts = factsIn(text, { hasDate: isDated, hasCase: caseNumbers.length > 0 }).filter(
    // Whoever states the meeting's date does not ask for it.
    (fact) => fact !== 'date' || meeting.dates.length === 0,
  )
  return {
    kind: kindOf(text, { facts, isDated }),
    language,
    askedIn: detectLanguage(question),
    question,
    caseNumbers,
    meeting,
    attendance: aspectOf(text),
    isCount: ASKS_COUNT.test(text),
    isYesNo: IS_YES_NO.test(text),
    facts,
    wanted: wantedIn(text),
  }
}

/** The same question in other words: what it stated, it still states. */
export function replanned(plan: Plan, question: string): Plan {
  const { language, askedIn, caseNumbers, meeting, isBrief = false } = plan
  return { ...planQuestion(question, 0, askedIn), language, askedIn, caseNumbers, meeting, isBrief }
}
