import { fold, foldSpaces } from '../norwegian/fold.ts'
import type { Unit } from './best-unit.ts'
import type { Inquiry } from './evidence.ts'
import { meets } from './meets.ts'
import { asksFor } from './operation.ts'
import { stemSet, type Term } from './topic.ts'

const PARTS_OF_YEAR = [
  /(?<!\p{L})(?:kvartal|quarter)/u,
  /(?<!\p{L})tertial/u,
  /(?<!\p{L})(?:halvår|half-year)/u,
  /(?<!\p{L})(?:uk(?:a|e|en|er|ene)|vek(?:a|e|er|ene)|weeks?)(?!\p{L})/u,
]
/** What stood at the end of a year, and not what came in it. */
const AT_END =
  /(?<!\p{L})(?:utgangen|utgongen|utløpet|slutten|årets slutt|årsslutt|årsskiftet|31\. desember|end of|year-end)(?!\p{L})/u
const WHOLE_YEAR = /(?<!\p{L})(?:hele|heile|whole|entire)(?!\p{L})/u

/** Whether a quote tells of some weeks where a year is asked for, or of a year where a quarter is. */
function isOfOtherPart(question: string, years: readonly number[], { text, passage }: Unit): boolean {
  const told = fold([text, ...passage.headings].join('\n'))
  const asked = PARTS_OF_YEAR.filter((part) => part.test(question))
  if (asked.length > 0) return !asked.every((part) => part.test(told))
  if (AT_END.test(question) && !AT_END.test(told) && !years.includes(passage.year ?? 0)) return true
  return WHOLE_YEAR.test(question) && PARTS_OF_YEAR.some((part) => part.test(fold(text)))
}

/** "økt i forhold til 2011", "fra 2019 til 2020": the year is only what something else is set against, or began with. */
const isOnlyComparedWith = (year: number, text: string): boolean => {
  const compared = new RegExp(
    String.raw`(?<!\p{L})(?:(?:i forhold til|(?:sammenlign|sammenlikn|samanlikn)\p{L}+ med|compar(?:ed|able) (?:to|with)|enn(?:\si)?|than(?:\sin)?)\s(?:året\s)?${year}(?!\d)|(?:fra|frå|from)\s${year}\s(?:og|til|and|to)\s(?:19|20)\d{2})`,
    'giu',
  )
  const named = text.match(new RegExp(String.raw`(?<!\d)${year}(?!\d)`, 'gu')) ?? []
  return named.length > 0 && named.length === (text.match(compared) ?? []).length
}
/** "12 flere enn året før" */
const YEAR_BEFORE =
  /(?<!\p{L})(?:året før|året i forvegen|i fjor|fjoråret|forrige år|førre år|year before|previous year|last year)/iu

/** "Fraværet var 5,3 % i 2024. Det var 6,7 % i 2023": the same measure, of another year. */
const goesOnWith = (year: number): RegExp =>
  new RegExp(String.raw`(?<=[.!?]\s)(?:Det|Den|It)\s(?:var|er|was|is)\s[^.!?]*\d[^.!?]{0,40}(?<!\d)${year}(?!\d)`, 'u')

/**
 * Whether the numbers of a quote that measure what is asked are all of other years: "kutt i 2027, fra et budsjett på 34
 * mill. kr i 2025" has no budget of 2027, though it has the year.
 */
export function isOfOtherTime({ asker, register, plan }: Inquiry, unit: Unit, matter: readonly Term[]): boolean {
  const { years, months, dates } = plan.meeting
  // "ifølge økonomisjefen i november 2024" is when it was told.
  const isWhenTold = unit.passage.date !== undefined && months.length + dates.length > 0
  if (years.length === 0 || isWhenTold) return false
  if (isOfOtherPart(fold(plan.question), years, unit)) return true
  const { text, passage } = unit
  if (asksFor('difference', fold(plan.question)) && years.length > 1) {
    const last = Math.max(...years)
    const isTold = (year: number): boolean =>
      passage.year === year ||
      (passage.text.includes(String(year)) && !isOnlyComparedWith(year, passage.text)) ||
      (year < last && YEAR_BEFORE.test(text))
    if (!years.every(isTold)) return true
  }
  const [year, another] = years
  if (year !== undefined && another === undefined && passage.year !== year && isOnlyComparedWith(year, text))
    return true
  if (years.some((one) => goesOnWith(one).test(text))) return false
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
