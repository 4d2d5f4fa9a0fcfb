import type { Figure, FigureBasis } from '../domain/figure.ts'
import type { Told } from '../domain/register.ts'
import { monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { scaledDecimal } from '../norwegian/numbers.ts'
import type { Inquiry } from './evidence.ts'
import { type KnownNames, knownNames, placesIn } from './known-names.ts'
import { meets, stemSet, type Term, termWeights } from './topic.ts'

/** How much a word counts that the quote has, or the document's title, and not the figure's own labels. */
const QUOTE_SHARE = 0.9
const TITLE_SHARE = 0.7
/** Share of the matter that a figure's words must meet, and of it its own labels or quote. */
const MIN_SHARE = 0.7
const MIN_OWN_SHARE = 0.35
/** A figure of one municipality, where none was asked about. */
const OF_A_PLACE_LESS = 0.15

/** A figure that may be meant, with how well it meets the matter, 0 to 1. */
export interface FigureCandidate extends Told<Figure> {
  readonly share: number
}

interface FigureStems {
  readonly own: ReadonlySet<string>
  readonly quote: ReadonlySet<string>
  readonly title: ReadonlySet<string>
}

const knownStems = new WeakMap<Figure, FigureStems>()

function stemsOf({ fact, document }: Told<Figure>): FigureStems {
  const before = knownStems.get(fact)
  if (before) return before
  const stems = {
    own: stemSet([fact.measure, fact.unit ?? '', fact.entity ?? '', fact.row ?? '', fact.column ?? ''].join(' ')),
    quote: stemSet(fact.quote),
    title: stemSet(document.title),
  }
  knownStems.set(fact, stems)
  return stems
}

/** The year that a figure is of as a whole, or at the end of; undefined for parts of a year. */
export function yearOfFigure({ period, row }: Figure): number | undefined {
  if (!period || (row !== undefined && monthOf(fold(row)) !== undefined)) return undefined
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)]
  if (from !== to || !period.to.endsWith('-12-31')) return undefined
  return period.from.endsWith('-01-01') || period.from === period.to ? Number(from) : undefined
}

export function basisAsked(question: string): FigureBasis | undefined {
  if (/regnskap|rekneskap|forbruk|brukt|accounts|spent|spending/u.test(question)) return 'accounts'
  if (/budsjett|ramme|budget/u.test(question)) return 'budget'
  if (/prognose|anslag|forecast/u.test(question)) return 'forecast'
  return undefined
}

/** What it is worth, whatever the scale it is printed in. */
export const worthOf = ({ fact }: Told<Figure>): string =>
  `${scaledDecimal(fact.decimal, fact.scale)} ${fact.unit ?? ''}`

/** A PDF's page can be turned to; text without pages comes last. */
const placeRank = ({ document, fact }: Told<Figure>): number =>
  document.format === 'pdf' ? 0 : fact.page !== null ? 1 : 2

const knownPlaces = new WeakMap<Figure, { readonly names: KnownNames; readonly place: string | undefined }>()

/** Figures that measure what is asked, best first; of a place only when it is asked about. */
export function figurePool(inquiry: Inquiry, terms: readonly Term[]): FigureCandidate[] {
  const { asker, register, plan, meetings } = inquiry
  // Years choose the figure; they are no part of what it measures.
  const matter = terms.filter((term) => !/^\d/.test(term.text))
  if (matter.length === 0) return []
  const names = knownNames(meetings)
  const places = placesIn(plan.question, names)
  const basis = basisAsked(fold(plan.question))
  const told = register
    .figures(asker, {})
    .filter(({ fact }) => basis === undefined || fact.basis === undefined || fact.basis === basis)
  const placeOf = ({ fact }: Told<Figure>): string | undefined => {
    const known = knownPlaces.get(fact)
    if (known?.names === names) return known.place
    const [place] = placesIn(`${fact.entity ?? ''} ${fact.row ?? ''}`, names)
    knownPlaces.set(fact, { names, place })
    return place
  }
  const near = told.filter((entry) => {
    const place = placeOf(entry)
    if (place !== undefined && places.length > 0 && !places.includes(place)) return false
    const { own, quote } = stemsOf(entry)
    return matter.some(
      (term) =>
        [...term.stems, ...term.synonyms].some((stem) => own.has(stem) || quote.has(stem)) || meets(term, own) > 0,
    )
  })
  const weights = termWeights(
    matter,
    near.map((entry) => stemsOf(entry).own),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return near
    .flatMap((entry): FigureCandidate[] => {
      const { own, quote, title } = stemsOf(entry)
      const met = matter.map((term) =>
        Math.max(meets(term, own), QUOTE_SHARE * meets(term, quote), TITLE_SHARE * meets(term, title)),
      )
      if (matter.some((term, index) => term.isSpecific && met[index] === 0)) return []
      const shareOf = (met: readonly number[]): number =>
        met.reduce((sum, one, index) => sum + one * (weights[index] ?? 0), 0) / (total || 1)
      if (shareOf(matter.map((term) => meets(term, own))) < MIN_OWN_SHARE) return []
      const share = shareOf(met)
      const less = places.length === 0 && placeOf(entry) !== undefined ? OF_A_PLACE_LESS : 0
      return share >= MIN_SHARE ? [{ ...entry, share: share - less }] : []
    })
    .toSorted((a, b) => b.share - a.share || placeRank(a) - placeRank(b))
}
