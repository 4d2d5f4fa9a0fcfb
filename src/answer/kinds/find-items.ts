import { caseNumberKey, isSameCase } from '../../domain/case-number.ts'
import type { AgendaItem } from '../../domain/meeting.ts'
import type { RankedPassage } from '../../domain/passage.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import type { Inquiry } from '../evidence.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { coverage, matterOf, meets, stemSet, type Term, termWeights } from '../topic.ts'

export interface FoundItem {
  readonly meeting: StoredMeeting
  readonly item: AgendaItem
}

export interface RankedItem extends FoundItem {
  readonly score: number
}

/** How many passages are looked at when a question's matter is searched for. */
const PASSAGES = 40
/** Share of the matter's weight that an item must hold; measured on the golden set. */
const MIN_COVERAGE = 0.55
const MIN_MATTER_COVERAGE = 0.4

const keyOf = (item: AgendaItem): string => (item.caseNumber ? caseNumberKey(item.caseNumber) : item.heading)

/** The items of a meeting, each from the best of its documents that has it. */
export function itemsOf(group: MeetingGroup): FoundItem[] {
  const found = new Map<string, FoundItem>()
  for (const meeting of group.all)
    for (const item of meeting.meeting.items) {
      const known = found.get(keyOf(item))
      if (!known || (!known.item.decision && item.decision)) found.set(keyOf(item), { meeting, item })
    }
  return [...found.values()]
}

export const itemsWithNumber = (groups: readonly MeetingGroup[], caseNumber: string): FoundItem[] =>
  groups.flatMap(itemsOf).filter(({ item }) => item.caseNumber !== undefined && isSameCase(item.caseNumber, caseNumber))

/** Text of the passages that a search found, by document and item. */
function passageTexts(passages: readonly RankedPassage[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (const passage of passages) {
    const key = `${passage.document}|${passage.headings[0] ?? ''}`
    texts.set(key, `${texts.get(key) ?? ''}\n${passage.text}`)
  }
  return texts
}

/** Items about a matter, best first; empty when none is about enough of it. */
export function itemsAbout(inquiry: Inquiry, groups: readonly MeetingGroup[], terms: readonly Term[]): RankedItem[] {
  const found = groups.flatMap(itemsOf)
  if (found.length === 0 || terms.length === 0) return []
  const passages = passageTexts(inquiry.findPassages(inquiry.asker, inquiry.plan.question, {}, PASSAGES))
  const documents = found.map(({ meeting, item }) => {
    const decision = item.decision?.text ?? ''
    const body = passages.get(`${meeting.document.id}|${item.heading}`) ?? ''
    const frame = [meeting.meeting.committee?.value ?? '', meeting.meeting.date?.value.slice(0, 4) ?? ''].join(' ')
    return {
      title: stemSet(item.title),
      decision: stemSet(decision),
      all: stemSet([item.title, decision, body, frame].join('\n')),
    }
  })
  const weights = termWeights(
    terms,
    documents.map((document) => document.all),
  )
  const matter = matterOf(terms)
  const matterWeights = matter.map((term) => weights[terms.indexOf(term)] ?? 0)
  const ranked = found.flatMap((entry, index): RankedItem[] => {
    const document = documents[index]
    if (!document) return []
    if (terms.some((term) => term.isSpecific && meets(term, document.all) === 0)) return []
    const all = coverage(terms, weights, document.all)
    if (all < MIN_COVERAGE || coverage(matter, matterWeights, document.all) < MIN_MATTER_COVERAGE) return []
    const score = 2 * coverage(terms, weights, document.title) + coverage(terms, weights, document.decision) + all
    return [{ ...entry, score }]
  })
  return ranked.toSorted((a, b) => b.score - a.score)
}
