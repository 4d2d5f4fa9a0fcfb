import { findCaseNumbers } from '../../domain/case-number.ts'
import type { Language } from '../../domain/document.ts'
import { asksWhatItIs } from '../asks-what-it-is.ts'
import { type Plan, planQuestion } from '../plan.ts'
import { questionItself } from '../question-itself.ts'
import { splitQuestion } from '../split-question.ts'
import { topicOf } from '../topic.ts'
import type { QuestionKind } from './kind.ts'
import { isStated, meetingHint } from './meeting-hint.ts'

/**
 * A sentence may ask twice ("Hvem ledet møtet, og hvem manglet?"): each question has a kind of its own, and what the
 * sentence states (meeting, matter) holds for both.
 */
export function plansOf(asked: string, todayYear: number, language?: Language): readonly [Plan, ...Plan[]] {
  const { context, question } = questionItself(asked)
  const plans = plansOfOne(question, todayYear, language)
  if (context === '') return plans
  const told = meetingHint(context, findCaseNumbers(context), todayYear)
  const withTold = (plan: Plan): Plan => (isStated(plan.meeting) ? plan : { ...plan, meeting: told })
  const [first, ...others] = plans
  return [withTold(first), ...others.map(withTold)]
}

/** A question with the matter of the one before it: "…, and what is it connected to (development chatbot Rakel)". */
function withMatter(part: string, before: string, language: Language): string {
  const telling = topicOf(before, { language }).filter(({ importance }) => importance === 1)
  return `${part.replace(/[?.\s]+$/u, '')} (${telling.map(({ text }) => text).join(' ')})?`
}

function plansOfOne(question: string, todayYear: number, language?: Language): readonly [Plan, ...Plan[]] {
  const whole = planQuestion(question, todayYear, language)
  const parts = splitQuestion(question)
  // "Når ble saken utsatt, og når ble den vedtatt?" is one question: how the matter went.
  if (!parts || whole.kind === 'history') return [whole]
  const planPart = (part: string, index: number): Plan => {
    const own = planQuestion(part, todayYear, whole.askedIn)
    const isWhole =
      !asksWhatItIs(part) &&
      topicOf(part, { language: whole.askedIn }).filter(({ importance }) => importance === 1).length <
        (index === 0 ? 1 : 2)
    // What is stated of the second is not stated of a first that tells its own matter.
    const isOwn = isStated(own.meeting) || (index === 0 && !isWhole)
    const meeting = isOwn ? own.meeting : { ...whole.meeting, relative: own.meeting.relative }
    return {
      ...own,
      language: whole.language,
      askedIn: whole.askedIn,
      caseNumbers: own.caseNumbers.length > 0 ? own.caseNumbers : whole.caseNumbers,
      meeting,
      part,
      question: isWhole
        ? (index === 1 && own.kind === 'passage' && withMatter(part, parts[0], whole.askedIn)) || question
        : part,
    }
  }
  const first = planPart(parts[0], 0)
  // "Når på dagen og hvor ble møtet holdt?" is one question of two facts.
  if (first.kind === 'passage' && first.question === question && whole.facts.length > 1) return [whole]
  const isOfMeeting = OF_MEETING.has(first.kind)
  // "…, og når sluttet det?"
  const ofMeeting = isOfMeeting ? parts[1].replace(IT, whole.askedIn === 'en' ? 'the meeting' : 'møtet') : parts[1]
  // "Hvem ledet styret i Nordby, og hvem satt der for …?"
  const [body] = BODY_OF.exec(parts[0]) ?? []
  const meant = body ? ofMeeting.replace(THERE, whole.askedIn === 'en' ? `on ${body}` : `i ${body}`) : ofMeeting
  return [first, planPart(meant, 1)]
}

const OF_MEETING: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['meeting-fact', 'attendance', 'agenda'])
const IT = /(?<!\p{L})(?:det|it|den)(?!\p{L})/u
const THERE = /(?<=\s)(?:der|there)(?!\p{L})/u
const BODY_OF =
  /(?<!\p{L})(?:the\s)?\p{L}*(?:styret?|råd(?:et)?|utval(?:g|get|et)|board|council|committee)(?!\p{L})(?:\s(?:i|for|til|of|in)\s\p{Lu}[\p{L}-]*)?/u
