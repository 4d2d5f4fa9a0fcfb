import { caseNumberKey, isSameCase } from '../../domain/case-number.ts'
import type { AgendaItem } from '../../domain/meeting.ts'
import type { PassageFilter, RankedPassage } from '../../domain/passage.ts'
import type { StoredMeeting } from '../../domain/register.ts'
import type { Inquiry } from '../evidence.ts'
import { fileNameWords } from '../file-name-words.ts'
import type { MeetingGroup } from '../meeting-groups.ts'
import { meets } from '../meets.ts'
import { coverage, matterOf, stemSet, type Term, termWeights } from '../topic.ts'

export interface FoundItem {
  readonly meeting: StoredMeeting
  readonly item: AgendaItem
}

export interface RankedItem extends FoundItem {
  readonly score: number
}

/** How many passages are looked at when a question's matter is searched for, and which: one search serves all kinds. */
export const MOST_SEARCHED = 40
export const SEARCHED: PassageFilter = { passageKinds: ['body', 'decision', 'table', 'recommendation'] }
/** Share of the matter's weight that an item must hold; measured on the golden set. */
const MIN_COVERAGE = 0.55
const MIN_MATTER_COVERAGE = 0.4

const keyOf = (item: AgendaItem): string => (item.caseNumber ? caseNumberKey(item.caseNumber) : item.heading)

const knownItems = new WeakMap<MeetingGroup, readonly FoundItem[]>()

/** The items of a meeting, each from the best of its documents that has it. */
export function itemsOf(group: MeetingGroup): readonly FoundItem[] {
  const before = knownItems.get(group)
  if (before) return before
  const found = new Map<string, FoundItem>()
  for (const meeting of group.all)
    for (const item of meeting.meeting.items) {
      const known = found.get(keyOf(item))
      if (!known || (!known.item.decision && item.decision)) found.set(keyOf(item), { meeting, item })
    }
  const items = [...found.values()]
  knownItems.set(group, items)
  return items
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

interface ItemStems {
  readonly title: ReadonlySet<string>
  readonly decision: ReadonlySet<string>
  /** Title, decision; body, place and year of the meeting, and what its document is called. */
  readonly frame: ReadonlySet<string>
  /** What was recommended, proposed and voted over. */
  readonly proposed: ReadonlySet<string>
  readonly frameAndProposed: ReadonlySet<string>
}

const knownStems = new WeakMap<AgendaItem, ItemStems>()

function stemsOfItem({ item, meeting }: FoundItem): ItemStems {
  const before = knownStems.get(item)
  if (before) return before
  const { committee, date, place } = meeting.meeting
  const { name, title } = meeting.document
  const decision = item.decision?.text ?? ''
  const year = date?.value.slice(0, 4)
  const proposals = item.proposals.flatMap(({ text, party, onBehalfOf }) => [text, party, onBehalfOf])
  const framing = [item.title, decision, committee?.value, place?.value, year, title, fileNameWords(name)]
  const frame = stemSet(framing.join('\n'))
  const proposed = stemSet(
    [item.recommendation?.value, ...proposals, ...item.votes.map(({ quote }) => quote)].join('\n'),
  )
  const stems = {
    title: stemSet(item.title),
    decision: stemSet(decision),
    frame,
    proposed,
    frameAndProposed: new Set([...frame, ...proposed]),
  }
  knownStems.set(item, stems)
  return stems
}

/** By an item's own stems: they and those of its text, as the last question found it. */
const knownUnions = new WeakMap<ReadonlySet<string>, { readonly body: string; readonly stems: ReadonlySet<string> }>()

/** The same set each time, so that it is taken apart but once. */
function withBody(own: ReadonlySet<string>, body: string): ReadonlySet<string> {
  const before = knownUnions.get(own)
  if (before?.body === body) return before.stems
  const stems = new Set([...own, ...stemSet(body)])
  knownUnions.set(own, { body, stems })
  return stems
}

/** Whether an item can be about any of the terms: its words are looked at closely only then. */
const mayBeAbout = (terms: readonly Term[], { title, frame }: ItemStems): boolean =>
  terms.some((term) => [...term.stems, ...term.synonyms].some((stem) => frame.has(stem)) || meets(term, title) > 0)

/**
 * Items about a matter, best first; empty when none is about enough of it.
 * @param byProposals what was proposed tells the matter as well: of a decision it does not, lest one be taken for the other
 */
export function itemsAbout(
  inquiry: Inquiry,
  groups: readonly MeetingGroup[],
  terms: readonly Term[],
  byProposals = false,
): RankedItem[] {
  if (terms.length === 0) return []
  const passages = passageTexts(inquiry.findPassages(inquiry.asker, inquiry.plan.question, SEARCHED, MOST_SEARCHED))
  const candidates = groups.flatMap(itemsOf).flatMap((entry) => {
    const stems = stemsOfItem(entry)
    const body = passages.get(`${entry.meeting.document.id}|${entry.item.heading}`)
    const own = byProposals ? stems.frameAndProposed : stems.frame
    if (body === undefined) return mayBeAbout(terms, { ...stems, frame: own }) ? [{ entry, stems, all: own }] : []
    return [{ entry, stems, all: withBody(own, body) }]
  })
  const weights = termWeights(
    terms,
    candidates.map(({ all }) => all),
  )
  const matter = matterOf(terms)
  const matterWeights = matter.map((term) => weights[terms.indexOf(term)] ?? 0)
  const ranked = candidates.flatMap(({ entry, stems, all }): RankedItem[] => {
    if (terms.some((term) => term.isSpecific && meets(term, all) === 0)) return []
    const share = coverage(terms, weights, all)
    if (share < MIN_COVERAGE || coverage(matter, matterWeights, all) < MIN_MATTER_COVERAGE) return []
    const told = byProposals ? stems.proposed : stems.decision
    const score = 2 * coverage(terms, weights, stems.title) + coverage(terms, weights, told) + share
    return [{ ...entry, score }]
  })
  return ranked.toSorted((a, b) => b.score - a.score)
}
