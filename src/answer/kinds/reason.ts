import { monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { givesReason } from '../cause-and-effect.ts'
import { chooseMeetings, matchCommittee } from '../choose-meetings.ts'
import { citeItem, citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { knownNames } from '../known-names.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import { coverage, matterOf, stemSet, termWeights, topicOf } from '../topic.ts'
import { itemInWords, meetingInShort } from '../words.ts'
import { itemsAbout } from './find-items.ts'
import { REASON_GRAMMAR } from './grammar.ts'

/** "Hvorfor ble saken utsatt?" */
export const ASKS_WHY = /^(?:hvorfor|korfor|kvifor|why)(?!\p{L})/u
/** What minutes write where they do not say "because": something lacked, or was not good enough. */
const FINDS_FAULT = phrases(`
  mangl*/forsink*/uklar(t)/uavklar(t)/bekymr*/kapasitet/tidspress/bedt_om/ba_om/bad_om
  NOT 0-1_words godt/god/klar*/ferdig*/nok
  for dyrt/sent/seint/lite/kort/få
`)
/** An item this near the best is the same matter. */
const MIN_SCORE = 1.2
const MIN_SENTENCE_SCORE = 0.5
/** Share of the matter that the item must tell of at all: its title may have the name, and the minutes nothing more. */
const MIN_MATTER = 0.6

/**
 * Why something was decided so: the sentence of the item that gives a reason, beside what was decided.
 * @returns undefined when no item is about it, or its minutes give no reason
 */
export function answerReason(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, register, asker, texts, language } = inquiry
  // Why somebody voted so is asked of the vote.
  if (!ASKS_WHY.test(fold(plan.question)) || plan.kind === 'vote' || plan.kind === 'proposal') return undefined
  const committee = matchCommittee(plan.question, meetings)
  const choice = chooseMeetings(inquiry, committee)
  if (choice.kind === 'none') return undefined
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...REASON_GRAMMAR]),
    withoutMonths: choice.isStated,
    names: knownNames(meetings),
  })
  const [best] = itemsAbout(inquiry, choice.groups, terms)
  if (!best || best.score < MIN_SCORE) return undefined
  const { item, meeting } = best
  const { decision } = item
  // Who or what the question names must be what the reason is of.
  const named = terms.filter(
    ({ isSpecific, folded }) => isSpecific && !/^\d/.test(folded) && monthOf(folded) === undefined,
  )
  const frame = stemSet([item.title, meeting.meeting.committee?.value, meeting.document.title].join('\n'))
  const told = register
    .passagesOf(asker, meeting.document.id)
    .filter(({ headings, kind }) => headings[0] === item.heading && kind === 'body')
    .flatMap((passage) => sentences(passage.text).map(({ text }) => ({ passage, text })))
  const stems = told.map(({ text }) => stemSet(text))
  const weights = termWeights(terms, stems)
  const matter = matterOf(terms)
  const whole = new Set([...frame, ...stemSet(decision?.text ?? ''), ...stems.flatMap((set) => [...set])])
  if (
    coverage(
      matter,
      matter.map(() => 1),
      whole,
    ) < MIN_MATTER
  )
    return undefined
  const isOfNamed = (index: number): boolean => {
    const near = [frame, stems[index], stems[index - 1]].flatMap((set) => (set ? [set] : []))
    return named.every((term) => near.some((set) => meets(term, set) > 0))
  }
  const scored = told.map(({ passage, text }, index) => ({
    passage,
    text,
    score:
      (givesReason(text) ? 1 : FINDS_FAULT.test(fold(text)) ? 0.6 : 0) +
      coverage(terms, weights, stems[index] ?? new Set()) +
      (0.2 * (index + 1)) / told.length,
  }))
  const reason = scored
    .filter(({ text }, index) => (givesReason(text) || FINDS_FAULT.test(fold(text))) && isOfNamed(index))
    .toSorted((a, b) => b.score - a.score)[0]
  if (!decision || !reason || reason.score < MIN_SENTENCE_SCORE) return undefined
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: `${texts.passage([itemInWords(item, language), meetingInShort(meeting, language)].join(', '))}\n«${reason.text}»`,
        citations: [citePassage(reason.passage, reason.text, item.link ?? null)],
      },
      { text: `«${decision.quote}»`, citations: citeItem(meeting, decision, item) },
    ],
    derived: [],
    reason: 'reason',
  }
}
