import type { Derived } from '../../domain/answer.ts'
import type { Figure, FigureBasis } from '../../domain/figure.ts'
import type { Told } from '../../domain/register.ts'
import { fold } from '../../norwegian/fold.ts'
import { compareDecimals, formatDecimal, scaledDecimal, subtractDecimals } from '../../norwegian/numbers.ts'
import { citeDocument } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import type { Wanted } from '../plan.ts'
import { coverage, meets, stemSet, type Term, termWeights } from '../topic.ts'

/** Words that ask for a change between two times, and are no matter. */
const COMPARES =
  /(?<!\p{L})(?:økt[e]?|øke[rs]?|økning\p{L}*|auk\p{L}*|stig\p{L}*|steg|sank|gikk (?:opp|ned)|gjekk (?:opp|ned)|endr\p{L}*|utvikl\p{L}*|sammenlign\p{L}*|samanlikn\p{L}*|forskjell\p{L}*|skilnad\p{L}*|reduser\p{L}*|nedgang\p{L}*|mot året før|enn i|increase[ds]?|decrease[ds]?|change[ds]?|compared|difference|rise|fall)(?!\p{L})/u
/** Share of the matter that a figure's own words must meet: what it measures, whose it is, where it stands. */
const MIN_COVERAGE = 0.7
const MOST_YEARS = 8

interface Candidate extends Told<Figure> {
  readonly share: number
}

const yearOf = ({ fact }: Told<Figure>): number | undefined => {
  const { period } = fact
  if (!period) return undefined
  const [from, to] = [period.from.slice(0, 4), period.to.slice(0, 4)]
  return from === to && period.from.endsWith('-01-01') && period.to.endsWith('-12-31') ? Number(from) : undefined
}

function basisAsked(question: string): FigureBasis | undefined {
  if (/regnskap|rekneskap|forbruk|brukt|accounts|spent|spending/u.test(question)) return 'accounts'
  if (/budsjett|ramme|budget/u.test(question)) return 'budget'
  if (/prognose|anslag|forecast/u.test(question)) return 'forecast'
  return undefined
}

const worth = ({ fact }: Told<Figure>): string => `${scaledDecimal(fact.decimal, fact.scale)} ${fact.unit ?? ''}`

const knownStems = new WeakMap<Figure, ReadonlySet<string>>()

/** What it measures, whose it is, and where it stands. */
function stemsOf({ fact, document }: Told<Figure>): ReadonlySet<string> {
  const before = knownStems.get(fact)
  if (before) return before
  const stems = stemSet([fact.measure, fact.entity ?? '', fact.row ?? '', fact.column ?? '', document.title].join(' '))
  knownStems.set(fact, stems)
  return stems
}

/** A PDF's page can be turned to; text without pages comes last. */
const placeRank = ({ document, fact }: Told<Figure>): number =>
  document.format === 'pdf' ? 0 : fact.page !== null ? 1 : 2

/** Figures of whole years that measure what is asked, best first. */
function candidates(inquiry: Inquiry, terms: readonly Term[]): Candidate[] {
  const { asker, register, plan } = inquiry
  // Years choose the figure; they are no part of what it measures.
  const matter = terms.filter((term) => !/^\d/.test(term.text))
  if (matter.length === 0) return []
  const told = register.figures(asker, {}).filter((entry) => yearOf(entry) !== undefined)
  const basis = basisAsked(fold(plan.question))
  const pool = told.filter(({ fact }) => basis === undefined || fact.basis === undefined || fact.basis === basis)
  const own = pool.map(stemsOf)
  const weights = termWeights(matter, own)
  return pool
    .map((entry, index) => ({ ...entry, stems: own[index] ?? new Set<string>() }))
    .filter(({ stems }) => matter.every((term) => !term.isSpecific || meets(term, stems) > 0))
    .map(({ stems, ...entry }) => ({ ...entry, share: coverage(matter, weights, stems) }))
    .filter(({ share }) => share >= MIN_COVERAGE)
    .toSorted((a, b) => b.share - a.share || placeRank(a) - placeRank(b))
}

/** The one figure of a year; undefined when the best ones disagree. */
function ofYear(all: readonly Candidate[], year: number, unit: string | undefined): Candidate | undefined {
  const own = all.filter((entry) => yearOf(entry) === year && entry.fact.unit === unit)
  const best = own.filter(({ share }) => share >= (own[0]?.share ?? 0) - 0.01)
  if (new Set(best.map(worth)).size !== 1) return undefined
  // A year's own report tells of it first, then the minutes that decided it; other reports repeat it.
  const rank = ({ document }: Candidate): number =>
    document.year === year && document.kind === 'report' ? 0 : document.kind === 'minutes' ? 1 : 2
  return best.toSorted((a, b) => rank(a) - rank(b))[0]
}

function amount({ fact }: Told<Figure>, { texts }: Inquiry): string {
  const scale = texts.scale[fact.scale]
  // Other units ("sak") are words of the quote, better read there.
  const unit = fact.unit === 'kr' || fact.unit === '%' ? fact.unit : ''
  return [fact.literal, scale, unit].filter(Boolean).join(' ')
}

function paragraphOf(entry: Told<Figure>, year: number, inquiry: Inquiry): DraftParagraph {
  const { document, fact } = entry
  const about = [String(year), fact.basis && inquiry.texts.basis[fact.basis]].filter(Boolean).join(', ')
  return {
    text: `${fact.measure}: ${amount(entry, inquiry)} (${about})\n«${fact.quote}»`,
    citations: [citeDocument(document, fact)],
  }
}

function change(
  first: Told<Figure>,
  last: Told<Figure>,
  inquiry: Inquiry,
): { text: string; derived: Derived } | undefined {
  if (first.fact.unit !== last.fact.unit || first.fact.scale !== last.fact.scale) return undefined
  const { texts, language } = inquiry
  const difference = subtractDecimals(last.fact.decimal, first.fact.decimal)
  const value = formatDecimal(difference.replace('-', ''), language)
  const unit =
    last.fact.unit === '%'
      ? texts.percentagePoints
      : [texts.scale[last.fact.scale], last.fact.unit].filter(Boolean).join(' ')
  const sign = compareDecimals(difference, '0')
  return {
    text: texts.change[sign](`${value} ${unit}`.trim(), `${last.fact.literal} − ${first.fact.literal}`),
    derived: { value, operation: 'difference', from: [last.fact.literal, first.fact.literal] },
  }
}

/** Every year from the first asked to the last that has a figure; "mot året før" asks for the year before too. */
function yearsAsked({ plan }: Inquiry): number[] {
  const years = [...plan.meeting.years].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  if (first === undefined || last === undefined) return []
  if (years.length === 1)
    return /året før|året i forvegen|year before|previous year/u.test(fold(plan.question))
      ? [first - 1, first]
      : [first]
  return last - first < MOST_YEARS ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : years
}

interface YearFigure {
  readonly year: number
  readonly entry: Candidate
}

/** The figures of the asked years in one unit; empty unless the first and the last year have one. */
function seriesOf(all: readonly Candidate[], years: readonly number[], wanted: Wanted): YearFigure[] {
  const units = [...new Set(all.map(({ fact }) => fact.unit))]
  const meant = units.filter((unit) =>
    wanted === 'percent' ? unit === '%' : wanted === 'amount' ? unit === 'kr' : true,
  )
  for (const unit of meant) {
    const found = years.flatMap((year) => {
      const entry = ofYear(all, year, unit)
      return entry ? [{ year, entry }] : []
    })
    if (found.length > 0 && found[0]?.year === years[0] && found.at(-1)?.year === years.at(-1)) return found
  }
  return []
}

/**
 * A figure of a year, or how it changed over years, from the register.
 * @returns undefined unless each year has one value that measures just what was asked
 */
export function answerFigure(inquiry: Inquiry, terms: readonly Term[]): Draft | undefined {
  const { plan } = inquiry
  const question = fold(plan.question)
  const years = yearsAsked(inquiry)
  const compares =
    years.length > 1 &&
    (COMPARES.test(question) || /(?<!\p{L})(?:fra|frå|from)\b.{0,30}(?<!\p{L})(?:til|to)\b/u.test(question))
  const wantsFigure =
    plan.wanted === 'amount' ||
    plan.wanted === 'percent' ||
    plan.wanted === 'number' ||
    /^(?:hva|kva|what)\s+(?:er|var|is|was)\b/u.test(question)
  if (years.length === 0 || (!compares && (!wantsFigure || years.length > 1))) return undefined
  const all = candidates(
    inquiry,
    terms.filter((term) => !COMPARES.test(term.folded)),
  )
  const found = seriesOf(all, years, plan.wanted)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return undefined
  const paragraphs = found.map(({ year, entry }) => paragraphOf(entry, year, inquiry))
  if (!compares) return { outcome: 'answered', paragraphs, derived: [], reason: 'figure' }
  const changed = change(first.entry, last.entry, inquiry)
  if (!changed) return undefined
  // A quote that tells of several years stands once.
  const shown = paragraphs.map((paragraph, index) => {
    const quote = paragraph.citations[0]?.quote
    const isRepeated = paragraphs.slice(0, index).some((earlier) => earlier.citations[0]?.quote === quote)
    return isRepeated ? { ...paragraph, text: paragraph.text.split('\n')[0] ?? '' } : paragraph
  })
  return {
    outcome: 'answered',
    paragraphs: [{ text: changed.text, citations: paragraphs.flatMap(({ citations }) => citations) }, ...shown],
    derived: [changed.derived],
    reason: 'figure-change',
  }
}
