import type { Derived } from '../../domain/answer.ts'
import type { RankedPassage, StoredPassage } from '../../domain/passage.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { addDecimals, compareDecimals, formatDecimal, parseNumber } from '../../norwegian/numbers.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { asksFor, isMeasure } from '../operation.ts'
import type { Plan, Wanted } from '../plan.ts'
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
const SUM_ROW = /^(?:sum|totalt|total|i alt|samlet|samla|til sammen|til saman|hele|heile|alle|gjennomsnitt)(?!\p{L})/iu

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
    .flatMap((passage) => {
      const above = inquiry.register
        .passagesOf(inquiry.asker, passage.document)
        .find(({ ordinal }) => ordinal === passage.ordinal - 1)
      return toTable(passage, above, inquiry) ?? []
    })

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
  /(?<!\p{L})(?:fikk|fekk|får|gitt|tildelt|innvilg\p{L}*|bevilg\p{L}*|got|get|gets|receive[ds]?|granted|awarded)(?!\p{L})/iu
const APPLIED = /(?<!\p{L})(?:om)?(?:søk(?:te?|er|nad)\p{L}*|applied|application)/iu

/** The columns a question can mean: those whose header it names, else the only one with numbers. */
function columnsFor(
  table: Table,
  terms: readonly Term[],
  { meeting: { years }, question, wanted, isCount }: Plan,
  isSum: boolean,
): number[] {
  const numeric = table.header.map((_, index) => index).filter((index) => index > 0 && isNumeric(table, index))
  // What was applied for is not what was given.
  const isGiven = (index: number): boolean =>
    !ASKS_GIVEN.test(question) || APPLIED.test(question) || !APPLIED.test(table.header[index] ?? '')
  const ofUnit = numeric.filter((index) => isOfUnit(table, index, wanted) && isGiven(index))
  const byYear = ofUnit.filter(
    (index) =>
      years.some((year) => (table.header[index] ?? '').includes(String(year))) &&
      (!isCount || countsThat(table.header[index] ?? '', terms)),
  )
  if (byYear.length > 0) return byYear
  const hasYears = numeric.some((index) => /(?<!p{L})(?:19|20)\d{2}\b/.test(table.header[index] ?? ''))
  if (hasYears && years.length > 0) return []
  const named = ofUnit.filter((index) => {
    const stems = stemSet(table.header[index] ?? '')
    return terms.some((term) => meets(term, stems) >= 0.5)
  })
  const sums = isSum ? ofUnit.filter((index) => SUM_ROW.test(table.header[index] ?? '')) : []
  if (named.length === 1 || (named.length > 1 && sums.length === 0)) return named
  return sums.length > 0 ? sums : ofUnit.length === 1 ? ofUnit : []
}

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
}

function cellsOf(table: Table, column: number): Cell[] {
  return table.rows.flatMap((row) => {
    const number = parseNumber(row[column] ?? '')
    return number
      ? [{ label: row[0] ?? '', line: row.join('\t'), literal: row[column] ?? '', decimal: number.decimal }]
      : []
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
        best.literal,
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
    return { text: `${terms.join(' + ')} = ${total}`, cells, derived: [{ value: total, operation: 'sum', from }] }
  }
  if (others.length > 0)
    return { text: cells.map(({ label, literal }) => texts.tableValue(label, literal)).join('; '), cells, derived: [] }
  return { text: texts.tableValue(first.label, first.literal), cells: [first], derived: [] }
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
  const quote = [header.join('\t'), row.join('\t')].join('\n')
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
    const cellsIn = (column: number): readonly Cell[] => {
      // "verken A eller B": a row that has nothing in any of the columns asked about.
      const cells = cellsOf(table, column).filter(
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
      const result = compute(ofColumns, operation, inquiry)
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
