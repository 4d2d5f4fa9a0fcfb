import { findDates, isoDay, isoMonth } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeItem } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { historyOf } from '../matter-history.ts'
import { phrases } from '../phrases.ts'
import { topicOf } from '../topic.ts'
import { itemInWords, meetingInShort } from '../words.ts'
import { type FoundItem, itemsAbout } from './find-items.ts'

const ASKS_STATE = phrases(`
  ^ (i/mellom/between/til/from/fra/frå) WHAT/WHICH_ONE/HOW_MANY/WHEN 0-2_words ARE/gjaldt/gjelder/gjeld/galdt/svarer/svarar/
    holder/held/har/åpner/opnar/were/applied/does/do
`)
const MEETING_WORD = /(?<!\p{L})(?:\p{L}*møte\p{L}*|meeting|vedtatt|vedteke|vedtok|decided|behandlet)(?!\p{L})/u

/** Less, and the item only has some of the words. */
const MIN_SCORE = 1.2

/** What is asked of a month held by its end. */
const lastDayOf = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${isoMonth({ year, month })}-31`

/** The day from which a decision holds, as it says; the day of the meeting where it does not. */
function holdsFrom({ item, meeting }: FoundItem): string {
  const text = item.decision?.text ?? ''
  const from = findDates(text).find(
    (date) =>
      isoDay(date) !== undefined &&
      /(?<!\p{L})(?:fra|frå|from|åpner|opnar|starter|gjelder)\s*(?:og med\s*)?$/iu.test(text.slice(0, date.start)),
  )
  return (from && isoDay(from)) ?? meeting.meeting.date?.value ?? ''
}

/**
 * What held on a day ("hva var åpningstiden 1. desember 2025?"): the last decision of the matter that had come into force.
 * @returns undefined when no day is stated, or nothing decided about the matter held then
 */
export function answerInForce(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, register, asker, language, texts } = inquiry
  // What is counted in a month is no rule that held in it.
  const months = plan.isCount ? [] : plan.meeting.months
  const [day, another] = plan.meeting.dates.length > 0 ? plan.meeting.dates : months.map(lastDayOf)
  const question = fold(plan.question)
  if (day === undefined || another !== undefined || !ASKS_STATE.test(question) || MEETING_WORD.test(question))
    return undefined
  if (meetings.some(({ best }) => best.meeting.date?.value === day)) return undefined
  const committee = matchCommittee(plan.question, meetings)
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: committee.stems,
    withoutMonths: true,
  }).filter(({ text }) => !plan.meeting.years.includes(Number(text)))
  const [best] = itemsAbout(inquiry, committee.groups, terms)
  if (!best || best.score < MIN_SCORE) return undefined
  const steps = historyOf(best, meetings, register.relations(asker)).map(({ found }) => found)
  const holding = steps.filter(
    (step) =>
      step.item.status === 'decided' && (step.meeting.meeting.date?.value ?? '9') <= day && holdsFrom(step) <= day,
  )
  const last = holding.toSorted((a, b) => holdsFrom(a).localeCompare(holdsFrom(b))).at(-1)
  if (!last?.item.decision) return undefined
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: `${texts.decisionIn(itemInWords(last.item, language), meetingInShort(last.meeting, language))}\n«${last.item.decision.text}»`,
        citations: citeItem(last.meeting, last.item.decision, last.item),
      },
    ],
    derived: [],
    reason: 'in-force',
  }
}
