import type { Derived } from '../../domain/answer.ts'
import { fold } from '../../norwegian/fold.ts'
import { addDecimals, compareDecimals, divideDecimal, formatDecimal } from '../../norwegian/numbers.ts'
import { citeDocument } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { amount, computed, type Difference, differenceOf, paragraphOf, unitOf } from '../figure-draft.ts'
import { type FigureCandidate, figurePool, yearOfFigure } from '../figure-pool.ts'
import { MOST_YEARS, seriesOf, type YearFigure, yearsAsked } from '../figure-series.ts'
import { asksFor, isMeasure } from '../operation.ts'
import { meets, stemSet, type Term } from '../topic.ts'

const THROUGH_YEAR = /gjennom|i løpet av|i løpet|during|through|over the course/u
const WHICH_YEAR =
  /(?<!\p{L})(?:hvilket|kva|which|what|når|when)\s+(?:(?:av|of)\s+(?:de|dei|the)?\s*)?(?:år|årene|åra|years?)(?!\p{L})/u
const inChange = ({ amount, terms, sign }: Difference, { texts }: Inquiry): string => texts.change[sign](amount, terms)

/** From the first day of a year to its last, where one sentence tells of both. */
function throughYear(all: readonly FigureCandidate[], year: number, inquiry: Inquiry): Draft | undefined {
  const isAt = (entry: FigureCandidate, day: string): boolean =>
    entry.fact.period?.from === day && entry.fact.period.to === day
  const first = all.find((entry) => isAt(entry, `${year}-01-01`))
  const last = all.find((entry) => isAt(entry, `${year}-12-31`) && entry.fact.quote === first?.fact.quote)
  const changed = first && last && differenceOf(last, first, inquiry)
  if (!changed) return undefined
  const from = [first, last].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
  return computed(inChange(changed, inquiry), [changed.derived], from, 'figure-through-year')
}

/** The year of the highest or lowest figure, of those asked or of all there are. */
function extremeYear(all: readonly FigureCandidate[], years: readonly number[], inquiry: Inquiry): Draft | undefined {
  const { plan } = inquiry
  const told = [...new Set(all.flatMap(({ fact }) => yearOfFigure(fact) ?? []))]
  const asked = years.length > 1 ? years : told.sort((a, b) => a - b).slice(-MOST_YEARS)
  const series = seriesOf(all, asked, plan)
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

/** Figures of one sentence that each meet a word of their own, added: "på telefon og ved oppmøte til sammen". */
function sumOfParts(all: readonly FigureCandidate[], terms: readonly Term[], inquiry: Inquiry): Draft | undefined {
  const [best] = all
  if (!best) return undefined
  const parts = all.filter(
    ({ fact, document }) =>
      fact.quote === best.fact.quote &&
      document.id === best.document.id &&
      fact.unit === best.fact.unit &&
      fact.scale === best.fact.scale,
  )
  const meant = parts.filter(({ fact }) =>
    terms.some((term) => meets(term, stemSet(fact.measure)) > 0.5 && isTelling(term, parts)),
  )
  return added(meant, [], inquiry)
}

/** A word that tells one part from the others. */
const isTelling = (term: Term, parts: readonly FigureCandidate[]): boolean =>
  parts.filter(({ fact }) => meets(term, stemSet(fact.measure)) > 0.5).length < parts.length

/**
 * A figure of a year, how it changed, the year of the highest, or a sum, from the register.
 * @returns undefined unless the figures measure just what was asked
 */
export function answerFigure(inquiry: Inquiry, terms: readonly Term[]): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const years = yearsAsked(plan)
  const isExtreme = (asksFor('highest', question) || asksFor('lowest', question)) && WHICH_YEAR.test(question)
  const compares =
    years.length > 1 &&
    (asksFor('difference', question) || /(?<!\p{L})(?:fra|frå|from)\b.{0,30}(?<!\p{L})(?:til|to)\b/u.test(question))
  const wantsFigure =
    plan.wanted === 'amount' ||
    plan.wanted === 'percent' ||
    plan.wanted === 'number' ||
    asksFor('sum', question) ||
    /^(?:hva|kva|what)\s+(?:er|var|is|was|må|måtte|betal\p{L}*)(?!\p{L})/u.test(question)
  if (!isExtreme && (years.length === 0 || (!compares && !wantsFigure))) return undefined
  const all = figurePool(inquiry, terms.filter(isMeasure))
  const [year] = years
  if (isExtreme) return extremeYear(all, years, inquiry)
  const isOneYear = years.length === 1 && year !== undefined
  if (years.length > 1 && !compares && !asksFor('average', question) && !asksFor('sum', question)) return undefined
  if (isOneYear && THROUGH_YEAR.test(question) && asksFor('difference', question)) {
    const through = throughYear(all, year, inquiry)
    if (through) return through
  }
  if (isOneYear && asksFor('sum', question)) {
    const ofYear = all.filter(({ fact }) => yearOfFigure(fact) === year)
    const sum = sumOfParts(ofYear, terms, inquiry)
    if (sum) return sum
  }
  const found = seriesOf(all, years, plan)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return undefined
  if (years.length > 1 && asksFor('average', question)) return averageOf(found, inquiry)
  if (years.length > 1 && !compares && asksFor('sum', question) && found.length === years.length)
    return added(
      found.map(({ entry }) => entry),
      found.map(({ year: of }) => String(of)),
      inquiry,
    )
  const paragraphs = found.map(({ year: of, entry, also }) => {
    const paragraph = paragraphOf(entry, String(of), inquiry)
    const second = isOneYear && also ? [citeDocument(also.document, also.fact)] : []
    return { ...paragraph, citations: [...paragraph.citations, ...second] }
  })
  if (!compares) return { outcome: 'answered', paragraphs, derived: [], reason: 'figure' }
  const changed = differenceOf(last.entry, first.entry, inquiry)
  return changed && computed(inChange(changed, inquiry), [changed.derived], paragraphs, 'figure-change')
}
