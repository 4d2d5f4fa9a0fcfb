import type { Derived } from '../../domain/answer.ts'
import type { Language } from '../../domain/document.ts'
import { fold } from '../../norwegian/fold.ts'
import { addDecimals, type FoundNumber, findNumbers, formatDecimal } from '../../norwegian/numbers.ts'

const ASKS_SUM = /til sammen|til saman|tilsammen|totalt|i alt|samlet|samla|sum\b|in total|altogether|together/u
/** A year this near behind a number is the number's: "3,773 mill. kr i 2026". */
const NEAR_CHARS = 24

/** The number that stands right before a year, of those that are no years themselves. */
function numberOf(year: number, quote: string, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  for (const match of quote.matchAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'))) {
    const near = numbers.filter(
      ({ end, unit, scale }) =>
        end <= match.index && match.index - end <= NEAR_CHARS && (unit !== undefined || scale > 0),
    )
    const last = near.at(-1)
    if (last) return last
  }
  return undefined
}

/**
 * "Hvor mye blir kuttene i 2026 og 2027 til sammen?" over one sentence that has both.
 * @returns undefined unless every asked year has a number of the same unit and scale
 */
export function sumOfYears(
  question: string,
  years: readonly number[],
  quote: string,
  language: Language,
): { text: string; derived: Derived } | undefined {
  if (years.length < 2 || !ASKS_SUM.test(fold(question))) return undefined
  const numbers = findNumbers(quote)
  const terms = years.map((year) => numberOf(year, quote, numbers))
  const [first] = terms
  if (
    !first ||
    !terms.every(
      (term): term is FoundNumber => term !== undefined && term.unit === first.unit && term.scale === first.scale,
    )
  )
    return undefined
  if (new Set(terms.map(({ start }) => start)).size < terms.length) return undefined
  const value = formatDecimal(
    terms.reduce((sum, { decimal }) => addDecimals(sum, decimal), '0'),
    language,
  )
  const from = terms.map(({ literal }) => literal)
  const unit = first.text.slice(first.text.indexOf(first.literal) + first.literal.length).trim()
  return {
    text: `${from.join(' + ')} = ${[value, unit].filter(Boolean).join(' ')}`,
    derived: { value, operation: 'sum', from },
  }
}
