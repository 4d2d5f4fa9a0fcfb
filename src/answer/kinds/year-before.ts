import type { Derived } from '../../domain/answer.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { addDecimals, formatDecimal, subtractDecimals } from '../../norwegian/numbers.ts'
import { sentences } from '../../norwegian/sentences.ts'
import { changeTold, type ToldChange } from '../change-told.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { inChange, unitOf } from '../figure-draft.ts'
import { type FigureCandidate, passageOf } from '../figure-pool.ts'
import { unitsOf } from '../figure-series.ts'

/** A sentence that goes on with the number of the one before. */
const GOES_ON = /^(?:Det|Dette|Den|Talet|Tallet|Ei|Ein|En|Altså|It|This|That|An?)(?!\p{L})/u
const MOST_LOOKED_AT = 8

/** A small number in letters is shown in digits. */
const shown = ({ literal, decimal }: ToldChange['number']): string => (/\d/.test(literal) ? literal : decimal)
const inLetters = ({ literal, decimal }: ToldChange['number']): Derived[] =>
  /\d/.test(literal) ? [] : [{ value: decimal, operation: 'count', from: [] }]

interface Told {
  readonly entry: FigureCandidate
  readonly change: ToldChange
  readonly quote: string
}

/** What follows a figure in its sentence, and the next sentence where that goes on with it. */
function behind(entry: FigureCandidate, year: number, inquiry: Inquiry): Told | undefined {
  const passage = passageOf(inquiry, entry)
  if (!passage || entry.fact.row !== undefined) return undefined
  const all = sentences(passage.text)
  const at = all.findIndex(
    ({ text }) => foldSpaces(text).includes(entry.fact.quote) || entry.fact.quote.includes(foldSpaces(text)),
  )
  const own = all[at]
  if (!own?.text.includes(entry.fact.literal)) return undefined
  const next = all[at + 1]
  const end = next && GOES_ON.test(next.text) ? next.end : own.end
  const from = own.start + own.text.indexOf(entry.fact.literal) + entry.fact.literal.length
  const change = changeTold(passage.text.slice(from, end), year)
  const { unit, scale } = entry.fact
  const isAlike =
    change !== undefined &&
    (unit === '%' || unit === 'kr'
      ? change.number.unit?.replace('prosentpoeng', '%') === unit && change.number.scale === scale
      : change.number.unit !== '%' && change.number.unit !== 'kr')
  return change && isAlike ? { entry, change, quote: passage.text.slice(own.start, end) } : undefined
}

/** "133 … en økning på 33" was 100 the year before. */
function before(
  { entry, change }: Told,
  inquiry: Inquiry,
): { readonly text: string; readonly derived: readonly Derived[] } {
  const unit = unitOf(entry, inquiry)
  const { literal, decimal } = entry.fact
  if (change.kind === 'from')
    return { text: [shown(change.number), unit].filter(Boolean).join(' '), derived: inLetters(change.number) }
  const isUp = change.sign === 1
  const value = formatDecimal((isUp ? subtractDecimals : addDecimals)(decimal, change.number.decimal), inquiry.language)
  const text = `${literal} ${isUp ? '−' : '+'} ${shown(change.number)} = ${[value, unit].filter(Boolean).join(' ')}`
  const derived: Derived = { value, operation: isUp ? 'difference' : 'sum', from: [literal, change.number.literal] }
  return { text, derived: [derived, ...inLetters(change.number)] }
}

/** "76,3 % … fra 71,6 % året før": how far they are apart; or the change as it is told. */
function apart(
  { entry, change }: Told,
  inquiry: Inquiry,
): { readonly text: string; readonly derived: readonly Derived[] } {
  const { literal, decimal, unit } = entry.fact
  const points = unit === '%' ? inquiry.texts.percentagePoints : unitOf(entry, inquiry)
  if (change.kind === 'by')
    return { text: [shown(change.number), points].filter(Boolean).join(' '), derived: inLetters(change.number) }
  const difference = subtractDecimals(decimal, change.number.decimal)
  const sign = difference.startsWith('-') ? -1 : 1
  const value = formatDecimal(difference.replace('-', ''), inquiry.language)
  const derived: Derived = { value, operation: 'difference', from: [literal, change.number.literal] }
  const amount = [value, points].filter(Boolean).join(' ')
  const terms = `${literal} − ${shown(change.number)}`
  return { text: inChange({ amount, terms, sign, derived }, inquiry), derived: [derived, ...inLetters(change.number)] }
}

/**
 * A figure of a year that only the year after tells: "133, en økning på 33 fra året før"; and the change between the two.
 * @param all the figures of the year after, best first
 * @param year the year after
 * @returns undefined where the best of them is not set against the year before
 */
export function answerYearBefore(
  all: readonly FigureCandidate[],
  year: number,
  asks: 'value' | 'change',
  inquiry: Inquiry,
): Draft | undefined {
  const units = unitsOf(all, inquiry.plan)
  const [told] = all
    .filter(({ fact }) => units.includes(fact.unit) && fact.period?.to.startsWith(String(year)))
    .slice(0, MOST_LOOKED_AT)
    .flatMap((entry) => behind(entry, year, inquiry) ?? [])
  const passage = told && passageOf(inquiry, told.entry)
  if (!told || !passage) return undefined
  const { text, derived } = asks === 'value' ? before(told, inquiry) : apart(told, inquiry)
  return {
    outcome: 'answered',
    paragraphs: [{ text: `${text}\n«${told.quote}»`, citations: [citePassage(passage, told.quote, null)] }],
    derived,
    reason: 'figure-year-before',
  }
}
