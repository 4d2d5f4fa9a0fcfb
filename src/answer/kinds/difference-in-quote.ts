import type { Derived } from '../../domain/answer.ts'
import type { Language } from '../../domain/document.ts'
import { findNumbers, formatDecimal, subtractDecimals } from '../../norwegian/numbers.ts'

/** "31 lekkasjer, mot 19 i 2023": a number and the one it is set against, in one sentence. */
const AGAINST = /(?<!\p{L})(?:mot|against|compared (?:to|with))\s+$/u

/**
 * The difference between two numbers that a sentence sets against each other.
 * @returns undefined unless just one pair stands so, of the same unit and scale
 */
export function differenceInQuote(quote: string, language: Language): { text: string; derived: Derived } | undefined {
  const numbers = findNumbers(quote).filter(
    ({ literal, unit }) => unit !== undefined || !/^(?:19|20)\d{2}$/.test(literal),
  )
  const pairs = numbers.flatMap((number, index) => {
    const before = numbers[index - 1]
    return before && AGAINST.test(quote.slice(before.end, number.start)) ? [[before, number] as const] : []
  })
  const [pair] = pairs
  if (!pair || pairs.length > 1) return undefined
  const [one, other] = pair
  const isAlike = other.unit === undefined || (one.unit === other.unit && one.scale === other.scale)
  if (!isAlike) return undefined
  const value = formatDecimal(subtractDecimals(one.decimal, other.decimal).replace('-', ''), language)
  const from = [one.literal, other.literal]
  const isLess = subtractDecimals(one.decimal, other.decimal).startsWith('-')
  return {
    text: `${(isLess ? from.toReversed() : from).join(' − ')} = ${value}`,
    derived: { value, operation: 'difference', from },
  }
}
