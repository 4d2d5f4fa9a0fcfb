import { foldSpaces } from '../norwegian/fold.ts'
import type { Unit } from './best-unit.ts'
import type { Inquiry } from './evidence.ts'
import { meets, stemSet, type Term } from './topic.ts'

/**
 * Whether the numbers of a quote that measure what is asked are all of other years: "kutt i 2027, fra et budsjett på 34
 * mill. kr i 2025" has no budget of 2027, though it has the year.
 */
export function isOfOtherYear(
  { asker, register, plan }: Inquiry,
  { text, passage }: Unit,
  matter: readonly Term[],
): boolean {
  const { years, months, dates } = plan.meeting
  // "ifølge økonomisjefen i november 2024" is when it was told.
  const isWhenTold = passage.date !== undefined && months.length + dates.length > 0
  if (years.length === 0 || isWhenTold) return false
  const quote = foldSpaces(text)
  const measured = register
    .figures(asker, {})
    .filter(
      ({ document, fact }) =>
        document.id === passage.document &&
        fact.passage === passage.ordinal &&
        fact.period !== undefined &&
        quote.includes(foldSpaces(fact.quote).replace(/^(?:•|Vedtak:)\s*/u, '')) &&
        matter.some((term) => meets(term, stemSet([fact.measure, fact.entity ?? ''].join(' '))) > 0.5),
    )
  const isOfYear = (year: number, from: string, to: string): boolean =>
    Number(from.slice(0, 4)) <= year && year <= Number(to.slice(0, 4))
  return (
    measured.length > 0 &&
    !measured.some(({ fact: { period } }) => years.some((year) => period && isOfYear(year, period.from, period.to)))
  )
}
