import type { Derived } from '../domain/answer.ts'
import type { Figure } from '../domain/figure.ts'
import type { Told } from '../domain/register.ts'
import { compareDecimals, formatDecimal, subtractDecimals } from '../norwegian/numbers.ts'
import { citeDocument } from './citations.ts'
import type { Draft, DraftParagraph } from './draft.ts'
import type { Inquiry } from './evidence.ts'

export function amount({ fact }: Told<Figure>, { texts }: Inquiry): string {
  const scale = texts.scale[fact.scale]
  // Other units ("sak") are words of the quote, better read there.
  const unit = fact.unit === 'kr' || fact.unit === '%' ? fact.unit : ''
  return [fact.literal, scale, unit].filter(Boolean).join(' ')
}

/** A figure with its quote. @param about what of it was asked: a year */
export function paragraphOf(entry: Told<Figure>, about: string, inquiry: Inquiry): DraftParagraph {
  const { document, fact } = entry
  const named = [about, fact.basis && inquiry.texts.basis[fact.basis]].filter(Boolean).join(', ')
  const what = fact.entity && !fact.measure.includes(fact.entity) ? `${fact.measure}, ${fact.entity}` : fact.measure
  return {
    text: `${what}: ${amount(entry, inquiry)}${named ? ` (${named})` : ''}\n«${fact.quote}»`,
    citations: [citeDocument(document, fact)],
  }
}

/** The unit of a computed number in words: "mill. kr"; nothing where the quote tells it. */
export const unitOf = ({ fact }: Told<Figure>, { texts }: Inquiry): string =>
  [texts.scale[fact.scale], fact.unit === 'kr' || fact.unit === '%' ? fact.unit : ''].filter(Boolean).join(' ')

export interface Difference {
  /** Without sign, with its unit. */
  readonly amount: string
  /** "32,9 − 31,4": the larger first only where `sign` is 1. */
  readonly terms: string
  readonly sign: -1 | 0 | 1
  readonly derived: Derived
}

/** How far one figure is above another. @returns undefined where their units differ */
export function differenceOf(one: Told<Figure>, other: Told<Figure>, inquiry: Inquiry): Difference | undefined {
  if (one.fact.unit !== other.fact.unit || one.fact.scale !== other.fact.scale) return undefined
  const difference = subtractDecimals(one.fact.decimal, other.fact.decimal)
  const value = formatDecimal(difference.replace('-', ''), inquiry.language)
  const unit = one.fact.unit === '%' ? inquiry.texts.percentagePoints : unitOf(one, inquiry)
  return {
    amount: `${value} ${unit}`.trim(),
    terms: `${one.fact.literal} − ${other.fact.literal}`,
    sign: compareDecimals(difference, '0'),
    derived: { value, operation: 'difference', from: [one.fact.literal, other.fact.literal] },
  }
}

/** "Økning på 12 (31 − 19)." */
export const inChange = ({ amount, terms, sign }: Difference, { texts }: Inquiry): string =>
  texts.change[sign](amount, terms)

/** A quote that tells of several figures stands once. */
const withoutRepeats = (paragraphs: readonly DraftParagraph[]): DraftParagraph[] =>
  paragraphs.map((paragraph, index) => {
    const quote = paragraph.citations[0]?.quote
    const isRepeated = paragraphs.slice(0, index).some((earlier) => earlier.citations[0]?.quote === quote)
    return isRepeated ? { ...paragraph, text: paragraph.text.split('\n')[0] ?? '' } : paragraph
  })

/** What was computed, then the figures it was computed from. */
export const computed = (
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
