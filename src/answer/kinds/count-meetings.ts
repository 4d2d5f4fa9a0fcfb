import { fold } from '../../norwegian/fold.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeMeeting } from '../citations.ts'
import { count, type Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { phrases } from '../phrases.ts'
import { listInWords, shortDate } from '../words.ts'
import { MOST_SEARCHED, SEARCHED } from './find-items.ts'

/** "Hvor mange møter hadde rådet i 2025?" */
const ASKS_HOW_MANY = phrases(`
  HOW_MANY 0-1_words *møter/*møte/meetings 0-4_words hadde/har/holdt/heldt/ble/vart/er/was/were/did/has/had/held
`)
/** "Styret hadde seks møter i året": what a paper says itself goes before what is counted. */
const TELLS_HOW_MANY =
  /(?<!\p{L})(?:\d{1,2}|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv)\s(?:\p{L}+\s)?\p{L}*møter?(?!\p{L})/iu
const MOST_LISTED = 12

/**
 * Of how many meetings of a body there are minutes, in the years that a question names.
 * @returns undefined where this is not asked, no one body is meant, or a text may tell the number itself
 */
export function answerMeetingCount(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, asker, findPassages, texts, language, today } = inquiry
  if (!ASKS_HOW_MANY.test(fold(plan.question))) return undefined
  const { years } = plan.meeting
  const told = findPassages(asker, plan.question, SEARCHED, MOST_SEARCHED)
  const isOfYears = (year: number | undefined): boolean => years.length === 0 || years.includes(year ?? 0)
  if (told.some(({ text, year }) => isOfYears(year) && TELLS_HOW_MANY.test(text))) return undefined
  const { groups, isNamed } = matchCommittee(plan.question, meetings)
  const held = groups.flatMap(({ best }) => {
    const { date, committee } = best.meeting
    const isHeld = best.document.kind === 'minutes' && date !== undefined && date.value <= today
    return isHeld && isOfYears(Number(date.value.slice(0, 4))) ? [{ best, date, body: committee?.value }] : []
  })
  const [first] = held
  if (!isNamed || first?.body === undefined || new Set(held.map(({ body }) => body)).size > 1) return undefined
  const number = count(held.length)
  const days = held.toReversed().map(({ date }) => shortDate(date.value, language))
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: texts.meetingsHeld(number.value, first.body, listInWords(days.slice(0, MOST_LISTED), language)),
        citations: held.map(({ best, date }) => citeMeeting(best, date)),
      },
    ],
    derived: [number],
    reason: 'meetings-counted',
  }
}
