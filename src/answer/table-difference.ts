import type { Derived } from '../domain/answer.ts'
import { yearsIn } from '../norwegian/dates.ts'
import { compareDecimals, divideDecimal, formatDecimal, scaledDecimal, subtractDecimals } from '../norwegian/numbers.ts'
import type { Inquiry } from './evidence.ts'
import { meets } from './meets.ts'
import { asksFor } from './operation.ts'
import { phrases } from './phrases.ts'
import { isShare, type Result, valuesOf } from './table-results.ts'
import type { Cell, CellsOf, Row, Table } from './tables.ts'
import { stemSet, type Term } from './topic.ts'
import { undominated } from './undominated.ts'

/** What was meant to be used, done or got, and what was: two levels of one thing. */
const WHOLE =
  /budsj|ramm|plan|bestilt|søkt|søknad|kapasitet|måltal|(?<!\p{L})mål(?!\p{L})|behov|budget|frame|planned|target/iu
const TAKEN =
  /regnskap|rekneskap|påløp|forbruk|brukt|utført|levert|tildel|innvilg|gjennomfør|betalt|faktisk|prognose|actual|spent|accounts|granted|forecast/iu
/** A column that tells how far two others are apart. */
export const APART =
  /avvik|endring|differanse|(?<!\p{L})diff|økning|auke|vekst|reduksjon|innspar|change|deviation|variance/iu
const OVER = phrases(`
  over/under/utover/above/beyond 0-2_words *budsj*/*ramm*/*plan*/*mål*/*budget*/*frame*/*target*
  *merforbruk*/*meirforbruk*/*mindreforbruk*/*overforbruk*/*underforbruk*/*overskrid*/*overskred*/*overspen*/*underspen*
`)
const UP_OR_DOWN = phrases(`
  går/gå/gikk/gjekk/gått/steg/sank/falt/fall/go/goes/went/gone ...60 opp/ned/ut_over/up/down
`)
const DOWN = phrases(`
  ned/sank/falt/minka/minket/reduser*/nedgang*/mindreforbruk*/underforbruk*
  down/decreas*/fell/drop*/underspen*
`)

/** Words of the levels themselves, and of their difference: they choose columns. */
export const IS_LEVEL =
  /(?:^|_)(?:budsj|årsbudsj|(?:års|kostnads)?ramm(?:e|a|en|er|ene)?$|bruk|\p{L}*forbruk|plan|budget|spen|over?spen|underspen|frame)/u

/** Whether a question wants to know how far two numbers are apart, or what of one the other leaves. */
export const asksApart = (question: string): boolean =>
  asksFor('difference', question) || asksFor('rest', question) || OVER.test(question) || UP_OR_DOWN.test(question)

const MIN_HEADER = 0.8

/** Two cells of a row that are set against each other. */
export interface Pair {
  /** What is counted from: the year before, or what was meant to be. */
  readonly from: Cell
  readonly to: Cell
  readonly isOverTime: boolean
}

const isNothing = ({ decimal }: Cell): boolean => compareDecimals(decimal, '0') === 0

const isAlike = (one: Cell, other: Cell): boolean =>
  isShare(one) === isShare(other) &&
  one.fact?.unit === other.fact?.unit &&
  (one.fact?.scale === other.fact?.scale || isNothing(one) || isNothing(other))

/** The two cells of a row that a question sets against each other: of two years, of two levels, or the only two. */
function pairIn(
  table: Table,
  cells: readonly Cell[],
  terms: readonly Term[],
  years: readonly number[],
): Pair | undefined {
  const headerOf = ({ column }: Cell): string => table.header[column] ?? ''
  const isOf = (cell: Cell, year: number): boolean => yearsIn(headerOf(cell)).includes(year)
  const meant = (some: readonly Cell[]): Cell[] =>
    undominated(some, (cell) => terms.map((term) => meets(term, stemSet(headerOf(cell)))))
  const pairOf = (ones: readonly Cell[], others: readonly Cell[], isOverTime: boolean): Pair | undefined => {
    const [[from, ...more], [to, ...most]] = [meant(ones), meant(others)]
    return from && to && more.length + most.length === 0 && isAlike(from, to) ? { from, to, isOverTime } : undefined
  }
  const ofYear = (year: number | undefined): Cell[] => cells.filter((cell) => year !== undefined && isOf(cell, year))
  const [first, last = first] = [...years].sort((a, b) => a - b)
  if (first !== last) return pairOf(ofYear(first), ofYear(last), true)
  const isTimed = cells.some((cell) => first !== undefined && isOf(cell, first))
  const now = isTimed ? cells.filter((cell) => yearsIn(headerOf(cell)).length === 0 || isOf(cell, first ?? 0)) : cells
  const levels = pairOf(
    now.filter((cell) => WHOLE.test(headerOf(cell))),
    now.filter((cell) => TAKEN.test(headerOf(cell)) && !WHOLE.test(headerOf(cell))),
    false,
  )
  // "alternativ 2 enn alternativ 0", "høy enn kritisk": a word of the question each.
  const named = [
    ...new Set(
      terms.flatMap((term) => {
        const [one, other] = cells.filter((cell) => meets(term, stemSet(headerOf(cell))) >= MIN_HEADER)
        return one && !other ? [one] : []
      }),
    ),
  ]
  const [before, after, another] = named.length === 2 ? named.toSorted((a, b) => a.column - b.column) : cells
  const only: Pair | undefined =
    before && after && !another && isAlike(before, after)
      ? { from: before, to: after, isOverTime: yearsIn(headerOf(before)).length > 0 }
      : undefined
  return levels ?? (first === undefined ? undefined : pairOf(ofYear(first - 1), ofYear(first), true)) ?? only
}

const unitIn = ({ fact }: Cell, { texts }: Inquiry): string =>
  fact?.unit === 'kr' ? [texts.scale[fact.scale], 'kr'].filter(Boolean).join(' ') : ''

const IS_NET = /resultat|result|balanse|saldo|(?:over|under)sk[uo]|netto|net(?!\p{L})/iu

/** Costs are written with a minus, and are as large as they are without it; a result is not. */
export function asSizes(pair: Pair): Pair {
  const cells = [pair.from, pair.to]
  if (cells.some(({ decimal, label }) => compareDecimals(decimal, '0') > 0 || IS_NET.test(label))) return pair
  const sized = (cell: Cell): Cell => ({
    ...cell,
    decimal: cell.decimal.replace('-', ''),
    literal: cell.literal.replace(/^[-−–]\s?(?=\d)/u, ''),
  })
  return { ...pair, from: sized(pair.from), to: sized(pair.to) }
}

/** "4 870 − 4 310 = 560", or in per cent of what it was. */
export function told(pair: Pair, inquiry: Inquiry): Result | undefined {
  const { from, to, isOverTime } = asSizes(pair)
  const { texts, language, plan } = inquiry
  const change = subtractDecimals(to.decimal, from.decimal)
  const sign = compareDecimals(change, '0')
  const [high, low] = sign < 0 ? [from, to] : [to, from]
  const value = formatDecimal(change.replace('-', ''), language)
  // "-" is nothing, and no number to show.
  const terms = [from, to].some(isNothing) ? `${from.literal} → ${to.literal}` : `${high.literal} − ${low.literal}`
  const unit = isShare(from) ? texts.percentagePoints : unitIn(isNothing(from) ? to : from, inquiry)
  const amount = [value, unit].filter(Boolean).join(' ')
  const apart: Derived = {
    value,
    operation: 'difference',
    from: [high.literal, low.literal].filter((literal) => /\d/.test(literal)),
  }
  const said = isOverTime ? texts.change[sign](amount, terms) : `${terms} = ${amount}`
  const asksShare = plan.wanted === 'percent' && !isShare(from) && compareDecimals(from.decimal, '0') > 0
  const share: Derived = {
    value: asksShare
      ? formatDecimal(divideDecimal(scaledDecimal(change.replace('-', ''), 2), from.decimal, 1), language)
      : '',
    operation: 'share',
    from: [high.literal, low.literal],
  }
  return {
    text: [texts.tableValue(from.label, said), asksShare ? `${share.value} %.` : ''].filter(Boolean).join(' '),
    cells: [from, to],
    derived: asksShare ? [apart, share] : [apart],
  }
}

/** "Hvor mye billigere er halv plass enn full plass?": two rows of one column. */
export function apartOfTwo([from, to]: readonly Cell[], inquiry: Inquiry): Result | undefined {
  if (!from || !to || !isAlike(from, to)) return undefined
  const result = told({ from, to, isOverTime: false }, inquiry)
  return result && { ...result, text: `${from.label}, ${to.label}: ${result.text.slice(from.label.length + 2)}` }
}

/** The cells that tell of a thing, and those that tell how far two of them are apart. */
function cellsOfRow(table: Table, row: Row, cellsOf: CellsOf): { readonly levels: Cell[]; readonly apart: Cell[] } {
  const cells = table.header.flatMap((_, column) => cellsOf(row, column))
  const isApart = ({ column }: Cell): boolean => APART.test(table.header[column] ?? '')
  return { levels: cells.filter((cell) => !isApart(cell)), apart: cells.filter(isApart) }
}

/** How far two cells of one row are apart, where a question sets them against each other. */
export function apartInRow(
  table: Table,
  row: Row,
  cellsOf: CellsOf,
  terms: readonly Term[],
  inquiry: Inquiry,
): Result | undefined {
  const { levels, apart } = cellsOfRow(table, row, cellsOf)
  const [only, another] = inquiry.plan.wanted === 'percent' ? apart.filter(isShare) : apart
  const isToldSo = only !== undefined && another === undefined && inquiry.plan.wanted === 'percent'
  const pair = isToldSo ? undefined : pairIn(table, levels, terms, inquiry.plan.meeting.years)
  if (pair) return told(pair, inquiry)
  return only && !another ? valuesOf([only], inquiry) : undefined
}

/** The two cells that are meant of each of some rows, where it has them. */
export const pairsOf = (
  table: Table,
  rows: readonly Row[],
  cellsOf: CellsOf,
  terms: readonly Term[],
  { plan }: Inquiry,
): Pair[] =>
  rows.flatMap((row) => pairIn(table, cellsOfRow(table, row, cellsOf).levels, terms, plan.meeting.years) ?? [])

/** The row whose two cells are furthest apart, upwards or downwards as it is asked. */
export function furthestApart(
  table: Table,
  rows: readonly Row[],
  cellsOf: CellsOf,
  terms: readonly Term[],
  inquiry: Inquiry,
): Result | undefined {
  const pairs = pairsOf(table, rows, cellsOf, terms, inquiry)
  if (pairs.length < rows.length || pairs.length < 2) return undefined
  const isDown = DOWN.test(inquiry.plan.question.toLowerCase())
  const change = ({ from, to }: Pair): string =>
    isDown ? subtractDecimals(from.decimal, to.decimal) : subtractDecimals(to.decimal, from.decimal)
  const best = pairs.reduce((kept, pair) => (compareDecimals(change(pair), change(kept)) > 0 ? pair : kept))
  return compareDecimals(change(best), '0') > 0 ? told(best, inquiry) : undefined
}
