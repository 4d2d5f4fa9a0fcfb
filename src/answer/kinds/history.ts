import { sentences } from '../../norwegian/sentences.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeItem } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { historyOf } from '../matter-history.ts'
import { topicOf } from '../topic.ts'
import { itemInWords, meetingInShort } from '../words.ts'
import { type FoundItem, itemsAbout, itemsWithNumber } from './find-items.ts'
import { HISTORY_GRAMMAR } from './grammar.ts'

const MOST_STEPS = 8
const ASKS_HISTORY = /histori|forløp/iu
const MOST_STEP_CHARS = 150
const MOST_HISTORY_CHARS = 600

/** The first sentence of what was decided: the citation holds the whole. */
function shortly(text: string): string {
  const [first] = sentences(text.replace(/\n/g, ' '))
  return first && first.text.length <= MOST_STEP_CHARS ? first.text : text.replace(/\n/g, ' ').slice(0, MOST_STEP_CHARS)
}

/** The first and as many of the last as can be read at once. */
function withinReach(steps: readonly DraftParagraph[]): readonly DraftParagraph[] {
  const [first, ...rest] = steps
  let chars = first?.text.length ?? 0
  const last: DraftParagraph[] = []
  for (const step of rest.toReversed()) {
    chars += step.text.length
    if (chars > MOST_HISTORY_CHARS && last.length > 0) break
    last.unshift(step)
  }
  return first ? [first, ...last] : []
}

/** The item that a question begins with: by its number, or the best about its matter. */
function startOf(inquiry: Inquiry): FoundItem | undefined {
  const { plan, meetings } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  const [number] = plan.caseNumbers
  if (number) return itemsWithNumber(committee.groups, number.text)[0]
  const without = new Set([...committee.stems, ...HISTORY_GRAMMAR])
  return itemsAbout(inquiry, committee.groups, topicOf(plan.question, { language: plan.askedIn, without }))[0]
}

/**
 * How one matter went over the meetings and bodies, oldest first.
 * @returns undefined when nothing is about it
 */
export function answerHistory(inquiry: Inquiry): Draft | undefined {
  const { asker, register, meetings, language, texts } = inquiry
  const start = startOf(inquiry)
  if (!start) return undefined
  const steps = historyOf(start, meetings, register.relations(asker))
  const paragraphs = steps.slice(-MOST_STEPS).flatMap(({ found: { item, meeting }, relation }): DraftParagraph[] => {
    if (!item.decision) return []
    const words = `${meetingInShort(meeting, language)}, ${item.caseNumber ?? item.title}`
    // What makes it a step of this matter: the minutes' own reference to an earlier one.
    const tie = relation?.itemTitle === item.title && !item.decision.quote.includes(relation.quote) ? [relation] : []
    return [
      {
        text: `• ${words}: «${shortly(item.decision.text)}»`,
        citations: [item.decision, ...tie].flatMap((source) => citeItem(meeting, source, item)),
      },
    ]
  })
  const [first, ...others] = withinReach(paragraphs)
  // One step is no history, unless that was asked for: its words may still answer.
  if (!first || (others.length === 0 && !ASKS_HISTORY.test(inquiry.plan.question))) return undefined
  const lead = texts.historyOf(itemInWords({ ...start.item, caseNumber: undefined }, language))
  return {
    outcome: 'answered',
    paragraphs: [{ ...first, text: `${lead}\n${first.text}` }, ...others],
    derived: [],
    reason: 'history',
  }
}
