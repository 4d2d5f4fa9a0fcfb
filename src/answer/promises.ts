import type { FollowUp } from '../domain/follow-up.ts'
import type { LocalDate } from '../domain/ids.ts'
import type { Told } from '../domain/register.ts'
import { isoMonth } from '../norwegian/dates.ts'
import { asciiFold, foldSpaces } from '../norwegian/fold.ts'
import { matchCommittee } from './choose-meetings.ts'
import { citeDocument } from './citations.ts'
import type { DraftParagraph } from './draft.ts'
import type { Inquiry } from './evidence.ts'
import { type StateOfFollowUp, stateOf } from './follow-up-state.ts'
import { FOLLOW_UP_GRAMMAR } from './kinds/grammar.ts'
import type { MeetingGroup } from './meeting-groups.ts'
import { meets } from './meets.ts'
import type { Plan } from './plan.ts'
import { coverage, stemSet, termWeights, topicOf } from './topic.ts'
import { shortDate } from './words.ts'

const MIN_COVERAGE = 0.5

export interface MeantPromise extends Told<FollowUp> {
  /** Share of the question's matter that its words tell, 0 to 1. */
  readonly share: number
}

const knownKeys = new WeakMap<FollowUp, string>()

/** The day and the words, however they are set. */
function keyOf({ document, fact }: Told<FollowUp>): string {
  const known = knownKeys.get(fact)
  if (known !== undefined) return known
  const key = `${document.date ?? ''}|${asciiFold(fact.quote).replace(/\W+/g, '')}`
  knownKeys.set(fact, key)
  return key
}

/** One telling of each promise: the same minutes may lie in several forms, and pages are worth more than none. */
function distinct(told: readonly Told<FollowUp>[]): Told<FollowUp>[] {
  const kept = new Map<string, Told<FollowUp>>()
  for (const entry of told) {
    const key = keyOf(entry)
    const known = kept.get(key)
    if (!known || (known.fact.page === null && entry.fact.page !== null)) kept.set(key, entry)
  }
  return [...kept.values()]
}

const madeIn = ({ document }: Told<FollowUp>, meetings: readonly MeetingGroup[]): MeetingGroup | undefined =>
  meetings.find(({ all }) => all.some((stored) => stored.document.id === document.id))

const knownFrames = new WeakMap<FollowUp, ReadonlySet<string>>()

/** What the promise need not say itself: the headings it stands under, the body, the year. */
function frameOf(told: Told<FollowUp>, { register, asker, meetings }: Inquiry): ReadonlySet<string> {
  const before = knownFrames.get(told.fact)
  if (before) return before
  const { document, fact } = told
  const passages = register.passagesOf(asker, document.id)
  const place = passages.find(({ text, page }) => page === fact.page && foldSpaces(text).includes(fact.quote))
  const body = madeIn(told, meetings)?.best.meeting.committee?.value
  const frame = stemSet([...(place?.headings ?? []), body, document.date?.slice(0, 4)].join('\n'))
  knownFrames.set(fact, frame)
  return frame
}

const asksByWhen = ({ wanted, kind, question }: Plan): boolean =>
  kind === 'follow-up' && wanted === 'date' && /^(?:innen|innan|by)\s|(?<!\p{L})(?:frist|deadline)/iu.test(question)

/** Promises that a question means, by who, by when and by what: the nearest first. */
export function promisesMeant(inquiry: Inquiry): MeantPromise[] {
  const { asker, plan, meetings, register } = inquiry
  const told = distinct(register.followUps(asker, {}))
  const committee = matchCommittee(plan.question, meetings)
  const { dates, months } = plan.meeting
  const isOf = (day: LocalDate | undefined): boolean =>
    day !== undefined && (dates.includes(day) || months.some((month) => day.startsWith(isoMonth(month))))
  // A day is of the deadline, else of the meeting it was promised in.
  const due = told.filter(({ fact }) => isOf(fact.dueDate))
  const pool = due.length > 0 ? due : told.filter(({ document }) => isOf(document.date))
  const isTimed = pool.length > 0
  // Whoever asks by when something must be done is not answered by a promise without a day.
  const among = (isTimed ? pool : told).filter(({ fact }) => fact.due !== undefined || !asksByWhen(plan))
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...FOLLOW_UP_GRAMMAR]),
    withoutMonths: isTimed,
  }).filter(({ text }) => !isTimed || !plan.meeting.years.includes(Number(text)))
  if (terms.length === 0) return !isTimed && dates.length > 0 ? [] : among.map((entry) => ({ ...entry, share: 1 }))
  const stems = among.map(({ fact }) => stemSet([fact.quote, fact.who ?? '', fact.due ?? ''].join(' ')))
  const weights = termWeights(terms, stems)
  return among
    .flatMap((entry, index) => {
      const own = stems[index] ?? new Set<string>()
      // What says nothing of the matter itself is not looked at closely.
      if (coverage(terms, weights, own) === 0) return []
      return [{ entry, own, all: new Set([...own, ...frameOf(entry, inquiry)]) }]
    })
    .filter(({ all }) => terms.every((term) => !term.isSpecific || meets(term, all) > 0))
    .map(({ entry, own, all }) => ({
      ...entry,
      share: (coverage(terms, weights, own) + coverage(terms, weights, all)) / 2,
    }))
    .filter(({ share }) => share >= MIN_COVERAGE)
    .toSorted((a, b) => b.share - a.share)
}

/** What later meetings show of a promise; undefined where it was made in no meeting that is known. */
export function becameOf(told: Told<FollowUp>, inquiry: Inquiry): StateOfFollowUp | undefined {
  const { asker, register, meetings, today } = inquiry
  const madeAt = madeIn(told, meetings)?.best
  if (!madeAt) return undefined
  const later = meetings
    .map(({ best }) => best)
    .filter(({ meeting }) => (meeting.date?.value ?? '') > (madeAt.meeting.date?.value ?? ''))
    .map((stored) => ({ ...stored, passages: register.passagesOf(asker, stored.document.id) }))
  return stateOf(told.fact, madeAt, later, today as LocalDate)
}

/** The promise in the minutes' own words, with its deadline where that stands apart from them. */
export function promiseTold(
  { document, fact }: Told<FollowUp>,
  { register, asker, language }: Inquiry,
): DraftParagraph {
  const source = document.date ? shortDate(document.date, language) : document.name
  const { due, quote } = fact
  const apart =
    due === undefined || quote.includes(due)
      ? undefined
      : register.passagesOf(asker, document.id).find(({ text, page }) => page === fact.page && text.includes(due))
  return {
    text: `• «${quote}»${apart ? ` – «${due}»` : ''} (${[source, fact.caseNumber].filter(Boolean).join(', ')})`,
    citations: [
      citeDocument(document, fact),
      ...(apart ? [citeDocument(document, { ...fact, quote: apart.text, page: apart.page })] : []),
    ],
  }
}
