import type { Figure } from '../../domain/figure.ts'
import type { Told } from '../../domain/register.ts'
import { fold } from '../../norwegian/fold.ts'
import { addDecimals, compareDecimals, formatDecimal } from '../../norwegian/numbers.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { unitOf } from '../figure-draft.ts'
import { citationOf, groupsOf, isSum } from '../figure-groups.ts'
import { type FigureCandidate, figurePool } from '../figure-pool.ts'
import { knownNames } from '../known-names.ts'
import { isMeasure } from '../operation.ts'
import { topicOf } from '../topic.ts'

const ASKS =
  /(?<!\p{L})(?:stemmer|stemme|stemde|går\s+(?:det|regnestykket|reknestykket|summen|tallene|tala|delene|delane)\s(?:.{0,40}\s)?opp|summer\p{L}*|blir\s.*(?:til sammen|til saman|100)|overens|add(?:s)?\s+up|agree\p{L}*|tall(?:y|ies)|match\p{L}*)(?!\p{L})/u
/** Words of the checking itself, and of who has the parts. */
const OF_CHECK =
  /^(?:stem|går|sum|total|tall|tal|tabell|regnestykk|reknestykk|opp|overens|add|agree|match|avdeling|kommun|del|part|department|municipalit)/u
const OF_WHOLE = /(?<!\p{L})(?:hvorav|derav|herav|of which)(?!\p{L})/iu
const HUNDRED = '100'
const LEAST = { own: 0.15, all: 0.4 }

interface Whole {
  readonly total: Told<Figure>
  readonly parts: readonly Told<Figure>[]
}

const isBeside = (one: Told<Figure>, other: Told<Figure>): boolean =>
  one.document.id === other.document.id &&
  one.fact.passage === other.fact.passage &&
  one.fact.column === other.fact.column &&
  one.fact.unit === other.fact.unit

/** The lead of the list, or the row of sums, that the parts stand below. */
function totalOf(parts: readonly FigureCandidate[], all: readonly Told<Figure>[]): Told<Figure> | undefined {
  const [first] = parts
  return all.find(
    (entry) =>
      first !== undefined &&
      isBeside(entry, first) &&
      entry.fact.period?.from === first.fact.period?.from &&
      (entry.fact.row === undefined ? entry.fact.quote.endsWith(':') : isSum(entry.fact.row)),
  )
}

/** "1201 saker, hvorav 283 … og 916 …" */
function withinSentence(candidates: readonly FigureCandidate[], all: readonly Told<Figure>[]): Whole[] {
  const best = candidates.find(({ fact }) => fact.row === undefined && OF_WHOLE.test(fact.quote))
  if (!best) return []
  const { document, fact } = best
  const [total, ...parts] = all.filter((entry) => entry.document.id === document.id && entry.fact.quote === fact.quote)
  return total && parts.length > 1 ? [{ total, parts }] : []
}

/**
 * Whether a stated total agrees with its parts, with the parts added up.
 * @returns undefined unless that is asked, and a total stands with its parts
 */
export function answerAddsUp(inquiry: Inquiry): Draft | undefined {
  const { plan, meetings, register, asker, language, texts } = inquiry
  if (!ASKS.test(fold(plan.question))) return undefined
  const matter = topicOf(plan.question, { language: plan.askedIn, names: knownNames(meetings) }).filter(
    (term) => isMeasure(term) && !OF_CHECK.test(term.folded),
  )
  const { years } = plan.meeting
  const isOfYear = ({ fact }: Told<Figure>): boolean =>
    years.length === 0 || fact.period === undefined || years.includes(Number(fact.period.to.slice(0, 4)))
  const candidates = figurePool(inquiry, matter, LEAST).filter(isOfYear)
  const all = register.figures(asker, {})
  const wholes = groupsOf(candidates, inquiry).flatMap(({ entries }): Whole[] => {
    const total = entries.length > 1 ? totalOf(entries, all) : undefined
    return total ? [{ total, parts: entries }] : []
  })
  const asksShares = /%|prosent|per ?cent|100/u.test(plan.question)
  const whole =
    wholes.find(({ total }) => asksShares && total.fact.unit === '%') ?? wholes[0] ?? withinSentence(candidates, all)[0]
  if (!whole) return undefined
  const { total, parts } = whole
  const stated = total.fact.unit === '%' && asksShares ? HUNDRED : total.fact.literal
  const decimal = parts.reduce((so, { fact }) => addDecimals(so, fact.decimal), '0')
  const value = formatDecimal(decimal, language)
  const from = parts.map(({ fact }) => fact.literal)
  const terms = [`${from.join(' + ')} = ${value}`, unitOf(total, inquiry)].filter(Boolean).join(' ')
  const isRight = compareDecimals(decimal, stated === HUNDRED ? HUNDRED : total.fact.decimal) === 0
  const citation = citationOf([...parts, total], inquiry)
  if (!citation) return undefined
  const text = isRight ? texts.addsUp(terms) : texts.doesNotAddUp(terms, stated)
  return {
    outcome: 'answered',
    paragraphs: [{ text: `${text}\n«${citation.quote}»`, citations: [citation] }],
    derived: [
      { value, operation: 'sum', from },
      { value: HUNDRED, operation: 'count', from: [] },
    ],
    reason: 'adds-up',
  }
}
