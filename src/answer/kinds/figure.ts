import type { Derived } from '../../domain/answer.ts'
import { fold } from '../../norwegian/fold.ts'
import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  formatDecimal,
  scaledDecimal,
  subtractDecimals,
} from '../../norwegian/numbers.ts'
import { countedIn } from '../asked.ts'
import { citeDocument } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { amount, computed, differenceOf, inChange, paragraphOf, unitOf } from '../figure-draft.ts'
import { type FigureCandidate, figurePool, yearOfFigure } from '../figure-pool.ts'
import { disagreeing, MOST_YEARS, seriesOf, type YearFigure, yearsAsked } from '../figure-series.ts'
import { meets } from '../meets.ts'
import { asksFor, isMeasure } from '../operation.ts'
import { matterOf, stemSet, type Term } from '../topic.ts'
import { answerYearBefore } from './year-before.ts'

const FROM_TO = /(?<!\p{L})(?:fra|frå|from)(?!\p{L}).{0,30}(?<!\p{L})(?:til|to)(?!\p{L})/u
const WHAT_IS = /^(?:hva|kva|what)\s+(?:er|var|is|was|må|måtte|betal\p{L}*)(?!\p{L})/u
const SET_AGAINST = /(?<!\p{L})(?:enn|than)(?!\p{L})/u
/** "Er styret og årsrapporten enige om …?": who tells it is no part of what is measured. */
const AGREES = /(?<!\p{L})(?:enige?|einige?|usamd\p{L}*|samde|uenige?|samme|same|agree|stemmer)(?!\p{L})/u
const SOURCE =
  /styre|råd|utval|rapport|referat|protokoll|møtebok|enig|einig|samd|agree|samme|same|stemme|minutes|board/u
const HUNDRED = '100'
/** A part need meet only its own word of those that the question names. */
const OF_PARTS = { all: 0.6, own: 0.15 }
const WHICH_YEAR =
  /(?<!\p{L})(?:hvilket|kva|which|what|når|when)\s+(?:(?:av|of)\s+(?:de|dei|the)?\s*)?(?:år|årene|åra|years?)(?!\p{L})|^(?:når|when)\s+(?:var|er|hadde|was|were|had)(?!\p{L})/u

/** From the first day of a year to its last. */
function throughYear(all: readonly FigureCandidate[], year: number, inquiry: Inquiry): Draft | undefined {
  const isAt = (entry: FigureCandidate, day: string): boolean =>
    entry.fact.period?.from === day && entry.fact.period.to === day
  const first = all.find((entry) => isAt(entry, `${year}-01-01`))
  const last = all.find(
    (entry) => isAt(entry, `${year}-12-31`) && fold(entry.fact.measure) === fold(first?.fact.measure ?? ''),
  )
  const changed = first && last && differenceOf(last, first, inquiry)
  if (!changed) return undefined
  const from = [first, last].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
  return computed(inChange(changed, inquiry), [changed.derived], from, 'figure-through-year')
}

/** The year of the highest or lowest figure, of those asked or of all there are. */
function extremeYear(all: readonly FigureCandidate[], years: readonly number[], inquiry: Inquiry): Draft | undefined {
  const { plan } = inquiry
  const told = [...new Set(all.flatMap(({ fact }) => yearOfFigure(fact) ?? []))].sort((a, b) => a - b)
  const each = told.slice(-MOST_YEARS).flatMap((year) => seriesOf(all, [year], plan))
  const unit = each[0]?.entry.fact.unit
  const series = years.length > 1 ? seriesOf(all, years, plan) : each.filter(({ entry }) => entry.fact.unit === unit)
  if (series.length < 2) return undefined
  const sign = asksFor('highest', fold(plan.question)) ? 1 : -1
  const best = series.reduce((kept, one) =>
    compareDecimals(one.entry.fact.decimal, kept.entry.fact.decimal) * sign > 0 ? one : kept,
  )
  const from = series.map(({ year, entry }) => paragraphOf(entry, String(year), inquiry))
  return computed(`${best.year}: ${amount(best.entry, inquiry)}`, [], from, 'figure-extreme-year')
}

const sumOf = (entries: readonly FigureCandidate[]): string =>
  entries.reduce((so, { fact }) => addDecimals(so, fact.decimal), '0')

/** Figures of one unit, added up, with the terms shown. */
function added(entries: readonly FigureCandidate[], about: readonly string[], inquiry: Inquiry): Draft | undefined {
  const [first] = entries
  if (!first || entries.length < 2) return undefined
  if (entries.some(({ fact }) => fact.unit !== first.fact.unit || fact.scale !== first.fact.scale)) return undefined
  const value = formatDecimal(sumOf(entries), inquiry.language)
  const literals = entries.map(({ fact }) => fact.literal)
  const from = entries.map((entry, index) => paragraphOf(entry, about[index] ?? '', inquiry))
  const text = `${literals.join(' + ')} = ${[value, unitOf(first, inquiry)].filter(Boolean).join(' ')}`
  return computed(text, [{ value, operation: 'sum', from: literals }], from, 'figure-sum')
}

/** The mean of the asked years, rounded as the figures are printed. */
function averageOf(series: readonly YearFigure[], inquiry: Inquiry): Draft | undefined {
  const entries = series.map(({ entry }) => entry)
  const [first] = entries
  if (!first || entries.length < 2 || entries.some(({ fact }) => fact.scale !== first.fact.scale)) return undefined
  const decimals = Math.max(...entries.map(({ fact }) => fact.decimal.split('.')[1]?.length ?? 0))
  const number = String(entries.length)
  const value = formatDecimal(divideDecimal(sumOf(entries), number, decimals), inquiry.language)
  const literals = entries.map(({ fact }) => fact.literal)
  const from = series.map(({ year, entry }) => paragraphOf(entry, String(year), inquiry))
  const text = `(${literals.join(' + ')}) / ${number} = ${[value, unitOf(first, inquiry)].filter(Boolean).join(' ')}`
  const terms: Derived = { value: number, operation: 'count', from: [] }
  return computed(text, [{ value, operation: 'average', from: literals }, terms], from, 'figure-average')
}

/** Figures of one passage that each meet a word of their own, added: "på telefon og ved oppmøte til sammen". */
function sumOfParts(year: number, terms: readonly Term[], inquiry: Inquiry): Draft | undefined {
  const all = figurePool(inquiry, terms.filter(isMeasure), OF_PARTS).filter(({ fact }) => yearOfFigure(fact) === year)
  const [best] = all
  if (!best) return undefined
  const parts = all.filter(
    ({ fact, document }) =>
      fact.passage === best.fact.passage && document.id === best.document.id && fact.unit === best.fact.unit,
  )
  const meant = parts.filter(({ fact }) =>
    terms.some((term) => meets(term, stemSet(fact.measure)) > 0.5 && isTelling(term, parts)),
  )
  return added(meant, [], inquiry)
}

/** A word that tells one part from the others. */
const isTelling = (term: Term, parts: readonly FigureCandidate[]): boolean =>
  parts.filter(({ fact }) => meets(term, stemSet(fact.measure)) > 0.5).length < parts.length

/** What of a whole a figure leaves: "ikke på telefon", of all that came; "ikke besvart", of a hundred per cent. */
function restOf(entry: FigureCandidate, inquiry: Inquiry): Draft | undefined {
  const { document, fact } = entry
  if (fact.unit === '%') {
    const value = formatDecimal(subtractDecimals(HUNDRED, fact.decimal), inquiry.language)
    const derived: Derived[] = [
      { value, operation: 'difference', from: [fact.literal] },
      { value: HUNDRED, operation: 'count', from: [] },
    ]
    return computed(
      `${HUNDRED} − ${fact.literal} = ${value} %`,
      derived,
      [paragraphOf(entry, '', inquiry)],
      'figure-rest',
    )
  }
  const own = stemSet(fact.measure)
  const whole = inquiry.register
    .figures(inquiry.asker, {})
    .find(
      (other) =>
        other.document.id === document.id &&
        other.fact.passage === fact.passage &&
        other.fact.unit === fact.unit &&
        compareDecimals(other.fact.decimal, fact.decimal) > 0 &&
        [...stemSet(other.fact.measure)].every((stem) => own.has(stem)),
    )
  const rest = whole && differenceOf(whole, entry, inquiry)
  if (!whole || !rest) return undefined
  const from = [whole, entry].map((one) => paragraphOf(one, '', inquiry))
  return computed(`${rest.terms} = ${rest.amount}`, [rest.derived], from, 'figure-rest')
}

/** Whether a figure tells of every thing that is to be added, so that it is the sum already. */
function isWhole({ document, fact }: FigureCandidate, terms: readonly Term[]): boolean {
  const told = stemSet([fact.measure, fact.entity, fact.row, fact.column, fact.quote, document.title].join(' '))
  return matterOf(terms)
    .filter(isMeasure)
    .every((term) => meets(term, told) > 0)
}

/** Two documents that tell one thing otherwise: the reader is told both. */
function disagreement(one: FigureCandidate, other: FigureCandidate, inquiry: Inquiry): Draft {
  const about = [one.fact.measure, one.fact.period?.text].filter(Boolean).join(', ')
  const from = [one, other].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
  const [amounts, files] = [
    [one, other].map((entry) => amount(entry, inquiry)),
    [one, other].map((entry) => entry.document.name),
  ]
  const text = inquiry.texts.disagreement(about, amounts[0] ?? '', files[0] ?? '', amounts[1] ?? '', files[1] ?? '')
  return computed(text, [], from, 'figure-disagreement')
}

function ofOneYear(
  all: readonly FigureCandidate[],
  year: number,
  terms: readonly Term[],
  inquiry: Inquiry,
): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const through = asksFor('difference', question) ? throughYear(all, year, inquiry) : undefined
  if (through) return through
  const sum = asksFor('sum', question) ? sumOfParts(year, terms, inquiry) : undefined
  if (sum) return sum
  const [one, other] = disagreeing(all, year, plan)
  if (one && other) return disagreement(one, other, inquiry)
  const [found] = seriesOf(all, [year], plan)
  // What it is more than, no figure told; and one owner's is not what each has.
  if (!found || SET_AGAINST.test(question) || asksFor('each', question)) return undefined
  if (asksFor('none', question)) return restOf(found.entry, inquiry)
  if (asksFor('sum', question) && !isWhole(found.entry, terms)) return undefined
  const paragraph = paragraphOf(found.entry, String(year), inquiry)
  const also = found.also ? [citeDocument(found.also.document, found.also.fact)] : []
  return {
    outcome: 'answered',
    paragraphs: [{ ...paragraph, citations: [...paragraph.citations, ...also] }],
    derived: [],
    reason: 'figure',
  }
}

/** "hvor mange prosent økte …": the change as a share of what it was. */
function inPercent(first: FigureCandidate, last: FigureCandidate, { language }: Inquiry): Derived | undefined {
  if (first.fact.unit === '%' || compareDecimals(first.fact.decimal, '0') <= 0) return undefined
  const change = subtractDecimals(last.fact.decimal, first.fact.decimal).replace('-', '')
  const value = formatDecimal(divideDecimal(scaledDecimal(change, 2), first.fact.decimal, 1), language)
  return { value, operation: 'share', from: [last.fact.literal, first.fact.literal] }
}

function ofYears(all: readonly FigureCandidate[], years: readonly number[], inquiry: Inquiry): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const compares = asksFor('difference', question) || FROM_TO.test(question)
  const asked = seriesOf(all, years, plan)
  const isShareOfChange = asked.length === 0 && compares && plan.wanted === 'percent'
  const found = isShareOfChange ? seriesOf(all, years, { ...plan, wanted: 'any' }) : asked
  const [first, last] = [found[0]?.entry, found.at(-1)?.entry]
  if (!first || !last || found.length < 2) return undefined
  if (asksFor('average', question)) return averageOf(found, inquiry)
  if (compares) {
    const changed = differenceOf(last, first, inquiry)
    const percent = isShareOfChange ? inPercent(first, last, inquiry) : undefined
    if (!changed || (isShareOfChange && !percent)) return undefined
    const from = found.map(({ year, entry }) => paragraphOf(entry, String(year), inquiry))
    const text = [inChange(changed, inquiry), percent && `${percent.value} %.`].filter(Boolean).join(' ')
    return computed(text, [changed.derived, ...(percent ? [percent] : [])], from, 'figure-change')
  }
  if (!asksFor('sum', question) || found.length < years.length) return undefined
  return added(
    found.map(({ entry }) => entry),
    found.map(({ year }) => String(year)),
    inquiry,
  )
}

/** One figure is asked for, and nothing is to be computed of it. */
const isOfOne = (question: string): boolean =>
  !(['difference', 'sum', 'none', 'rest', 'each', 'average'] as const).some((operation) => asksFor(operation, question))

/** Whether the figure's own words tell of a thing: "betalende medlemmer" are no other members. */
const isOf = (thing: Term, { fact }: FigureCandidate): boolean =>
  meets(thing, stemSet([fact.measure, fact.unit, fact.row, fact.column, fact.entity, fact.quote].join(' '))) > 0

/**
 * A figure of a year, how it changed, the year of the highest, or a sum, from the register.
 * @returns undefined unless the figures measure just what was asked
 */
export function answerFigure(inquiry: Inquiry, terms: readonly Term[]): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const years = yearsAsked(plan)
  const [year] = years
  const isExtreme = (asksFor('highest', question) || asksFor('lowest', question)) && WHICH_YEAR.test(question)
  const wantsFigure =
    plan.wanted === 'amount' ||
    plan.wanted === 'percent' ||
    plan.wanted === 'number' ||
    asksFor('sum', question) ||
    WHAT_IS.test(question)
  if (!isExtreme && (year === undefined || (years.length === 1 && !wantsFigure))) return undefined
  const isOfSources = AGREES.test(question)
  const matter = terms.filter((term) => isMeasure(term) && !(isOfSources && SOURCE.test(term.folded)))
  const counted = plan.isCount ? countedIn(plan.question, matter) : undefined
  const all = figurePool(inquiry, matter).filter((entry) => counted === undefined || isOf(counted, entry))
  if (isExtreme || year === undefined) return extremeYear(all, years, inquiry)
  const [, next = year + 1] = years
  const ofNext = { ...inquiry, plan: { ...plan, meeting: { ...plan.meeting, years: [next] } } }
  const fromNext = (asks: 'value' | 'change'): Draft | undefined =>
    answerYearBefore(figurePool(ofNext, matter), next, asks, inquiry)
  if (years.length > 1)
    return (
      ofYears(all, years, inquiry) ??
      (asksFor('difference', question) && next === year + 1 && years.length === 2 ? fromNext('change') : undefined)
    )
  return ofOneYear(all, year, terms, inquiry) ?? (isOfOne(question) ? fromNext('value') : undefined)
}
