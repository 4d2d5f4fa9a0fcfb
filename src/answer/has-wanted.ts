import { findDates } from '../norwegian/dates.ts'
import { type FoundNumber, findNumbers } from '../norwegian/numbers.ts'
import type { Wanted } from './plan.ts'

const NUMBER_WORD = /\b(?:én|ett|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|ingen|halvparten)\b/iu

/** Whether a text holds the sort of thing a question wants: a number, a date, a name. */
export function hasWanted(wanted: Wanted, text: string): boolean {
  switch (wanted) {
    case 'amount':
      return (
        findNumbers(text).some((number) => number.unit === 'kr' || number.scale > 0) || /\bkr(?:oner)?\b/iu.test(text)
      )
    case 'percent':
      return /\d\s?%|\bprosent/iu.test(text)
    case 'person':
      return /(?<=\s|^)\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}[\p{Ll}.]*)+/u.test(text)
    case 'number':
      return hasCount(text)
    case 'date':
      return findDates(text).length > 0 || /\b(?:19|20)\d{2}\b|\bkl\.?\s?\d/u.test(text)
    default:
      return true
  }
}

/** A number that is neither a year nor a date: "hvor mange" is not answered by "2021". */
function hasCount(text: string): boolean {
  const dates = findDates(text)
  const isOfDate = (start: number): boolean => dates.some((date) => start >= date.start && start < date.end)
  const isYear = ({ literal, unit }: FoundNumber): boolean => /^(?:19|20)\d{2}$/.test(literal) && unit === undefined
  return NUMBER_WORD.test(text) || findNumbers(text).some((number) => !isYear(number) && !isOfDate(number.start))
}
