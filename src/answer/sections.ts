import type { DocumentId } from '../domain/ids.ts'
import type { RankedPassage, StoredPassage } from '../domain/passage.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Inquiry } from './evidence.ts'
import type { MeetingGroup } from './meeting-groups.ts'

/** What stands under one heading of a document: an item of minutes, a chapter of a report. */
export interface Section {
  /** All of it that may be quoted, in order. What the search did not find has the score of the best that it did. */
  readonly passages: readonly RankedPassage[]
  /** Folded words of the names of those who were at the meeting: one of them may be meant by an office. */
  readonly people: ReadonlySet<string>
  /** Organisations that its document tells of again and again: it is of them, whatever its title says. */
  readonly organisations: readonly string[]
}

/** Sections are read whole only for the best finds: the words of an answer may be others than the question's. */
const MOST_READ_WHOLE = 6
/** What stands beside a find is a little further from the question. */
const NEIGHBOUR_SHARE = 0.8
const QUOTABLE = new Set(['body', 'decision', 'table', 'recommendation'])

/** An item of minutes is one section whatever stands over its parts; a report's chapters are told apart. */
export const sectionKey = ({ document, documentKind, headings }: StoredPassage): string =>
  [document, ...(documentKind === 'report' ? headings : headings.slice(0, 1))].join('\n')

const peopleIn = new WeakMap<MeetingGroup, ReadonlySet<string>>()

function peopleOf(meetings: readonly MeetingGroup[], document: DocumentId | undefined): ReadonlySet<string> {
  const group = meetings.find(({ all }) => all.some((stored) => stored.document.id === document))
  if (!group) return new Set()
  const before = peopleIn.get(group)
  if (before) return before
  const people = new Set(
    group.all.flatMap(({ meeting: { present } }) =>
      (present?.value ?? []).flatMap(({ name }) => tokens(name).map(({ folded }) => folded)),
    ),
  )
  peopleIn.set(group, people)
  return people
}

/** "NORD-IKT": a name in capitals. */
const ORGANISATION = /(?<![\p{L}\d-])\p{Lu}{2,}(?:-\p{Lu}{2,})+(?![\p{L}\d])/gu
const MIN_TOLD = 2
const organisationsIn = new WeakMap<readonly StoredPassage[], readonly string[]>()

function organisationsOf(passages: readonly StoredPassage[]): readonly string[] {
  const before = organisationsIn.get(passages)
  if (before) return before
  const told = passages.flatMap(({ text }) => [...new Set(text.match(ORGANISATION) ?? [])])
  const often = [...Map.groupBy(told, (name) => name)].flatMap(([name, all]) => (all.length < MIN_TOLD ? [] : [name]))
  organisationsIn.set(passages, often)
  return often
}

/** The sections that a search's finds stand in, best first. */
export function sectionsOf({ asker, register, meetings }: Inquiry, found: readonly RankedPassage[]): Section[] {
  const sections = new Map<string, RankedPassage[]>()
  for (const passage of found) {
    const key = sectionKey(passage)
    sections.set(key, [...(sections.get(key) ?? []), passage])
  }
  const organisations = new Map<DocumentId, readonly string[]>()
  const documents = new Set([...sections.values()].slice(0, MOST_READ_WHOLE).map(([first]) => first?.document))
  for (const document of documents) {
    if (document === undefined) continue
    const all = register.passagesOf(asker, document)
    organisations.set(document, organisationsOf(all))
    for (const passage of all) {
      const own = sections.get(sectionKey(passage))
      const [best] = own ?? []
      if (!own || !best || !QUOTABLE.has(passage.kind) || own.some(({ ordinal }) => ordinal === passage.ordinal))
        continue
      own.push({ ...passage, score: best.score * NEIGHBOUR_SHARE })
    }
  }
  return [...sections.values()].map((passages) => ({
    passages: passages.toSorted((a, b) => a.ordinal - b.ordinal),
    people: peopleOf(meetings, passages[0]?.document),
    organisations: (passages[0] && organisations.get(passages[0].document)) ?? [],
  }))
}
