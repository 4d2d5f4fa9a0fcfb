import { caseNumberKey } from '../domain/case-number.ts'
import type { FollowUp } from '../domain/follow-up.ts'
import type { DocumentId, LocalDate } from '../domain/ids.ts'
import type { StoredMeeting, Told } from '../domain/register.ts'
import type { Relation } from '../domain/relation.ts'
import { findDates } from '../norwegian/dates.ts'
import { asciiFold, foldSpaces } from '../norwegian/fold.ts'
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
    })
    if (lastDate === undefined || day > lastDate) lastDate = day
  }
  return { held, lastDate }
}

function once<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string): Entry[] {
  return [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()]
}

/** What was promised for a meeting: for "neste møte" in the meeting before it, or for a day since then. */
export function promisesFor(
  committee: string,
  date: LocalDate,
  meetings: readonly EarlierMeeting[],
  followUps: readonly Told<FollowUp>[],
): OpenPromise[] {
  const { held, lastDate } = heldBefore(meetings, committee, date)
  const promises = followUps.flatMap(({ document, fact }): OpenPromise[] => {
    const given = held.get(document.id)
    if (!given || given.isRestricted(fact.caseNumber) || isRestrictedText(`${fact.what} ${fact.quote}`)) return []
    const isDue =
      (fact.isForNextMeeting && given.date === lastDate) ||
      (fact.dueDate !== undefined && fact.dueDate <= date && fact.dueDate > (lastDate ?? given.date))
    if (!isDue) return []
    const { who, what, caseNumber } = fact
    return [{ who, what: foldSpaces(what), promisedOn: given.date, caseNumber }]
  })
  return once(promises, ({ what, promisedOn }) => `${promisedOn} ${asciiFold(what)}`)
}

/** Matters that the meeting before postponed, or that any earlier one postponed to this very day. */
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
    const namedDay =
      named && `${named.year}-${String(named.month).padStart(2, '0')}-${String(named.day).padStart(2, '0')}`
    if (namedDay ? namedDay !== date : given.date !== lastDate) return []
    return [{ caseNumber: fact.caseNumber, title: foldSpaces(fact.itemTitle), postponedOn: given.date }]
  })
  return once(matters, ({ caseNumber, title }) => (caseNumber ? caseNumberKey(caseNumber) : asciiFold(title)))
}
