import type { Derived } from '../../domain/answer.ts'
import type { RankedPassage, StoredPassage } from '../../domain/passage.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { fold, foldSpaces } from '../../norwegian/fold.ts'
import {
  addDecimals,
  compareDecimals,
  divideDecimal,
  formatDecimal,
  parseNumber,
  scaledDecimal,
} from '../../norwegian/numbers.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { unitOf } from '../figure-draft.ts'
import { passageAbove } from '../figure-pool.ts'
import { asksFor, isMeasure } from '../operation.ts'
import type { Plan } from '../plan.ts'
import { columnsFor, SUM_ROW } from '../table-columns.ts'
import { headerAndRows } from '../table-header.ts'
import { coverage, matterOf, meets, stemSet, type Term, termWeights } from '../topic.ts'
import { listInWords } from '../words.ts'

/** A table read again from its passage. */
export interface Table {
  readonly passage: RankedPassage
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Stems of all that names it: headings, the sentence above, header and row labels. */
  readonly context: ReadonlySet<string>
}

type TableOperation = 'highest' | 'lowest' | 'none' | 'sum' | 'value'

const MIN_COVERAGE = 0.6
const MIN_MATTER = 0.6

const HALVES: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/(?:første|1\.?|first)\s+(?:halvår|half)/u, [1, 6]],
  [/(?:andre|annet|2\.?|second|siste|last)\s+(?:halvår|half)/u, [7, 12]],
  [
    /(?:seks|six|6)\s+(?:første|fyrste|first)|(?:første|fyrste|first)\s+(?:seks|six|6)\s+(?:måned|månad|month)/u,
    [1, 6],
  ],
  [/(?:seks|six|6)\s+(?:siste|last)|(?:siste|last)\s+(?:seks|six|6)\s+(?:måned|månad|month)/u, [7, 12]],
  [
    /(?:tre|three|3)\s+(?:første|fyrste|first)|(?:første|fyrste|first)\s+(?:tre|three|3)\s+(?:måned|månad|month)/u,
    [1, 3],
  ],
  [/(?:første|fyrste|1\.?|first)\s+(?:tertial)/u, [1, 4]],
  [/(?:andre|annet|2\.?|second)\s+(?:tertial)/u, [5, 8]],
  [/(?:tredje|siste|3\.?|third|last)\s+(?:tertial)/u, [9, 12]],
  [/(?:første|1\.?|first)\s+(?:kvartal|quarter)/u, [1, 3]],
  [/(?:andre|annet|2\.?|second)\s+(?:kvartal|quarter)/u, [4, 6]],
  [/(?:tredje|3\.?|third)\s+(?:kvartal|quarter)/u, [7, 9]],
  [/(?:fjerde|siste|4\.?|fourth|last)\s+(?:kvartal|quarter)/u, [10, 12]],
]

/** "Hvilket kvartal …?" is answered by no month. */
const PART = /(?<!\p{L})(kvartal|tertial|halvår|uke|veke|quarter|week)/u

/** "Hvilken måned hadde ingen …?" */
const ASKS_NONE =
  /(?=.*(?<!\p{L})(?:måned|månad|month|kommune|municipality|år|year)\p{L}*)(?=.*(?<!\p{L})(?:ingen|null|uten|utan|verken|korkje|without|zero|neither|no)(?!\p{L}))/u

function operationOf(question: string): TableOperation {
  if (
    ASKS_NONE.test(question) &&
    /(?<!\p{L})(?:hvilke[nt]?|kva|which|what|a|noen|nokon)\s+(?:måned|månad|month|kommune|municipality|år|year)/u.test(
      question,
    )
  )
    return 'none'
  if (asksFor('highest', question)) return 'highest'
  if (asksFor('lowest', question)) return 'lowest'
  if (asksFor('sum', question) || monthsOf(question)) return 'sum'
  return 'value'
}

/** The months from first to last that a question spans: "andre halvår", "januar til mars". */
function monthsOf(question: string): readonly [number, number] | undefined {
  for (const [pattern, months] of HALVES) if (pattern.test(question)) return months
  const named = [...question.matchAll(/\p{L}{3,}/gu)]
    .map((match) => monthOf(match[0]))
    .filter((month) => month !== undefined)
  const [first, last] = [named[0], named.at(-1)]
  const isSpan =
    first !== undefined && last !== undefined && first < last && /(?<!\p{L})(?:til|to|through|–|-)\b/u.test(question)
  return isSpan ? [first, last] : undefined
}

function toTable(passage: RankedPassage, above: StoredPassage | undefined, inquiry: Inquiry): Table | undefined {
  const [header, rows] = headerAndRows(passage, inquiry)
  if (rows.length < 2 || header.length < 2) return undefined
  const names = [
    above?.text ?? '',
    ...passage.headings,
    passage.documentTitle,
    ...header,
    ...rows.map((row) => row[0] ?? ''),
  ]
  return { passage, header, rows, context: stemSet([...names, String(passage.year ?? '')].join('\n')) }
}

/** The tables among passages, each with what stands above it. */
export const tablesIn = (inquiry: Inquiry, passages: readonly RankedPassage[]): Table[] =>
  passages
    .filter(({ kind }) => kind === 'table')
    .flatMap((passage) => toTable(passage, passageAbove(inquiry, passage), inquiry) ?? [])

/** Names of months and years alone make no table one about the matter. */
function isAboutMatter({ context }: Table, terms: readonly Term[]): boolean {
  const matter = matterOf(terms)
  const met = matter.filter((term) => meets(term, context) > 0).length
  return matter.length === 0 || met / matter.length >= MIN_MATTER
}

interface Cell {
  readonly label: string
  readonly line: string
  readonly literal: string
  readonly decimal: string
  /** "tusen kr", where the words above the table or its header tell it. */
  readonly unit: string
}

/** By its row and digits, the unit that the words above a table give a bare number: "tusen kr", "%". */
function unitsOf({ passage }: Table, inquiry: Inquiry): ReadonlyMap<string, string> {
  const scaled = inquiry.register
    .figures(inquiry.asker, {})
    .filter(
      ({ document, fact }) =>
        document.id === passage.document &&
        fact.passage === passage.ordinal &&
        (fact.unit === '%' || (fact.unit === 'kr' && fact.scale > 0)),
    )
  return new Map(scaled.map((entry) => [`${entry.fact.row}\t${entry.fact.literal}`, unitOf(entry, inquiry)]))
}

function cellsOf(table: Table, column: number, units: ReadonlyMap<string, string> = new Map()): Cell[] {
  return table.rows.flatMap((row) => {
    const [label = '', literal = ''] = [row[0], row[column]]
    const number = parseNumber(literal)
    const unit = /\p{L}|%/u.test(literal) ? undefined : units.get(`${foldSpaces(label)}\t${number?.literal}`)
    return number ? [{ label, line: row.join('\t'), literal, decimal: number.decimal, unit: unit ?? '' }] : []
  })
}

const isEmpty = (cells: readonly Cell[], row: string): boolean =>
  cells.some(({ label, decimal }) => label === row && compareDecimals(decimal, '0') === 0)

function rowsFor(
  cells: readonly Cell[],
  question: string,
  terms: readonly Term[],
  operation: TableOperation,
): readonly Cell[] {
  const body = cells.filter(({ label }) => !SUM_ROW.test(label))
  const span = monthsOf(question)
  if (span) {
    const isWithin = (month: number | undefined): boolean => month !== undefined && month >= span[0] && month <= span[1]
    const months = body.filter(({ label }) => isWithin(monthOf(fold(label))))
    return months.length > 0 ? months : body.filter(({ label }) => monthsOf(fold(label))?.join() === span.join())
  }
  const [, part] = PART.exec(question) ?? []
  const isExtreme = operation === 'highest' || operation === 'lowest'
  if (isExtreme && part !== undefined && !body.some(({ label }) => fold(label).includes(part))) return []
  if (operation === 'highest' || operation === 'lowest' || operation === 'none') return body
  // A row that only another word for the matter names is no sum.
  const least = operation === 'sum' ? 0.9 : 0.8
  const named = body.filter(({ label }) => terms.some((term) => meets(term, stemSet(label)) >= least))
  if (named.length > 0) return named
  const sums = cells.filter(({ label }) => SUM_ROW.test(label))
  return operation === 'sum' ? (sums.length > 0 ? sums : body) : []
}

interface Result {
  readonly text: string
  readonly cells: readonly Cell[]
  readonly derived: readonly Derived[]
}

const shown = ({ literal, unit }: Cell): string => `${literal} ${unit}`.trim()

function compute(cells: readonly Cell[], operation: TableOperation, inquiry: Inquiry): Result | undefined {
  const [first, ...others] = cells
  if (!first) return undefined
  const { language, texts } = inquiry
  if (operation === 'highest' || operation === 'lowest') {
    const sign = operation === 'highest' ? 1 : -1
    const best = cells.reduce((kept, cell) => (compareDecimals(cell.decimal, kept.decimal) * sign > 0 ? cell : kept))
    const all = cells.filter((cell) => compareDecimals(cell.decimal, best.decimal) === 0)
    return {
      text: texts.tableValue(
        listInWords(
          all.map(({ label }) => label),
          language,
        ),
        shown(best),
      ),
      cells: all,
      derived: [],
    }
  }
  if (operation === 'none') {
    const empty = cells.filter(({ decimal }) => compareDecimals(decimal, '0') === 0)
    const labels = listInWords(
      empty.map(({ label }) => label),
      language,
    )
    return empty.length > 0
      ? { text: texts.tableValue(labels, empty[0]?.literal ?? ''), cells: empty, derived: [] }
      : undefined
  }
  if (operation === 'sum' && others.length > 0) {
    const total = formatDecimal(
      cells.reduce((sum, { decimal }) => addDecimals(sum, decimal), '0'),
      language,
    )
    const terms = cells.map(({ literal }) => literal)
    const from = terms.filter((term) => /\d/.test(term))
    return {
      text: `${terms.join(' + ')} = ${total} ${first.unit}`.trim(),
      cells,
      derived: [{ value: total, operation: 'sum', from }],
    }
  }
  if (others.length > 0)
    return { text: cells.map((cell) => texts.tableValue(cell.label, shown(cell))).join('; '), cells, derived: [] }
  return { text: texts.tableValue(first.label, shown(first)), cells: [first], derived: [] }
}

const isShare = ({ literal, unit }: Cell): boolean => unit === '%' || literal.includes('%')

/** "Hvor stor andel av henvendelsene kom på chat?": a row of counts as a share of their sum row. */
function shareOfSum(part: Cell, column: readonly Cell[], { language }: Inquiry): Result | undefined {
  const [sum, another] = column.filter(({ label }) => SUM_ROW.test(label))
  if (!sum || another || compareDecimals(sum.decimal, '0') <= 0) return undefined
  const value = formatDecimal(divideDecimal(scaledDecimal(part.decimal, 2), sum.decimal, 1), language)
  return {
    text: `${part.label}: ${part.literal} / ${sum.literal} = ${value} %`,
    cells: [part, sum],
    derived: [{ value, operation: 'share', from: [part.literal, sum.literal] }],
  }
}

/**
 * What was asked of cells of one or more columns; counts are no share, but of their sum.
 * @param isOfAll whether the table is of every word of the matter, so that its sum is the whole that was asked of
 */
function resultOf(
  cells: readonly Cell[],
  columns: readonly (readonly Cell[])[],
  operation: TableOperation,
  isOfAll: boolean,
  inquiry: Inquiry,
): Result | undefined {
  const asksShare = inquiry.plan.wanted === 'percent' && operation === 'value' && !cells.every(isShare)
  if (!asksShare) return compute(cells, operation, inquiry)
  const [part, other] = cells
  const [column, another] = columns
  return isOfAll && part && column && !other && !another ? shareOfSum(part, column, inquiry) : undefined
}

/**
 * The one row that a question names in full, all of its numbers with their columns: "søkt" and "innstilling" are both
 * told where nothing says which is meant.
 */
function wholeRow(
  { header, rows, passage }: Table,
  terms: readonly Term[],
  { meeting: { years } }: Plan,
  source: (passage: RankedPassage) => string,
): Draft | undefined {
  const isNamed = (label: string): boolean => {
    const words = [...stemSet(label)]
    return words.length > 0 && words.every((word) => terms.some((term) => meets(term, new Set([word])) >= 0.8))
  }
  const [row, ...others] = rows.filter(([label = '']) => isNamed(label) && !SUM_ROW.test(label))
  if (!row || others.length > 0) return undefined
  const told = header.flatMap((name, column) =>
    column > 0 && parseNumber(row[column] ?? '') !== undefined ? [`${name}: ${row[column]}`] : [],
  )
  const named = header.join(' ')
  if (
    told.length === 0 ||
    (years.length > 0 && /(?:19|20)\d{2}/.test(named) && !years.some((year) => named.includes(String(year))))
  )
    return undefined
  const head = header.join('\t')
  const quote = [...(passage.text.startsWith(head) ? [head] : []), row.join('\t')].join('\n')
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: `${row[0]}: ${told.join('; ')} (${source(passage)})\n«${quote.replace(/\t/g, ' ')}»`,
        citations: [citePassage(passage, quote, null)],
      },
    ],
    derived: [],
    reason: 'table-row',
  }
}

/**
 * A cell, the highest or lowest row, or the sum of rows of a table that is about the question's matter.
 * @returns undefined when no table has the row and the column that the question names
 */
export function answerFromTables(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  asked: readonly Term[],
  source: (passage: RankedPassage) => string,
): Draft | undefined {
  const { plan } = inquiry
  const terms = asked.filter(isMeasure)
  const question = fold(plan.question)
  const operation = operationOf(question)
  const wantsNumber = plan.wanted === 'number' || plan.wanted === 'amount' || plan.wanted === 'percent'
  if (operation === 'value' && !wantsNumber) return undefined
  const tables = tablesIn(inquiry, passages)
  const yearOf = ({ table }: { readonly table: Table }): number => table.passage.year ?? 0
  // A year's own report tells of it before the next year's, which repeats it.
  const ofAskedYear = (entry: { readonly table: Table }): number => Number(plan.meeting.years.includes(yearOf(entry)))
  const weights = termWeights(
    terms,
    tables.map(({ context }) => context),
  )
  const ranked = tables
    .map((table) => ({ table, share: coverage(terms, weights, table.context) }))
    .filter(({ share, table }) => share >= MIN_COVERAGE && isAboutMatter(table, terms))
    .toSorted((a, b) => b.share - a.share || ofAskedYear(b) - ofAskedYear(a) || yearOf(b) - yearOf(a))
  for (const { table } of ranked) {
    if (terms.some((term) => term.isSpecific && meets(term, table.context) === 0)) continue
    const columns = columnsFor(table, terms, plan, operation !== 'value' && operation !== 'none')
    const units = unitsOf(table, inquiry)
    const cellsIn = (column: number): readonly Cell[] => {
      // "verken A eller B": a row that has nothing in any of the columns asked about.
      const cells = cellsOf(table, column, units).filter(
        ({ label }) => operation !== 'none' || columns.every((other) => isEmpty(cellsOf(table, other), label)),
      )
      return rowsFor(cells, question, terms, operation)
    }
    const whole = columns.length === 0 && operation === 'value' ? wholeRow(table, terms, plan, source) : undefined
    if (whole) return whole
    const isOfYears = plan.meeting.years.length > 1 && operation !== 'none'
    const headers = columns.map((column) => table.header[column] ?? '')
    if (isOfYears && !plan.meeting.years.every((year) => headers.some((header) => header.includes(String(year)))))
      continue
    for (const group of isOfYears ? [columns] : columns.map((column) => [column])) {
      const ofColumns = group.flatMap((column) =>
        cellsIn(column).map((cell) =>
          group.length > 1 ? { ...cell, label: `${cell.label} ${table.header[column] ?? ''}` } : cell,
        ),
      )
      const columnsOf = group.map((column) => cellsOf(table, column, units))
      const isOfAll = matterOf(terms).every((term) => meets(term, table.context) > 0)
      const result = resultOf(ofColumns, columnsOf, operation, isOfAll, inquiry)
      if (!result) continue
      const header = table.header.join('\t')
      const quote = [
        ...(table.passage.text.startsWith(header) ? [header] : []),
        ...new Set(result.cells.map(({ line }) => line)),
      ].join('\n')
      const named = group.map((column) => table.header[column]).filter(Boolean)
      const name = [...named, source(table.passage)].join(', ')
      return {
        outcome: 'answered',
        paragraphs: [
          {
            text: `${result.text} (${name})\n«${quote.replace(/\t/g, ' ')}»`,
            citations: [citePassage(table.passage, quote, null)],
          },
        ],
        derived: result.derived,
        reason: `table-${operation}`,
      }
    }
  }
  return undefined
}
