import type { FollowUp } from '../../domain/follow-up.ts'
import type { LocalDate } from '../../domain/ids.ts'
import type { Told } from '../../domain/register.ts'
import { asciiFold } from '../../norwegian/fold.ts'
import { matchCommittee } from '../choose-meetings.ts'
import { citeDocument } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { stateOf } from '../follow-up-state.ts'
import { coverage, meets, stemSet, termWeights, topicOf } from '../topic.ts'
import { shortDate } from '../words.ts'
import { FOLLOW_UP_GRAMMAR } from './grammar.ts'

const MOST_SHOWN = 4
const MIN_COVERAGE = 0.5

/** One telling of each promise: the same minutes may lie in several forms, and pages are worth more than none. */
function distinct(told: readonly Told<FollowUp>[]): Told<FollowUp>[] {
  const kept = new Map<string, Told<FollowUp>>()
  for (const entry of told) {
    const key = `${entry.document.date ?? ''}|${asciiFold(entry.fact.quote).replace(/\W+/g, '')}`
    const known = kept.get(key)
    if (!known || (known.fact.page === null && entry.fact.page !== null)) kept.set(key, entry)
  }
  return [...kept.values()]
}

/** Promises that the question means: by who, by when, by what. */
function meant(inquiry: Inquiry, told: readonly Told<FollowUp>[]): Told<FollowUp>[] {
  const { plan, meetings } = inquiry
  const committee = matchCommittee(plan.question, meetings)
  const { dates, months } = plan.meeting
  const due = told.filter(({ fact }) => dates.some((date) => fact.dueDate === date))
  const inMonth = told.filter(({ fact }) =>
    months.some(({ year, month }) => fact.dueDate?.startsWith(`${year}-${String(month).padStart(2, '0')}`)),
  )
  const pool = due.length > 0 ? due : inMonth.length > 0 ? inMonth : told
  const terms = topicOf(plan.question, {
    language: plan.askedIn,
    without: new Set([...committee.stems, ...FOLLOW_UP_GRAMMAR]),
    withoutMonths: pool !== told,
  })
  if (terms.length === 0) return pool === told && dates.length > 0 ? [] : [...pool]
  const stems = pool.map(({ fact }) => stemSet([fact.quote, fact.who ?? '', fact.due ?? ''].join(' ')))
  const weights = termWeights(terms, stems)
  return pool
    .map((entry, index) => ({ entry, set: stems[index] ?? new Set<string>() }))
    .filter(({ set }) => terms.every((term) => !term.isSpecific || meets(term, set) > 0))
    .map(({ entry, set }) => ({ entry, share: coverage(terms, weights, set) }))
    .filter(({ share }) => share >= MIN_COVERAGE)
    .toSorted((a, b) => b.share - a.share)
    .map(({ entry }) => entry)
}

/** What later meetings say of a promise, in their words; nothing where they say nothing. */
function becameOf({ document, fact }: Told<FollowUp>, inquiry: Inquiry): DraftParagraph[] {
  const { asker, register, meetings, texts, language } = inquiry
  const all = meetings.map(({ best }) => best)
  const madeAt = meetings.find((group) => group.all.some((stored) => stored.document.id === document.id))?.best
  if (!madeAt) return []
  const later = all
    .filter(({ meeting }) => (meeting.date?.value ?? '') > (madeAt.meeting.date?.value ?? ''))
    .map((stored) => ({ ...stored, passages: register.passagesOf(asker, stored.document.id) }))
  const { state, shownBy } = stateOf(fact, madeAt, later, inquiry.today as LocalDate)
  if (!shownBy) return []
  const date = shownBy.document.date
  const where = [date && shortDate(date, language), shownBy.caseNumber].filter(Boolean).join(', ')
  return [
    {
      text: `  ${texts.promiseState[state]} «${shownBy.quote}» (${where})`,
      citations: [citeDocument(shownBy.document, shownBy)],
    },
  ]
}

/**
 * Who promised what, and by when, in the minutes' own words.
 * @returns undefined when no promise meets the question: it may be about something else
 */
export function answerFollowUp(inquiry: Inquiry): Draft | undefined {
  const { asker, register, language, texts } = inquiry
  const found = meant(inquiry, distinct(register.followUps(asker, {}))).slice(0, MOST_SHOWN)
  if (found.length === 0) return undefined
  const paragraphs = found.flatMap((entry): DraftParagraph[] => {
    const { document, fact } = entry
    const source = document.date ? shortDate(document.date, language) : document.name
    const told: DraftParagraph = {
      text: `• «${fact.quote}» (${[source, fact.caseNumber].filter(Boolean).join(', ')})`,
      citations: [citeDocument(document, fact)],
    }
    return [told, ...becameOf(entry, inquiry)]
  })
  const [first, ...others] = paragraphs
  if (!first) return undefined
  return {
    outcome: 'answered',
    paragraphs: [{ ...first, text: `${texts.promises}\n${first.text}` }, ...others],
    derived: [],
    reason: 'follow-up',
  }
}
