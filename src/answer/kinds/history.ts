import { isSameCase } from '../../domain/case-number.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeMeeting } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { topicOf } from '../topic.ts'
import { itemInWords, meetingInShort } from '../words.ts'
import { type FoundItem, itemsAbout, itemsWithNumber } from './find-items.ts'
import { HISTORY_GRAMMAR } from './grammar.ts'

/** Items that score this near the best are the same matter at other meetings. */
const SAME_MATTER = 0.7
const MOST_STEPS = 8
const MOST_STEP_CHARS = 150

const dateOf = ({ meeting }: FoundItem): string => meeting.meeting.date?.value ?? ''

/** The first sentence of what was decided: the citation holds the whole. */
function shortly(text: string): string {
  const [first] = sentences(text.replace(/\n/g, ' '))
  return first && first.text.length <= MOST_STEP_CHARS ? first.text : text.replace(/\n/g, ' ').slice(0, MOST_STEP_CHARS)
}

function stepsOf(inquiry: Inquiry, items: readonly FoundItem[]): DraftParagraph[] {
  const { language } = inquiry
  return items.slice(0, MOST_STEPS).flatMap((step): DraftParagraph[] => {
    const { item, meeting } = step
    if (!item.decision) return []
    const words = `${meetingInShort(meeting, language)}, ${item.caseNumber ?? item.title}`
    return [
      { text: `• ${words}: «${shortly(item.decision.text)}»`, citations: [citeMeeting(meeting, item.decision, item)] },
    ]
  })
}

/** "Hvilken sak endret vedtaket i 2023/M4-003?": the items whose own words name it. */
function changersOf(inquiry: Inquiry, caseNumber: string): FoundItem[] {
  const { asker, register, meetings } = inquiry
  const named = register
    .relations(asker)
    .filter(({ fact }) => fact.other !== undefined && isSameCase(fact.other.replace(/^.*?sak\s+/iu, ''), caseNumber))
  const numbers = new Set(named.flatMap(({ fact }) => fact.caseNumber ?? []))
  return [...numbers].flatMap((number) => itemsWithNumber(meetings, number).slice(0, 1))
}

/**
 * How one matter went over the meetings, oldest first.
 * @returns undefined when nothing is about it
 */
export function answerHistory(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, language, texts } = inquiry
  const [number] = plan.caseNumbers
  const committee = matchCommittee(plan.question, meetings)
  let chain: FoundItem[]
  if (number) {
    const own = itemsWithNumber(committee.groups, number.text).slice(0, 1)
    if (own.length === 0) return undefined
    chain = [...own, ...changersOf(inquiry, number.text)]
  } else {
    const terms = topicOf(plan.question, {
      language: plan.askedIn,
      without: new Set([...committee.stems, ...HISTORY_GRAMMAR]),
    })
    const ranked = itemsAbout(inquiry, committee.groups, terms)
    const best = ranked[0]?.score ?? 0
    chain = ranked.filter(({ score }) => score >= best * SAME_MATTER)
  }
  const steps = stepsOf(
    inquiry,
    chain.toSorted((a, b) => dateOf(a).localeCompare(dateOf(b))),
  )
  const [first, ...others] = steps
  const [about] = chain
  if (!first || !about) return undefined
  const lead = texts.historyOf(itemInWords({ ...about.item, caseNumber: undefined }, language))
  return {
    outcome: 'answered',
    paragraphs: [{ ...first, text: `${lead}\n${first.text}` }, ...others],
    derived: [],
    reason: 'history',
  }
}
