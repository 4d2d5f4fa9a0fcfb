import type { Derived } from '../../domain/answer.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Told } from '../../domain/register.ts'
import { fold } from '../../norwegian/fold.ts'
import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  formatDecimal,
  subtractDecimals,
} from '../../norwegian/numbers.ts'
import { citeDocument } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { type FigureCandidate, figurePool, worthOf, yearOfFigure } from '../figure-pool.ts'
import { knownNames } from '../known-names.ts'
import { asksFor, isMeasure } from '../operation.ts'
import type { Plan } from '../plan.ts'
import { meets, stemSet, type Term, topicOf } from '../topic.ts'

const YEAR_BEFORE = /året før|året i forvegen|year before|previous year/u
const THROUGH_YEAR = /gjennom|i løpet av|i løpet|during|through|over the course/u
const WHICH_YEAR =
  /(?<!\p{L})(?:hvilket|kva|which|what|når|when)\s+(?:(?:av|of)\s+(?:de|dei|the)?\s*)?(?:år|årene|åra|years?)(?!\p{L})/u
const MOST_YEARS = 8
const SAME_SHARE = 0.01

/** The one figure of a year; undefined when the best ones disagree. */
function ofYear(all: readonly FigureCandidate[], year: number, unit: string | undefined): FigureCandidate | undefined {
  const own = all.filter(({ fact }) => yearOfFigure(fact) === year && fact.unit === unit)
  const best = own.filter(({ share }) => share >= (own[0]?.share ?? 0) - SAME_SHARE)
  if (new Set(best.map(worthOf)).size !== 1) return undefined
  // A year's own report tells of it first, then the minutes that decided it; other reports repeat it.
  const rank = ({ document }: FigureCandidate): number =>
    document.year === year && document.kind === 'report' ? 0 : document.kind === 'minutes' ? 1 : 2
  return best.toSorted((a, b) => rank(a) - rank(b))[0]
}

function amount({ fact }: Told<Figure>, { texts }: Inquiry): string {
  const scale = texts.scale[fact.scale]
  // Other units ("sak") are words of the quote, better read there.
  const unit = fact.unit === 'kr' || fact.unit === '%' ? fact.unit : ''
  return [fact.literal, scale, unit].filter(Boolean).join(' ')
}

function paragraphOf(entry: Told<Figure>, about: string, inquiry: Inquiry): DraftParagraph {
  const { document, fact } = entry
  const named = [about, fact.basis && inquiry.texts.basis[fact.basis]].filter(Boolean).join(', ')
  const what = fact.entity && !fact.measure.includes(fact.entity) ? `${fact.measure}, ${fact.entity}` : fact.measure
  return {
    text: `${what}: ${amount(entry, inquiry)}${named ? ` (${named})` : ''}\n«${fact.quote}»`,
    citations: [citeDocument(document, fact)],
  }
}

/** A number's unit in words: "mill. kr", "prosentpoeng"; nothing where the quote tells it. */
function unitOf({ fact }: Told<Figure>, { texts }: Inquiry): string {
  if (fact.unit === '%') return texts.percentagePoints
  return [texts.scale[fact.scale], fact.unit === 'kr' ? 'kr' : ''].filter(Boolean).join(' ')
}

function change(
  first: Told<Figure>,
  last: Told<Figure>,
  inquiry: Inquiry,
): { text: string; terms: string; derived: Derived } | undefined {
  if (first.fact.unit !== last.fact.unit || first.fact.scale !== last.fact.scale) return undefined
  const { texts, language } = inquiry
  const difference = subtractDecimals(last.fact.decimal, first.fact.decimal)
  const value = formatDecimal(difference.replace('-', ''), language)
  const sign = compareDecimals(difference, '0')
  const amountOfChange = `${value} ${unitOf(last, inquiry)}`.trim()
  const terms = `${last.fact.literal} − ${first.fact.literal}`
  return {
    terms: `${terms} = ${amountOfChange}`,
    text: texts.change[sign](
      `${value} ${unitOf(last, inquiry)}`.trim(),
      `${last.fact.literal} − ${first.fact.literal}`,
    ),
    derived: { value, operation: 'difference', from: [last.fact.literal, first.fact.literal] },
  }
}

/** Every year from the first asked to the last that has a figure; "mot året før" asks for the year before too. */
function yearsAsked({ plan }: Inquiry): number[] {
  const years = [...plan.meeting.years].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return []
  if (years.length === 1) return YEAR_BEFORE.test(fold(plan.question)) ? [first - 1, first] : [first]
  return last - first < MOST_YEARS ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years
}

interface YearFigure {
  readonly year: number
  readonly entry: FigureCandidate
}

/** "hvor mange" counts things, not money; shares only where they are asked for. */
const unitsOf = (all: readonly FigureCandidate[], { wanted, isCount }: Plan): readonly (string | undefined)[] => {
  const units = [...new Set(all.map(({ fact }) => fact.unit))]
  if (wanted === 'percent') return units.filter((unit) => unit === '%')
  if (wanted === 'amount') return units.filter((unit) => unit === 'kr')
  return isCount ? units.filter((unit) => unit !== 'kr' && unit !== '%') : units
}

/** The figures of the asked years in one unit; empty unless the first and the last year have one. */
function seriesOf(all: readonly FigureCandidate[], years: readonly number[], plan: Plan): YearFigure[] {
  for (const unit of unitsOf(all, plan)) {
    const found = years.flatMap((year) => {
      const entry = ofYear(all, year, unit)
      return entry ? [{ year, entry }] : []
    })
    if (found.length > 0 && found[0]?.year === years[0] && found.at(-1)?.year === years.at(-1)) return found
  }
  return []
}

/** A quote that tells of several figures stands once. */
const withoutRepeats = (paragraphs: readonly DraftParagraph[]): DraftParagraph[] =>
  paragraphs.map((paragraph, index) => {
    const quote = paragraph.citations[0]?.quote
    const isRepeated = paragraphs.slice(0, index).some((earlier) => earlier.citations[0]?.quote === quote)
    return isRepeated ? { ...paragraph, text: paragraph.text.split('\n')[0] ?? '' } : paragraph
  })

const computed = (
  text: string,
  derived: readonly Derived[],
  from: readonly DraftParagraph[],
  reason: string,
): Draft => ({
  outcome: 'answered',
  paragraphs: [{ text, citations: from.flatMap(({ citations }) => citations) }, ...withoutRepeats(from)],
  derived,
  reason,
})

/** From the first day of a year to its last, where one sentence tells of both. */
function throughYear(all: readonly FigureCandidate[], year: number, inquiry: Inquiry): Draft | undefined {
  const isAt = (entry: FigureCandidate, day: string): boolean =>
    entry.fact.period?.from === day && entry.fact.period.to === day
  const first = all.find((entry) => isAt(entry, `${year}-01-01`))
  const last = all.find((entry) => isAt(entry, `${year}-12-31`) && entry.fact.quote === first?.fact.quote)
  const changed = first && last && change(first, last, inquiry)
  if (!changed) return undefined
  const from = [first, last].map((entry) => paragraphOf(entry, entry.fact.period?.text ?? '', inquiry))
  return computed(changed.text, [changed.derived], from, 'figure-through-year')
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

/** The mean of the asked years, rounded as the figures are printed. */
function averageOf(series: readonly YearFigure[], inquiry: Inquiry): Draft | undefined {
  const [first] = series
  if (!first || series.length < 2 || series.some(({ entry }) => entry.fact.scale !== first.entry.fact.scale))
    return undefined
  const { language, texts } = inquiry
  const decimals = Math.max(...series.map(({ entry }) => entry.fact.decimal.split('.')[1]?.length ?? 0))
  const sum = series.reduce((so, { entry }) => addDecimals(so, entry.fact.decimal), '0')
  const value = formatDecimal(divideDecimal(sum, String(series.length), decimals), language)
  const literals = series.map(({ entry }) => entry.fact.literal)
  const unit =
    first.entry.fact.unit === '%'
      ? '%'
      : [texts.scale[first.entry.fact.scale], first.entry.fact.unit === 'kr' ? 'kr' : ''].filter(Boolean).join(' ')
  const from = series.map(({ year, entry }) => paragraphOf(entry, String(year), inquiry))
  const text = `(${literals.join(' + ')}) / ${series.length} = ${[value, unit].filter(Boolean).join(' ')}`
  const terms: Derived = { value: String(series.length), operation: 'count', from: [] }
  return computed(text, [{ value, operation: 'average', from: literals }, terms], from, 'figure-average')
}

const THAN =
  /(?<!\p{L})(?:mer|meir|mindre|flere|fleire|færre|høyere|høgare|lavere|lågare|større|more|less|fewer|higher|lower)(?!\p{L}).{1,80}?(?<!\p{L})(?:enn|than)(?!\p{L})/u

/** "Hvor mye mer ble brukt på lønn enn på lisenser i 2023?": two figures of one year, the one less the other. */
function differenceOfTwo(inquiry: Inquiry, year: number): Draft | undefined {
  const { plan, meetings } = inquiry
  const match = THAN.exec(fold(plan.question))
  if (!match) return undefined
  const at = match.index + match[0].length
  const names = knownNames(meetings)
  const [one, other] = [plan.question.slice(0, at), plan.question.slice(at)].map((part) => {
    const terms = topicOf(part, { language: plan.askedIn, wanted: plan.wanted, names }).filter(isMeasure)
    const [found] = seriesOf(figurePool(inquiry, terms), [year], plan)
    return found?.entry
  })
  if (!one || !other || worthOf(one) === worthOf(other)) return undefined
  const changed = change(other, one, inquiry)
  const from = [one, other].map((entry) => paragraphOf(entry, String(year), inquiry))
  return changed && computed(changed.terms, [changed.derived], from, 'figure-difference')
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
  if (meant.length < 2) return undefined
  const value = formatDecimal(
    meant.reduce((sum, { fact }) => addDecimals(sum, fact.decimal), '0'),
    inquiry.language,
  )
  const literals = meant.map(({ fact }) => fact.literal)
  const from = meant.map((entry) => paragraphOf(entry, '', inquiry))
  const text = `${literals.join(' + ')} = ${[value, unitOf(best, inquiry)].filter(Boolean).join(' ')}`
  return computed(text, [{ value, operation: 'sum', from: literals }], from, 'figure-sum')
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
  const years = yearsAsked(inquiry)
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
  if (asksFor('average', question) && years.length > 1) return averageOf(seriesOf(all, years, plan), inquiry)
  const isOneYear = years.length === 1 && year !== undefined
  if (isOneYear && THROUGH_YEAR.test(question) && asksFor('difference', question)) {
    const through = throughYear(all, year, inquiry)
    if (through) return through
  }
  if (isOneYear) {
    const difference = differenceOfTwo(inquiry, year)
    if (difference) return difference
  }
  if (isOneYear && asksFor('sum', question)) {
    const sum = sumOfParts(
      all.filter(({ fact }) => yearOfFigure(fact) === year),
      terms,
      inquiry,
    )
    if (sum) return sum
  }
  if (years.length > 1 && !compares) return undefined
  const found = seriesOf(all, years, plan)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return undefined
  const paragraphs = found.map(({ year: of, entry }) => paragraphOf(entry, String(of), inquiry))
  if (!compares) return { outcome: 'answered', paragraphs, derived: [], reason: 'figure' }
  const changed = change(first.entry, last.entry, inquiry)
  return changed && computed(changed.text, [changed.derived], paragraphs, 'figure-change')
}
