import { findCaseNumbers, isSameCase } from '../domain/case-number.ts'
import type { LocalDate } from '../domain/ids.ts'
import type { ItemStatus } from '../domain/meeting.ts'
import type { Told } from '../domain/register.ts'
import type { Relation } from '../domain/relation.ts'
import { findDates, isoDay } from '../norwegian/dates.ts'
import { sameAscii } from '../norwegian/fold.ts'
import { type FoundItem, itemsOf } from './kinds/find-items.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import { isSameMatter, type Matter, matterOf } from './same-matter.ts'

/** One time that a matter was up. */
export interface HistoryStep {
  readonly date: LocalDate | undefined
  readonly committee: string | undefined
  readonly caseNumber: string | undefined
  readonly title: string
  readonly status: ItemStatus
  /** Verbatim with its label; undefined where no decision is recorded. */
  readonly decisionQuote: string | undefined
  /** The tie that the minutes themselves name, this step's to an earlier one or a later one's to it. */
  readonly relation: Relation | undefined
  /** 'asked' the item it began with, 'named' by a sentence of the minutes, 'title' by the same title words. */
  readonly why: 'asked' | 'named' | 'title'
  /** Where it stands. */
  readonly found: FoundItem
}

interface Node {
  readonly found: FoundItem
  readonly matter: Matter
}

const committeeOf = ({ meeting }: FoundItem): string => meeting.meeting.committee?.value ?? ''
const isOneBody = (left: FoundItem, right: FoundItem): boolean => {
  const [one, other] = [committeeOf(left), committeeOf(right)]
  return one === other || sameAscii(one, other)
}
const isOneMeeting = (left: FoundItem, right: FoundItem): boolean =>
  dateOf(left) === dateOf(right) && isOneBody(left, right)
const dateOf = ({ meeting }: FoundItem): LocalDate | undefined => meeting.meeting.date?.value

/** The items that a relation's other side means: by number, in the teller's own body first, or by the day of a meeting. */
function targetsOf(relation: Relation, teller: Node, nodes: readonly Node[]): Node[] {
  if (relation.other === undefined) return []
  const [number] = findCaseNumbers(relation.other)
  const others = nodes.filter((node) => node !== teller)
  if (number) {
    const numbered = others.filter(
      ({ found }) => found.item.caseNumber && isSameCase(found.item.caseNumber, number.text),
    )
    const own = numbered.filter(({ found }) => isOneBody(found, teller.found))
    const alike = numbered.filter((node) => isSameMatter(node.matter, teller.matter, false))
    return own.length > 0 ? own : alike.length > 0 ? alike : numbered.length === 1 ? numbered : []
  }
  const [date] = findDates(relation.other)
  const day = date && isoDay(date)
  if (day === undefined) return []
  return others.filter(
    (node) =>
      dateOf(node.found) === day &&
      isOneBody(node.found, teller.found) &&
      isSameMatter(node.matter, teller.matter, true),
  )
}

interface Edge {
  readonly from: Node
  readonly to: Node
  readonly relation: Relation
}

function edgesOf(nodes: readonly Node[], relations: readonly Told<Relation>[]): Edge[] {
  const byTitle = Map.groupBy(nodes, ({ found }) => found.item.title)
  return relations.flatMap(({ document, fact }) => {
    const from = byTitle.get(fact.itemTitle)?.find(
      ({ found }) =>
        // Documents of one meeting tell the same: its date and body find the item, whichever of them was kept.
        (found.meeting.document.id === document.id || dateOf(found) === document.date) &&
        (fact.caseNumber === undefined ||
          (found.item.caseNumber !== undefined && isSameCase(found.item.caseNumber, fact.caseNumber))),
    )
    return from ? targetsOf(fact, from, nodes).map((to) => ({ from, to, relation: fact })) : []
  })
}

interface Ties {
  readonly relations: readonly Told<Relation>[]
  readonly nodes: readonly Node[]
  readonly edges: readonly Edge[]
}

const knownTies = new WeakMap<readonly MeetingGroup[], Ties>()

/** All items and their ties, made once for as long as the register stands. */
function tiesOf(groups: readonly MeetingGroup[], relations: readonly Told<Relation>[]): Ties {
  const before = knownTies.get(groups)
  if (before?.relations === relations) return before
  const nodes = groups.flatMap(itemsOf).map((found): Node => ({ found, matter: matterOf(found.item.title) }))
  const ties: Ties = { relations, nodes, edges: edgesOf(nodes, relations) }
  knownTies.set(groups, ties)
  return ties
}

/**
 * The chain of one matter over meetings and bodies, oldest first. A step is in it when the minutes name it, or when its
 * title has the words of one that is; the latter is a guess, and `why` says so.
 */
export function historyOf(
  start: FoundItem,
  meetings: readonly MeetingGroup[],
  relations: readonly Told<Relation>[],
): HistoryStep[] {
  const { nodes, edges } = tiesOf(meetings, relations)
  const first = nodes.find(
    ({ found }) =>
      dateOf(found) === dateOf(start) &&
      isOneBody(found, start) &&
      found.item.caseNumber === start.item.caseNumber &&
      found.item.title === start.item.title,
  )
  if (!first) return []
  const reached = new Map<Node, Pick<HistoryStep, 'relation' | 'why'>>([[first, { relation: undefined, why: 'asked' }]])
  const queue: Node[] = [first]
  for (let node = queue.shift(); node; node = queue.shift()) {
    const reach = (next: Node, relation: Relation | undefined): void => {
      const known = reached.get(next)
      if (known && (known.relation || !relation)) return
      reached.set(next, { relation, why: known?.why === 'asked' ? 'asked' : relation ? 'named' : 'title' })
      if (!known) queue.push(next)
    }
    for (const { from, to, relation } of edges) {
      // The sentence stands in the later item; the earlier one is told by it only where nothing else reaches it.
      if (from === node) reach(to, undefined)
      if (to === node) reach(from, relation)
      if (from === node && reached.get(node)?.relation === undefined)
        reached.set(node, { relation, why: reached.get(node)?.why === 'asked' ? 'asked' : 'named' })
      if (from === node && reached.get(to)?.why === 'title')
        reached.set(to, { relation: reached.get(to)?.relation, why: 'named' })
    }
    // Two items of one meeting are two matters, however alike their titles.
    for (const other of nodes)
      if (
        !reached.has(other) &&
        !isOneMeeting(node.found, other.found) &&
        isSameMatter(node.matter, other.matter, isOneBody(node.found, other.found))
      )
        reach(other, undefined)
  }
  return [...reached]
    .map(
      ([{ found }, { relation, why }]): HistoryStep => ({
        date: dateOf(found),
        committee: found.meeting.meeting.committee?.value,
        caseNumber: found.item.caseNumber,
        title: found.item.title,
        status: found.item.status,
        decisionQuote: found.item.decision?.quote,
        relation: relation ?? ownPostponement(found, relations),
        why,
        found,
      }),
    )
    .toSorted((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))
}

/** "Saken utsettes" ties the step to a meeting still to come, which names no item. */
const ownPostponement = (found: FoundItem, relations: readonly Told<Relation>[]): Relation | undefined =>
  relations.find(
    ({ document, fact }) =>
      fact.kind === 'postpones' &&
      document.date === dateOf(found) &&
      fact.caseNumber === found.item.caseNumber &&
      fact.itemTitle === found.item.title,
  )?.fact
