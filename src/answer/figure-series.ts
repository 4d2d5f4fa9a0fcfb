import { fold } from '../norwegian/fold.ts'
import { asksDuration, isDurationUnit } from './asks-duration.ts'
import { type FigureCandidate, worthOf, yearOfFigure } from './figure-pool.ts'
import type { Plan } from './plan.ts'
import { stemSet } from './topic.ts'

export const YEAR_BEFORE = /året før|året i forvegen|year before|previous year/u
export const MOST_YEARS = 8
const SAME_SHARE = 0.01

export interface YearFigure {
  readonly year: number
  readonly entry: FigureCandidate
  /** The same figure as another document tells it. */
  readonly also: FigureCandidate | undefined
}

/** Every year from the first asked to the last; "mot året før" asks for the year before too. */
export function yearsAsked({ meeting, question }: Plan): number[] {
  const years = [...meeting.years].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return []
  if (years.length === 1) return YEAR_BEFORE.test(fold(question)) ? [first - 1, first] : [first]
  return last - first < MOST_YEARS ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years
}

/**
 * Who is to be quoted first: a budget is what a body decided, and its first minutes tell that; of all else a year's own
 * report tells first, then minutes. Other reports repeat it.
 */
function byAuthority(year: number): (a: FigureCandidate, b: FigureCandidate) => number {
  const rank = ({ document, fact }: FigureCandidate): number => {
    const isOwnReport = document.kind === 'report' && document.year === year
    if (fact.basis === 'budget' || fact.basis === 'revised-budget')
      return document.kind === 'minutes' ? 0 : isOwnReport ? 1 : 2
    return isOwnReport ? 0 : document.kind === 'minutes' ? 1 : 2
  }
  return (a, b) => rank(a) - rank(b) || (a.document.date ?? '').localeCompare(b.document.date ?? '')
}

/** "henvendelser" before "henvendelser på telefon": the fewest words tell of the whole. */
const wordsOf = ({ fact }: FigureCandidate): number => stemSet(fact.measure).size

/** The best figures of a year; none when they disagree. */
function ofYear(all: readonly FigureCandidate[], year: number, unit: string | undefined): readonly FigureCandidate[] {
  const own = all.filter(({ fact }) => yearOfFigure(fact) === year && fact.unit === unit)
  const near = own.filter(({ share }) => share >= (own[0]?.share ?? 0) - SAME_SHARE)
  const fewest = Math.min(...near.map(wordsOf))
  const isAgreed = new Set(near.map(worthOf)).size === 1
  const best = isAgreed ? near : near.filter((entry) => wordsOf(entry) === fewest)
  return new Set(best.map(worthOf)).size === 1
    ? own.filter((entry) => worthOf(entry) === worthOf(best[0] ?? entry))
    : []
}

/** What documents tell otherwise of one measure of a year, one figure for each value; none where they agree. */
export function disagreeing(all: readonly FigureCandidate[], year: number, plan: Plan): readonly FigureCandidate[] {
  const [best] = all.filter(({ fact }) => yearOfFigure(fact) === year && unitsOf(all, plan).includes(fact.unit))
  if (!best) return []
  const measured = all.filter(
    ({ fact, share }) =>
      share >= best.share - SAME_SHARE &&
      yearOfFigure(fact) === year &&
      fact.unit === best.fact.unit &&
      fact.entity === best.fact.entity &&
      fold(fact.measure) === fold(best.fact.measure),
  )
  const told = [...Map.groupBy(measured, worthOf).values()].flatMap(([first]) => first ?? [])
  const documents = new Set(told.map(({ document }) => document.id))
  return told.length > 1 && documents.size === told.length ? told : []
}

/** A budget is no percentage of anything, though words about it may hold one. */
const IS_OF_MONEY =
  /(?<!\p{L})(?:\p{L}*budsjett\p{L}*|\p{L}*ramm[ae]\p{L}*|\p{L}*kostnad\p{L}*|\p{L}*utgift\p{L}*|\p{L}*låneopptak\p{L}*|\p{L}*gebyr\p{L}*|budgets?|costs?|expenditure)(?!\p{L})/u
const IS_SHARED =
  /(?<!\p{L})(?:fordel\p{L}*|andel\p{L}*|del(?:t|es|ast)?|hver\p{L}*|kvar\p{L}*|each|split|shared?|distribut\p{L}*)(?!\p{L})/u
/** "hvor mange" counts things, not money; shares only where they are asked for. */
export const unitsOf = (
  all: readonly FigureCandidate[],
  { wanted, isCount, question }: Plan,
): readonly (string | undefined)[] => {
  const units = [...new Set(all.map(({ fact }) => fact.unit))]
  if (asksDuration(fold(question))) return units.filter(isDurationUnit)
  if (wanted === 'percent') return units.filter((unit) => unit === '%')
  const isOfMoney = IS_OF_MONEY.test(fold(question)) && !IS_SHARED.test(fold(question))
  if (wanted === 'amount' || isOfMoney) return units.filter((unit) => unit === 'kr')
  return isCount ? units.filter((unit) => unit !== 'kr' && unit !== '%') : units
}

/** The figures of the asked years in one unit; empty unless the first and the last year have one. */
export function seriesOf(all: readonly FigureCandidate[], years: readonly number[], plan: Plan): YearFigure[] {
  for (const unit of unitsOf(all, plan)) {
    const told = years.map((year) => ({ year, best: ofYear(all, year, unit) })).filter(({ best }) => best.length > 0)
    if (told.length === 0 || told[0]?.year !== years[0] || told.at(-1)?.year !== years.at(-1)) continue
    // One document that tells of all the years shows the change itself.
    const yearsIn = ({ document }: FigureCandidate): number =>
      told.filter(({ best }) => best.some((other) => other.document.id === document.id)).length
    return told.flatMap(({ year, best }) => {
      const rank = byAuthority(year)
      const [entry] = best.toSorted((a, b) => yearsIn(b) - yearsIn(a) || rank(a, b) || b.share - a.share)
      const others = best.filter(({ document }) => document.id !== entry?.document.id).toSorted(rank)
      const also = others.find(({ document }) => document.kind !== entry?.document.kind) ?? others[0]
      return entry ? [{ year, entry, also }] : []
    })
  }
  return []
}
