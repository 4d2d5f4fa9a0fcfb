import type { FigureBasis } from '../domain/figure.ts'
import { fold } from '../norwegian/fold.ts'
import { parseNumber } from '../norwegian/numbers.ts'
import { basisAsked } from './figure-pool.ts'
import { meets } from './meets.ts'
import type { Wanted } from './plan/wanted.ts'
import type { Plan } from './plan.ts'
import type { Table } from './tables.ts'
import { stemSet, type Term } from './topic.ts'
import { undominated } from './undominated.ts'

export const SUM_ROW =
  /^(?:sum|totalt|total|i alt|samlet|samla|til sammen|til saman|hele|heile|alle|gjennomsnitt)(?!\p{L})/iu

const isNumeric = (table: Table, column: number): boolean =>
  table.rows.filter((row) => parseNumber(row[column] ?? '') !== undefined).length >= table.rows.length * 0.6

/** Shares are no amounts, and amounts no shares. */
function isOfUnit({ rows }: Table, column: number, wanted: Wanted): boolean {
  const shares = rows.filter((row) => /%/.test(row[column] ?? '')).length
  return wanted === 'amount' ? shares < rows.length / 2 : true
}

/** "2024", or "Saker 2024" where cases are counted; not "Beløp 2024". */
function countsThat(header: string, terms: readonly Term[]): boolean {
  const words = header.replace(/(?:19|20)\d{2}|[^\p{L}\s]/gu, ' ').trim()
  return words === '' || terms.some((term) => meets(term, stemSet(words)) > 0)
}

const ASKS_GIVEN =
  /(?<!\p{L})(?:fikk|fekk|får|gitt|delte?|delt ut|tildelt|innvilg\p{L}*|bevilg\p{L}*|sol(?:gt|d)|seld|got|get|gets|receive[ds]?|granted|awarded)(?!\p{L})/iu
const APPLIED = /(?<!\p{L})(?:om)?(?:søk(?:te?|er|nad)\p{L}*|applied|application|bud(?!sj)|tilbud|tilbod|bids?|offer)/iu

/** What was applied for is not what was given, and a bid no price. */
export const isOfferedOnly = (header: string, question: string): boolean =>
  ASKS_GIVEN.test(question) && !APPLIED.test(question) && APPLIED.test(header)

const WHAT_IT_COST = /(?<!\p{L})(?:kosta|kostet|betalt\p{L}*|cost|paid)(?!\p{L})/u

/** "dyrest" is of what it costs, and not of how long it is. */
const OF_PRICE = /(?<!\p{L})(?:dyre|billig|rimelig|kostbar|cheap|expensive)\p{L}*/iu
const PRICES =
  /kost|pris|beløp|sum|utgift|(?<!\p{L})kr(?!\p{L})|til sam|cost|price|gebyr|sats|bud(?!sj)|(?:19|20)\d{2}/iu

/** "unødige alarmer" are two words for one column, though "utrykninger" is one for another. */
function mostNamed(columns: readonly number[], terms: readonly Term[], { header }: Table): number[] {
  const met = columns.map((column) => terms.filter((term) => meets(term, stemSet(header[column] ?? '')) >= 0.5).length)
  return columns.filter((_, at) => met[at] === Math.max(...met))
}

/** The columns a question can mean: those whose header it names, else the only one with numbers. */
export function columnsFor(
  table: Table,
  terms: readonly Term[],
  { question, meeting: { years }, wanted, isCount }: Plan,
  isSum: boolean,
): number[] {
  const numeric = table.header.map((_, index) => index).filter((index) => index > 0 && isNumeric(table, index))
  const isGiven = (index: number): boolean => !isOfferedOnly(table.header[index] ?? '', question)
  const basis = basisAsked(fold(question)) ?? (WHAT_IT_COST.test(fold(question)) ? 'accounts' : undefined)
  const basisOf = (index: number): FigureBasis | undefined => basisAsked(fold(table.header[index] ?? ''))
  const ofUnit = numeric.filter(
    (index) =>
      isOfUnit(table, index, wanted) &&
      isGiven(index) &&
      (!OF_PRICE.test(question) || PRICES.test(table.header[index] ?? '')) &&
      (basis === undefined || (basisOf(index) ?? basis) === basis),
  )
  const isOfYear = (index: number): boolean => years.some((year) => (table.header[index] ?? '').includes(String(year)))
  const namedBy = (some: readonly Term[]): number[] =>
    ofUnit.filter((index) => some.some((term) => meets(term, stemSet(table.header[index] ?? '')) >= 0.5))
  // "alternativ 2": other columns have the word as well.
  const closest = (some: readonly number[]): number[] => {
    const numbered = terms.filter(({ text }) => /^\d/.test(text) && !years.includes(Number(text)))
    return undominated(some, (index) => numbered.map((term) => meets(term, stemSet(table.header[index] ?? ''))))
  }
  const byWord = namedBy(terms.filter(({ isSpecific }) => !isSpecific))
  const byYear = ofUnit.filter((index) => isOfYear(index) && (!isCount || countsThat(table.header[index] ?? '', terms)))
  const hasYear = (index: number): boolean => /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(table.header[index] ?? '')
  // "avvik i 2024", beside "Budsjett 2024": the word tells more than the year.
  const ofBoth = byWord.filter((index) => isOfYear(index) || !hasYear(index))
  const meant = closest(ofBoth.length > 0 ? ofBoth : byYear)
  // Of budget and accounts, neither was asked for.
  if (byYear.length > 0) return new Set(meant.map(basisOf)).size > years.length ? [] : meant
  if (numeric.some(hasYear) && years.length > 0) return []
  const named = closest(byWord.length > 0 ? byWord : namedBy(terms))
  const sums = isSum ? ofUnit.filter((index) => SUM_ROW.test(table.header[index] ?? '')) : []
  if (named.length === 1 || (named.length > 1 && sums.length === 0)) return mostNamed(named, terms, table)
  return sums.length > 0 ? sums : ofUnit.length === 1 ? ofUnit : []
}
