import type { Derived } from '../../domain/answer.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Told } from '../../domain/register.ts'
import { fold } from '../../norwegian/fold.ts'
import { compareDecimals, divideDecimal, formatDecimal, scaledDecimal } from '../../norwegian/numbers.ts'
import { citeDocument } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { computed, differenceOf, paragraphOf } from '../figure-draft.ts'
import { yearOfFigure } from '../figure-pool.ts'
import { meets } from '../meets.ts'
import { matterOf, stemSet, type Term } from '../topic.ts'
import { lessThanAll } from './compute-in-quote.ts'

/** "… til de andre kommunene når Nordbys andel er trukket fra" */
const LESS_ONE =
  /(?<!\p{L})(?:andre|øvrige|other|others)(?!\p{L}).{0,40}(?<!\p{L})(?:når|etter at|after|once|when)\s(\p{Lu}[\p{L}-]+?)(?:s|'s)?\s.{0,40}(?:trukket|trekt|trekkes|trekkast|taken|deducted)(?!\p{L})/u

type Entry = Told<Figure>

/** How well a figure's own name must meet a word that it is chosen by. */
const MIN_MET = 0.55

/** "de andre kommunene enn Nordby", "the municipalities other than Nordby" */
const OTHERS_THAN =
  /(?<!\p{L})(?:andre|øvrige|other|others)(?:\s\p{L}+){0,2}?\s(?:enn|utenom|utanom|unntatt|than|besides|except)\s(?:\p{Ll}+\s)?(\p{Lu}[\p{L}-]+)/u

const isWhole = ({ fact }: Entry): boolean => fact.row === undefined && fact.column === undefined

const ofYears = ({ plan, register, asker }: Inquiry): Entry[] =>
  register
    .figures(asker, {})
    .filter(
      (entry) =>
        isWhole(entry) &&
        (plan.meeting.years.length === 0 || plan.meeting.years.includes(yearOfFigure(entry.fact) ?? 0)),
    )

const share = (part: Entry, whole: Entry, inquiry: Inquiry): Draft => {
  const value = formatDecimal(
    divideDecimal(scaledDecimal(part.fact.decimal, 2), whole.fact.decimal, 1),
    inquiry.language,
  )
  const derived: Derived = { value, operation: 'share', from: [part.fact.literal, whole.fact.literal] }
  const from = [part, whole].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
  return computed(`${part.fact.literal} / ${whole.fact.literal} = ${value} %`, [derived], from, 'share-of-whole')
}

/** "hvor stor andel av sakene", "what percentage of the 27 positions" */
const OF_WHOLE =
  /(?<!\p{L})(?:\p{L}*andel(?:en)?|del|prosent|share|percent(?:age)?|proportion)\s(?:av|of)\s(?:(?:de|dei|alle|the|all|\d+)\s)*((?:\p{L}+\s?){1,2})/u

/**
 * What share of a number another one is, where one document tells both: "17 334 saker", "9 842 gjennom portalen".
 * @returns undefined unless a share is asked for, and just one part has all words of the matter
 */
export function answerShareOfWhole(inquiry: Inquiry, terms: readonly Term[]): Draft | undefined {
  const { plan } = inquiry
  const matter = matterOf(terms)
  const ofWhole = OF_WHOLE.exec(fold(plan.question))?.[1]
  if (plan.wanted !== 'percent' || ofWhole === undefined || matter.length === 0) return undefined
  const named = stemSet(ofWhole)
  const ofAll = matter.filter((term) => meets(term, named) > 0)
  const ofPart = matter.filter((term) => !ofAll.includes(term))
  if (ofPart.length === 0) return undefined
  const figures = ofYears(inquiry).flatMap((entry) => {
    if (entry.fact.unit === '%') return []
    const stems = stemSet(entry.fact.measure)
    return [{ entry, stems, met: matter.filter((term) => meets(term, stems) >= MIN_MET) }]
  })
  const isMeant = (stem: string): boolean =>
    named.has(stem) || matter.some((term) => meets(term, new Set([stem])) >= MIN_MET)
  // The whole is of nothing that was not asked for.
  const wholes = figures.filter(
    ({ stems, met }) =>
      stems.size > 0 &&
      [...stems].every(isMeant) &&
      ofAll.every((term) => met.includes(term)) &&
      !ofPart.some((term) => met.includes(term)),
  )
  const pairs = figures.flatMap((part) => {
    const [largest] = wholes
      .filter(
        ({ entry }) =>
          entry.document.id === part.entry.document.id &&
          (entry.fact.unit === part.entry.fact.unit || entry.fact.passage === part.entry.fact.passage) &&
          ofPart.every((term) => part.met.includes(term)) &&
          compareDecimals(part.entry.fact.decimal, entry.fact.decimal) < 0,
      )
      .toSorted((a, b) => compareDecimals(b.entry.fact.decimal, a.entry.fact.decimal))
    return largest ? [{ part: part.entry, whole: largest.entry }] : []
  })
  const [pair] = pairs
  const isOne = new Set(pairs.map(({ part, whole }) => `${part.fact.decimal}/${whole.fact.decimal}`)).size === 1
  return pair && isOne ? share(pair.part, pair.whole, inquiry) : undefined
}

/**
 * What falls on all but one: the whole less the part of the one that is named.
 * @returns undefined unless that is asked, and one passage tells both
 */
export function answerTheOthers(inquiry: Inquiry): Draft | undefined {
  const { plan, language } = inquiry
  const [, name] = OTHERS_THAN.exec(plan.question) ?? LESS_ONE.exec(plan.question) ?? []
  if (name === undefined) return undefined
  const figures = ofYears(inquiry)
  const isNamed = ({ fact }: Entry): boolean => fold(fact.quote).includes(fold(name))
  const inPassage = (one: Entry, other: Entry): boolean =>
    one.document.id === other.document.id && one.fact.passage === other.fact.passage
  for (const part of figures.filter(isNamed)) {
    if (plan.wanted === 'percent') {
      const [own, another] = figures.filter(
        (entry) =>
          inPassage(part, entry) && entry.fact.unit === '%' && /andel|share|del(?!\p{L})/u.test(entry.fact.measure),
      )
      if (!own || another) continue
      const { text, derived } = lessThanAll([own.fact], language)
      return {
        outcome: 'answered',
        paragraphs: [
          {
            text: `${text}\n«${own.fact.quote}»`,
            citations: [citeDocument(own.document, own.fact), citeDocument(part.document, part.fact)],
          },
        ],
        derived,
        reason: 'all-but-one',
      }
    }
    const [whole, another] = figures.filter(
      (entry) =>
        inPassage(part, entry) &&
        !isNamed(entry) &&
        entry.fact.unit === part.fact.unit &&
        part.fact.unit === 'kr' &&
        entry.fact.basis === part.fact.basis &&
        compareDecimals(entry.fact.decimal, part.fact.decimal) > 0,
    )
    const apart = whole && !another ? differenceOf(whole, part, inquiry) : undefined
    if (!whole || !apart) continue
    return computed(
      `${whole.fact.literal} − ${part.fact.literal} = ${apart.amount}`,
      [{ ...apart.derived, from: [whole.fact.literal, part.fact.literal] }],
      [whole, part].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry)),
      'all-but-one',
    )
  }
  return undefined
}
