import type { Figure, FigureBasis } from '../domain/figure.ts'
import type { PassageKind, StoredPassage } from '../domain/passage.ts'
import type { Told } from '../domain/register.ts'
import { monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { scaledDecimal } from '../norwegian/numbers.ts'
import { tokens } from '../norwegian/tokens.ts'
import type { Inquiry } from './evidence.ts'
import { type KnownNames, knownNames, placesIn } from './known-names.ts'
import { meets } from './meets.ts'
import { PROPOSED } from './operation.ts'
import { stemSet, type Term, termWeights } from './topic.ts'

/** How much a word counts that the quote has, or the document's title, and not the figure's own labels. */
const QUOTE_SHARE = 0.9
const TITLE_SHARE = 0.7
/** The same of a word that stands in its passage or heading; only the best are looked at so closely. */
const CONTEXT_SHARE = 0.8
const MOST_READ_AROUND = 24
/** A "resultat" may be another than the "driftsresultat" that is asked for: no word is met better than so. */
const MAY_BE_OTHER = 0.7
/** Shares of the matter that a figure's words must meet: all of them, and its own labels. */
export interface Least {
  readonly all: number
  readonly own: number
}
const LEAST: Least = { all: 0.7, own: 0.35 }
/** A figure of a municipality, where none was asked about; of somebody else than the question names; or a proposed one. */
const OF_ANOTHER_LESS = 0.35

/** "rammen i Nordby kommune sitt budsjett" is of Nordby, whoever it is for. */
const namesAnother = ({ measure, entity }: Figure, asked: ReadonlySet<string>): boolean =>
  tokens(measure).some(
    ({ text, folded }, index) =>
      index > 0 && /^\p{Lu}\p{Ll}/u.test(text) && !asked.has(folded) && !fold(entity ?? '').includes(folded),
  )

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
  // "det budsjetterte mindreforbruket" was planned, though it is a spending.
  if (/budsjetter(?:t|te)\s\p{L}*forbruk/u.test(question)) return 'budget'
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

/** The passage that a figure stands in. */
export const passageOf = ({ asker, register }: Inquiry, { document, fact }: Told<Figure>): StoredPassage | undefined =>
  register.passagesOf(asker, document.id).find(({ ordinal }) => ordinal === fact.passage)

/** The passage that stands right above one in its document. */
export const passageAbove = (
  { asker, register }: Inquiry,
  { document, ordinal }: StoredPassage,
): StoredPassage | undefined => register.passagesOf(asker, document).find((other) => other.ordinal === ordinal - 1)

/** A table is of the decision or the recommendation that it stands under. */
export function stageOf(inquiry: Inquiry, passage: StoredPassage | undefined): PassageKind | undefined {
  return passage?.kind === 'table' ? passageAbove(inquiry, passage)?.kind : passage?.kind
}

/** How well the passage and its headings tell of each term. */
function toldAround(inquiry: Inquiry, entry: Told<Figure>, matter: readonly Term[]): number[] {
  const passage = passageOf(inquiry, entry)
  const stems = stemSet([...(passage?.headings ?? []), passage?.text ?? ''].join('\n'))
  return matter.map((term) => CONTEXT_SHARE * meets(term, stems))
}

/** "Hvor mye betalte Nordby …", "How much must Nordby pay …" */
const PAYER =
  /(?<!\p{L})(?:betal(?:er|te|ar|a)|paid|pays)\s(\p{Lu}\p{Ll}+)|(?<!\p{L})(?:skal|skulle|må|måtte|vil|har|hadde|did|does|must|will|has)\s(\p{Lu}\p{Ll}+)\s(?:\p{L}+\s)?(?:betal|pay|paid)/u
const payerIn = (question: string): string | undefined => {
  const [, one, other] = PAYER.exec(question) ?? []
  const payer = one ?? other
  return payer === undefined ? undefined : fold(payer)
}

/** What one owner paid stands beside its name, unless the paper is its own: what all paid together is something else. */
const isPaidBy = ({ fact, document }: Told<Figure>, payer: string): boolean =>
  fold([fact.quote, fact.row, fact.column, fact.entity, document.title, document.name].join(' ')).includes(payer)

/** Figures that measure what is asked, best first; of a place only when it is asked about. */
export function figurePool(inquiry: Inquiry, terms: readonly Term[], least: Least = LEAST): FigureCandidate[] {
  const { asker, register, plan, meetings } = inquiry
  // Years choose the figure; they are no part of what it measures.
  const matter = terms.filter((term) => !/^\d/.test(term.text))
  if (matter.length === 0) return []
  const names = knownNames(meetings)
  const places = placesIn(plan.question, names)
  const asked = new Set(tokens(plan.question).flatMap(({ folded }) => [folded, folded.replace(/s$/u, '')]))
  const question = fold(plan.question)
  const basis = basisAsked(question)
  const ofBasis = register
    .figures(asker, {})
    .filter(({ fact }) => basis === undefined || fact.basis === undefined || fact.basis === basis)
  const placeOf = ({ fact }: Told<Figure>): string | undefined => {
    const known = knownPlaces.get(fact)
    if (known?.names === names) return known.place
    const [place] = placesIn(`${fact.entity ?? ''} ${fact.row ?? ''}`, names)
    knownPlaces.set(fact, { names, place })
    return place
  }
  const payer = payerIn(plan.question)
  const near = ofBasis.filter((entry) => {
    if (payer !== undefined && !isPaidBy(entry, payer)) return false
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
  const shareOf = (met: readonly number[], of: (index: number) => boolean = () => true): number => {
    const total = weights.reduce((sum, weight, index) => sum + (of(index) ? weight : 0), 0)
    return met.reduce((sum, one, index) => sum + (of(index) ? one * (weights[index] ?? 0) : 0), 0) / (total || 1)
  }
  const all = near.map((entry) => {
    const { own, quote, title } = stemsOf(entry)
    const ownMet = matter.map((term) => meets(term, own))
    const titleMet = matter.map((term) => meets(term, title))
    const met = matter.map((term, index) =>
      Math.max(
        ownMet[index] ?? 0,
        QUOTE_SHARE * meets(term, quote),
        (term.isSpecific ? 1 : TITLE_SHARE) * (titleMet[index] ?? 0),
      ),
    )
    // Whom a report is of need not be said again: "Nordby brannvern" is of no fire.
    const isOfTitle = titleMet.every((share) => share > 0)
    const isOwn = (index: number): boolean =>
      titleMet[index] === 0 || (isOfTitle && matter[index]?.isSpecific === false)
    return { entry, met, own: shareOf(ownMet, isOwn), share: shareOf(met) }
  })
  const { years } = plan.meeting
  // The year before an asked one may be what it is compared with.
  const isNearYears = ({ period }: Figure): boolean =>
    years.length === 0 ||
    period === undefined ||
    (Number(period.to.slice(0, 4)) >= Math.min(...years) - 1 && Number(period.from.slice(0, 4)) <= Math.max(...years))
  let read = 0
  return all
    .filter(({ own }) => own >= least.own)
    .toSorted((a, b) => b.share - a.share)
    .flatMap(({ entry, met, share }): FigureCandidate[] => {
      const isReadAround = share < least.all && isNearYears(entry.fact) && read < MOST_READ_AROUND
      if (isReadAround) read += 1
      const around = isReadAround ? toldAround(inquiry, entry, matter) : met
      const told = met.map((one, at) => Math.max(one, around[at] ?? 0))
      if (matter.some((term, at) => term.isSpecific && told[at] === 0)) return []
      if (matter.every((term, at) => term.isSpecific || (told[at] ?? 0) <= MAY_BE_OTHER)) return []
      const isOfPlace = places.length === 0 && placeOf(entry) !== undefined
      const isProposed = !PROPOSED.test(question) && PROPOSED.test(fold(entry.fact.measure))
      const less = isOfPlace || isProposed || namesAnother(entry.fact, asked) ? OF_ANOTHER_LESS : 0
      return shareOf(told) >= least.all ? [{ ...entry, share: shareOf(told) - less }] : []
    })
    .toSorted((a, b) => b.share - a.share || placeRank(a) - placeRank(b))
}
