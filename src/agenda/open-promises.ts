import { caseNumberKey } from '../domain/case-number.ts'
import type { FollowUp } from '../domain/follow-up.ts'
import type { DocumentId, LocalDate } from '../domain/ids.ts'
import type { AgendaItem } from '../domain/meeting.ts'
import type { StoredMeeting, Told } from '../domain/register.ts'
import type { Relation } from '../domain/relation.ts'
import { findDates, isoDay } from '../norwegian/dates.ts'
import { asciiFold, foldSpaces } from '../norwegian/fold.ts'
import { sentences } from '../norwegian/sentences.ts'
import type { OpenPromise, PostponedMatter } from './ports.ts'
import { closedMatters, isRestrictedText, type NoticePassage, publicItem } from './public-item.ts'
import { isNotice } from './public-meetings.ts'
import { isSameCommittee } from './slots.ts'

/** An earlier meeting of the committee, with the text that may close some of its matters. */
export interface EarlierMeeting extends StoredMeeting {
  readonly passages: readonly NoticePassage[]
}

interface Held {
  readonly date: LocalDate
  isRestricted(caseNumber: string | undefined, title?: string): boolean
  /** The item whose decision says this. */
  decidedAs(text: string): AgendaItem | undefined
}

/** The committee's earlier minutes by document, and the day of the last of them. */
function heldBefore(
  meetings: readonly EarlierMeeting[],
  committee: string,
  date: LocalDate,
): { readonly held: ReadonlyMap<DocumentId, Held>; readonly lastDate: LocalDate | undefined } {
  const held = new Map<DocumentId, Held>()
  let lastDate: LocalDate | undefined
  for (const stored of meetings) {
    const body = stored.meeting.committee?.value
    const day = stored.meeting.date?.value
    if (!body || !day || day >= date || isNotice(stored) || !isSameCommittee(body, committee)) continue
    const closed = closedMatters(stored.passages)
    const restricted = stored.meeting.items.filter((item) => publicItem(item, closed, 'nb').isRestricted)
    const keys = new Set(restricted.flatMap(({ caseNumber }) => (caseNumber ? [caseNumberKey(caseNumber)] : [])))
    const titles = new Set(restricted.map(({ title }) => asciiFold(title)))
    held.set(stored.document.id, {
      date: day,
      isRestricted: (caseNumber, title = '') =>
        closed.isWhole ||
        (caseNumber !== undefined && keys.has(caseNumberKey(caseNumber))) ||
        // Nobody can tell which matter it belongs to.
        (caseNumber === undefined && title === '' && restricted.length > 0) ||
        titles.has(asciiFold(title)),
      decidedAs: (text) =>
        stored.meeting.items.find(({ decision }) => decision !== undefined && isSaidIn(text, decision.text)),
    })
    if (lastDate === undefined || day > lastDate) lastDate = day
  }
  return { held, lastDate }
}

const keyOf = (caseNumber: string | undefined, title: string): string =>
  caseNumber ? caseNumberKey(caseNumber) : asciiFold(title)

/** One says the other's words, or a sentence of them. */
function isSaidIn(text: string, decision: string): boolean {
  const said = asciiFold(text)
  if (asciiFold(decision).includes(said)) return true
  return decision
    .split('\n')
    .flatMap((paragraph) => sentences(paragraph))
    .some((sentence) => said.includes(asciiFold(sentence.text).replace(/[.\s]+$/, '')))
}

function once<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
}

/**
 * What was promised for a meeting: for "neste møte" in the meeting before it, or for a meeting of its day, or of a day
 * since the last one.
 * @param isKept whether a meeting since then shows that it was kept
 */
export function promisesFor(
  committee: string,
  date: LocalDate,
  meetings: readonly EarlierMeeting[],
  followUps: readonly Told<FollowUp>[],
  isKept: (promise: Told<FollowUp>) => boolean = () => false,
): OpenPromise[] {
  const { held, lastDate } = heldBefore(meetings, committee, date)
  const promises = followUps.flatMap((promise): OpenPromise[] => {
    const { document, fact } = promise
    const given = held.get(document.id)
    if (!given || given.isRestricted(fact.caseNumber) || isRestrictedText(`${fact.what} ${fact.quote}`)) return []
    const isDue =
      (fact.isForNextMeeting && given.date === lastDate) ||
      fact.dueDate === date ||
      // A meeting that was to be on another day is this one.
      (fact.dueDate !== undefined &&
        fact.dueDate < date &&
        fact.dueDate > (lastDate ?? given.date) &&
        /møte/iu.test(fact.due ?? ''))
    if (!isDue || isKept(promise)) return []
    const { who, caseNumber } = fact
    // The words of a decision are not for an agenda: its matter is named instead.
    const decided = given.decidedAs(fact.what) ?? given.decidedAs(fact.quote)
    const what = foldSpaces(decided?.title ?? fact.what)
    return what === '' ? [] : [{ who, what, promisedOn: given.date, caseNumber: caseNumber ?? decided?.caseNumber }]
  })
  return once(promises, ({ what, promisedOn }) => `${promisedOn} ${asciiFold(what)}`)
}

/**
 * Matters that the meeting before postponed, by its own words or by the status of its items, or that any earlier one
 * postponed to this very day.
 */
export function postponedMatters(
  committee: string,
  date: LocalDate,
  meetings: readonly EarlierMeeting[],
  relations: readonly Told<Relation>[],
): PostponedMatter[] {
  const { held, lastDate } = heldBefore(meetings, committee, date)
  const matters = relations.flatMap(({ document, fact }): PostponedMatter[] => {
    const given = held.get(document.id)
    if (fact.kind !== 'postpones' || !given || given.isRestricted(fact.caseNumber, fact.itemTitle)) return []
    if (isRestrictedText(`${fact.itemTitle} ${fact.quote}`)) return []
    const [named] = findDates(fact.other ?? '', { defaultYear: Number(date.slice(0, 4)) })
    if (named ? isoDay(named) !== date : given.date !== lastDate) return []
    return [{ caseNumber: fact.caseNumber, title: foldSpaces(fact.itemTitle), postponedOn: given.date }]
  })
  const byStatus = meetings.flatMap((stored): PostponedMatter[] => {
    const given = held.get(stored.document.id)
    if (!given || lastDate === undefined || given.date !== lastDate) return []
    return stored.meeting.items
      .filter(({ status, caseNumber, title }) => status === 'postponed' && !given.isRestricted(caseNumber, title))
      .map(({ caseNumber, title }) => ({ caseNumber, title: foldSpaces(title), postponedOn: lastDate }))
  })
  const toAnotherDay = new Set(
    relations.flatMap(({ document, fact }) =>
      fact.kind === 'postpones' && held.has(document.id) ? [keyOf(fact.caseNumber, fact.itemTitle)] : [],
    ),
  )
  const undated = byStatus.filter(({ caseNumber, title }) => !toAnotherDay.has(keyOf(caseNumber, title)))
  return once([...matters, ...undated], ({ caseNumber, title }) => keyOf(caseNumber, title))
}
