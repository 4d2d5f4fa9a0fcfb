import type { Figure } from '../domain/figure.ts'
import type { Sourced } from '../domain/meeting.ts'
import type { StoredMeeting, Told } from '../domain/register.ts'
import type { Disagreement, Said } from '../domain/relation.ts'
import { fold } from '../norwegian/fold.ts'
import { scaledDecimal } from '../norwegian/numbers.ts'
import { groupMeetings } from './meeting-groups.ts'

/**
 * What two documents must agree on to speak of one and the same figure. Without a basis, a whole year and an owner two
 * numbers may well be of two things.
 */
function subjectOf({ measure, entity, basis, period, unit, row }: Figure): string | undefined {
  const isYear = period?.from.endsWith('-01-01') === true && period.to.endsWith('-12-31')
  if (!isYear || basis === undefined || unit === undefined || entity === undefined || row !== undefined)
    return undefined
  return [fold(measure), fold(entity), basis, period.from, unit].join('|')
}

const worth = ({ decimal, scale }: Figure): string => scaledDecimal(decimal, scale)

const saidOf = ({ document, fact }: Told<Figure>): Said => ({
  document,
  value: fact.literal,
  quote: fact.quote,
  page: fact.page,
  caseNumber: fact.caseNumber,
})

function betweenFigures(figures: readonly Told<Figure>[]): Disagreement[] {
  const first = new Map<string, Told<Figure>>()
  const found = new Map<string, Disagreement>()
  for (const told of figures) {
    const subject = subjectOf(told.fact)
    if (subject === undefined) continue
    const known = first.get(subject)
    if (!known) first.set(subject, told)
    else if (known.document.id !== told.document.id && worth(known.fact) !== worth(told.fact) && !found.has(subject)) {
      const about = [told.fact.measure, told.fact.entity, told.fact.period?.text].filter(Boolean).join(', ')
      found.set(subject, { about, one: saidOf(known), other: saidOf(told) })
    }
  }
  return [...found.values()]
}

const TOLD_ONCE = ['startTime', 'endTime', 'place'] as const

function betweenMeetings(stored: readonly StoredMeeting[]): Disagreement[] {
  const said = ({ document }: StoredMeeting, { value, quote, page }: Sourced<string>): Said => ({
    document,
    value,
    quote,
    page,
    caseNumber: undefined,
  })
  // A notice may announce what the meeting then changed; two minutes may not differ.
  const minutes = stored.filter(({ document }) => document.kind === 'minutes')
  return groupMeetings(minutes).flatMap(({ best, all }) =>
    TOLD_ONCE.flatMap((field): Disagreement[] => {
      const own = best.meeting[field]
      const other = all.find(({ meeting }) => own && meeting[field] && fold(meeting[field].value) !== fold(own.value))
      const others = other?.meeting[field]
      if (!own || !other || !others) return []
      return [{ about: best.document.title, one: said(best, own), other: said(other, others) }]
    }),
  )
}

const known = new WeakMap<readonly Told<Figure>[], readonly Disagreement[]>()

/** Where two documents tell of one thing otherwise: figures of one owner, year and basis; times and place of one meeting. */
export function disagreements(
  figures: readonly Told<Figure>[],
  meetings: readonly StoredMeeting[],
): readonly Disagreement[] {
  const before = known.get(figures)
  if (before) return before
  const found = [...betweenFigures(figures), ...betweenMeetings(meetings)]
  known.set(figures, found)
  return found
}
