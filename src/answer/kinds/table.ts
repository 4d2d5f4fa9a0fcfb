import type { RankedPassage } from '../../domain/passage.ts'
import { isoMonth, monthOf, yearsIn } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { compareDecimals } from '../../norwegian/numbers.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { countedIn } from '../asked.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { countsThat } from '../has-wanted.ts'
import { meets } from '../meets.ts'
import { asksFor, isMeasure } from '../operation.ts'
import type { Plan } from '../plan.ts'
import { directionAsked, rowsThatWent } from '../table-changes.ts'
import { columnsFor, isOfferedOnly, SUM_ROW } from '../table-columns.ts'
import { APART, apartInRow, apartOfTwo, asksApart, furthestApart, IS_LEVEL } from '../table-difference.ts'
import { emptyOf, extremeOf, isShare, type Result, shareOfSum, sumOf, valuesOf } from '../table-results.ts'
import { rowsNamed, wholeRows } from '../table-rows.ts'
import { monthsOf, PART_OF_YEAR } from '../table-span.ts'
import { type Cell, type CellsOf, cellsIn, draftOf, type Row, type Table, tablesIn } from '../tables.ts'
import { coverage, matterOf, stemSet, type Term, termWeights, UNKNOWN_ENGLISH_IMPORTANCE } from '../topic.ts'

type TableOperation = 'highest' | 'lowest' | 'none' | 'sum' | 'value'

const MIN_COVERAGE = 0.6
const MIN_MATTER = 0.6
/** A row that only another word for the matter names is no part of a sum. */
const MIN_NAMED = { sum: 0.9, value: 0.75 }

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

/** "Hva ble lønnsutgiftene …?", and what is only named: "ramme kultur 2026". */
const ASKS_VALUE =
  /^(?:hva|kva|what)\s+(?:er|var|ble|blir|blei|vart|vert|koster|kostar|kostet|kosta|is|was|are|were|does|did|will)(?!\p{L})/u
const ASKS_OR_SAYS =
  /^(?:hv\p{L}+|kv\p{L}+|kor\p{L}*|når|who|what|when|where|why|which|how)(?!\p{L})|(?<!\p{L})(?:er|var|blir?|ble|vart|har|hadde|skal|kan|is|are|was|were|has|have|will|can|do|does|did)(?!\p{L})/u
const MOST_WORDS = 6

const asksValue = ({ meeting }: Plan, question: string): boolean =>
  ASKS_VALUE.test(question) ||
  (meeting.years.length > 0 && !ASKS_OR_SAYS.test(question) && tokens(question).length <= MOST_WORDS)

/** Names of months and years alone make no table one about the matter. */
function isAboutMatter({ context }: Table, terms: readonly Term[]): boolean {
  const matter = matterOf(terms)
  const met = matter.filter((term) => meets(term, context) > 0).length
  return matter.length === 0 || met / matter.length >= MIN_MATTER
}

const labelsOf = ({ rows, labelColumn }: Table): ReadonlySet<string> =>
  stemSet(rows.map((row) => row[labelColumn] ?? '').join('\n'))

/** Whether a table's own words, and not the text above it, name a thing. */
const isNamedIn = (table: Table, term: Term): boolean => meets(term, table.named) >= MIN_NAMED.value

/**
 * Whether a table's numbers can be of what is counted: its own words say so, or the text above counts just that, or a row
 * is named by a thing. "Nordby" alone may have a number of anything.
 */
const tellsHowMany = (table: Table, counted: Term, terms: readonly Term[], { askedIn }: Plan): boolean =>
  isNamedIn(table, counted) ||
  countsThat(table.above, counted) ||
  ((askedIn === 'en' || matterOf(terms).every((term) => meets(term, table.context) > 0)) &&
    rowsNamed(
      table,
      terms.filter(({ isSpecific }) => !isSpecific),
      MIN_NAMED.sum,
    ).length > 0)

/** How far things are apart is told by no table that only stands below a sentence about it. */
const IS_APART = /avvik|(?:mer|meir|mindre|over|under)forbruk|overspend|underspend|deviation/u
const tellsApart = ({ header }: Table): boolean => header.some((cell) => APART.test(cell))
const COUNTS_MONEY =
  /(?<!\p{L})(?:mange|many|antall)\s+(?:kroner|kr|mill\p{L}*|tusen|prosent\p{L}*|percent\p{L}*)(?!\p{L})/u
/** Money and shares are no number of things. */
const isMoneyOrShare = ({ fact, literal }: Cell): boolean =>
  fact?.unit === 'kr' || fact?.unit === '%' || fact?.basis !== undefined || literal.includes('%')

const SET_AGAINST = /(?<!\p{L})(?:enn|than|mot|mellom|between|over|under)(?!\p{L})/u
const KIND = /(?<!\p{L})(?:hvilke[nt]?|kva(?:\s+for(?:\s+(?:ein|ei|eit))?)?|which|what)\s+(\p{L}+)/u

/** Whether the rows are of the sort that is asked for: "hvilken måned" is answered by no type of call-out. */
function isOfKind(table: Table, question: string, asked: readonly Term[]): boolean {
  const kind = KIND.exec(question)?.[1]
  if (kind === undefined) return true
  if (/^(?:måned|månad|month)/u.test(kind))
    return table.rows.some((row) => monthOf(fold(row[table.labelColumn] ?? '')) !== undefined)
  const term = asked.find(({ folded, isSpecific }) => folded === kind && !isSpecific)
  if (!term || PART_OF_YEAR.test(kind)) return true
  return meets(term, table.own) > 0.5 || meets(term, labelsOf(table)) > 0.5
}

function rowsFor(table: Table, question: string, terms: readonly Term[], operation: TableOperation): readonly Row[] {
  const label = (row: Row): string => row[table.labelColumn] ?? ''
  const body = table.rows.filter((row) => !SUM_ROW.test(label(row)))
  const span = monthsOf(question)
  if (span) {
    const isWithin = (month: number | undefined): boolean => month !== undefined && month >= span[0] && month <= span[1]
    const months = body.filter((row) => isWithin(monthOf(fold(label(row)))))
    return months.length > 0 ? months : body.filter((row) => monthsOf(fold(label(row)))?.join() === span.join())
  }
  if (operation !== 'sum' && operation !== 'value') {
    const [, part] = PART_OF_YEAR.exec(question) ?? []
    const isOfOther = part !== undefined && operation !== 'none' && !body.some((row) => fold(label(row)).includes(part))
    return isOfOther ? [] : body
  }
  const named = rowsNamed(table, terms, MIN_NAMED[operation])
  if (named.length > 0) return named
  const sums = wholeRows(table, terms)
  const hasSum = body.length < table.rows.length
  if (operation === 'sum') return sums.length > 0 || hasSum ? sums : body
  // Of the whole, unless a word may be of a part.
  const needed = [...matterOf(terms), ...terms.filter(({ importance }) => importance === UNKNOWN_ENGLISH_IMPORTANCE)]
  return needed.every((term) => isNamedIn(table, term)) ? sums : []
}

/** "verken A eller B": a row that has nothing in any of the columns asked about. */
const isEmptyIn = (row: Row, columns: readonly number[], cellsOf: CellsOf): boolean =>
  columns.every((column) => cellsOf(row, column).some(({ decimal }) => compareDecimals(decimal, '0') === 0))

/** What is told of another year than those asked for: "mai" of a table of last year. */
function isOfTime({ fact }: Cell, { passage }: Table, { meeting: { years, months } }: Plan): boolean {
  const isToldThen = months.some((month) => passage.date?.startsWith(isoMonth(month)))
  if (!fact?.period || years.length === 0 || isToldThen) return true
  const [from, to] = [Number(fact.period.from.slice(0, 4)), Number(fact.period.to.slice(0, 4))]
  return years.some((year) => from <= year && year <= to)
}

function compute(cells: readonly Cell[], operation: TableOperation, inquiry: Inquiry): Result | undefined {
  const sizeOf = ({ decimal, header }: Cell): string => (APART.test(header) ? decimal.replace('-', '') : decimal)
  switch (operation) {
    case 'highest':
      return extremeOf(cells, 1, sizeOf, inquiry)
    case 'lowest':
      return extremeOf(cells, -1, sizeOf, inquiry)
    case 'none':
      return emptyOf(cells, inquiry)
    case 'sum':
      return sumOf(cells, inquiry)
    case 'value':
      return valuesOf(cells, inquiry)
  }
}

/**
 * What was asked of cells of one or more columns; counts are no share, but of their sum.
 * @param isOfAll whether the table is of every word of the matter, so that its sum is the whole that was asked of
 */
function resultOf(
  cells: readonly Cell[],
  { columns, row }: { readonly columns: readonly (readonly Cell[])[]; readonly row: readonly Cell[] },
  operation: TableOperation,
  isOfAll: boolean,
  inquiry: Inquiry,
): Result | undefined {
  const asksShare = inquiry.plan.wanted === 'percent' && operation === 'value' && !cells.every(isShare)
  if (!asksShare) return compute(cells, operation, inquiry)
  const [part, other] = cells
  const [column, another] = columns
  return isOfAll && part && column && !other && !another ? shareOfSum(part, column, row, inquiry) : undefined
}

/** All numbers of a row with their columns: "søkt" and "innstilling" are both told where nothing says which is meant. */
function wholeRow(
  table: Table,
  row: Row,
  cells: readonly Cell[],
  { meeting: { years }, wanted }: Plan,
): Result | undefined {
  const named = table.header.join(' ')
  const isOfOtherYears =
    years.length > 0 && yearsIn(named).length > 0 && !years.some((year) => named.includes(String(year)))
  if (cells.length === 0 || isOfOtherYears || (wanted === 'percent' && !cells.every(isShare))) return undefined
  const told = cells.map(({ column, literal }) => `${table.header[column] ?? ''}: ${literal}`)
  return { text: `${row[table.labelColumn] ?? ''}: ${told.join('; ')}`, cells, derived: [] }
}

interface Found extends Result {
  readonly columns: readonly number[]
  readonly reason: string
}

interface Asking {
  readonly question: string
  readonly terms: readonly Term[]
  readonly operation: TableOperation
}

/** Two cells set against each other: of the row that is named, of the sum, or of the row where they are furthest apart. */
function apartIn(
  table: Table,
  cellsOf: CellsOf,
  { question, terms, operation }: Asking,
  inquiry: Inquiry,
): Result | undefined {
  const isColumn = table.header.some(
    (header) => APART.test(header) && terms.some((term) => !term.isSpecific && meets(term, stemSet(header)) === 1),
  )
  const isOfSum = operation === 'sum' && !asksFor('rest', question) && !SET_AGAINST.test(question)
  if (!asksApart(question) || isColumn || isOfSum) return undefined
  const body = table.rows.filter((row) => !SUM_ROW.test(row[table.labelColumn] ?? ''))
  if (operation === 'highest' || operation === 'lowest') return furthestApart(table, body, cellsOf, terms, inquiry)
  const direction = directionAsked(question)
  if (direction) return rowsThatWent(direction, table, body, cellsOf, terms, inquiry)
  const matter = matterOf(terms.filter(({ folded }) => !IS_LEVEL.test(folded)))
  if (!matter.every((term) => meets(term, table.context) > 0)) return undefined
  // Of the whole, before what only another word for it names.
  const isOfWhole = matter.every((term) => isNamedIn(table, term))
  const sums = isOfWhole ? wholeRows(table, terms) : []
  const rows =
    [rowsNamed(table, terms, MIN_NAMED.sum), sums, rowsNamed(table, terms, MIN_NAMED.value)].find(
      (some) => some.length > 0,
    ) ?? []
  const [row, another] = rows
  if (row && !another) return apartInRow(table, row, cellsOf, terms, inquiry)
  const columns = columnsFor(table, terms, inquiry.plan, false)
  const isPair = rows.length === 2 && rows !== sums && columns.length === 1 && SET_AGAINST.test(question)
  const cells = isPair ? rows.flatMap((one) => cellsOf(one, columns[0] ?? 0)) : []
  return cells.length === 2 ? apartOfTwo(cells, inquiry) : undefined
}

function fromTable(table: Table, asking: Asking, inquiry: Inquiry): Found | undefined {
  const { question, terms, operation } = asking
  const { plan } = inquiry
  const { years } = plan.meeting
  const all = cellsIn(table, inquiry)
  const isCount = plan.isCount && !COUNTS_MONEY.test(question)
  const isMeant = (cell: Cell): boolean =>
    isOfTime(cell, table, plan) && !isOfferedOnly(cell.header, question) && !(isCount && isMoneyOrShare(cell))
  const cellsOf: CellsOf = (row, column) => all(row, column).filter(isMeant)
  const columns = columnsFor(table, terms, plan, operation !== 'value' && operation !== 'none')
  const rows = rowsFor(table, question, terms, operation).filter(
    (row) => operation !== 'none' || isEmptyIn(row, columns, cellsOf),
  )
  const [row, another] = rows
  const isSum = SUM_ROW.test(row?.[table.labelColumn] ?? '')
  if (columns.length === 0 && operation === 'value' && row && !another && !isSum) {
    const whole = wholeRow(
      table,
      row,
      table.header.flatMap((_, column) => cellsOf(row, column)),
      plan,
    )
    if (whole) return { ...whole, columns: [], reason: 'table-row' }
  }
  const isOfYears = years.length > 1 && operation !== 'none'
  const headers = columns.map((column) => table.header[column] ?? '')
  if (isOfYears && !years.every((year) => headers.some((header) => header.includes(String(year))))) return undefined
  // "kritisk og høy til sammen": of one row, the columns are what is added up.
  const addsColumns = operation === 'sum' && row !== undefined && !another && !SET_AGAINST.test(question)
  for (const group of isOfYears || addsColumns ? [columns] : columns.map((column) => [column])) {
    const cells = group.flatMap((column) =>
      rows
        .flatMap((one) => cellsOf(one, column))
        .map((cell) => (group.length > 1 ? { ...cell, label: `${cell.label} ${table.header[column] ?? ''}` } : cell)),
    )
    const whole = {
      columns: group.map((column) => table.rows.flatMap((one) => cellsOf(one, column))),
      row: row ? table.header.flatMap((_, column) => cellsOf(row, column)) : [],
    }
    const isOfAll = matterOf(terms).every((term) => meets(term, table.context) > 0)
    const result = resultOf(cells, whole, operation, isOfAll, inquiry)
    if (result) return { ...result, columns: group, reason: `table-${operation}` }
  }
  return undefined
}

const WANTS_NUMBER = new Set<Plan['wanted']>(['number', 'amount', 'percent'])

interface Ranked {
  readonly tables: readonly Table[]
  readonly asking: Asking
}

/** The tables that are about the question's matter, best first, and what is asked of them. */
function rankTables(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  asked: readonly Term[],
  { isStrict, isApart }: { readonly isStrict?: boolean; readonly isApart?: boolean },
): Ranked {
  const { plan } = inquiry
  const measured = asked.filter(isMeasure)
  // "merforbruk" is told by two columns, but of no table alone.
  const others = measured.filter(({ folded }) => !IS_LEVEL.test(folded))
  const isOfThings = others.some(({ isSpecific, importance }) => !isSpecific && importance === 1)
  const terms = isApart && isOfThings ? others : measured
  const question = fold(plan.question)
  const operation = operationOf(question)
  const counted = plan.isCount ? countedIn(plan.question, asked) : undefined
  const tables = tablesIn(inquiry, passages)
  const yearOf = ({ table }: { readonly table: Table }): number => table.passage.year ?? 0
  // A year's own report tells of it before the next year's, which repeats it.
  const ofAskedYear = (entry: { readonly table: Table }): number => Number(plan.meeting.years.includes(yearOf(entry)))
  const weights = termWeights(
    terms,
    tables.map(({ context }) => context),
  )
  const isOfRows = operation === 'highest' || operation === 'lowest' || directionAsked(question) !== undefined
  const ranked = tables
    .map((table) => ({ table, share: coverage(terms, weights, table.context) }))
    .filter(
      ({ share, table }) =>
        share >= MIN_COVERAGE &&
        isAboutMatter(table, terms) &&
        (!isOfRows || isOfKind(table, question, asked)) &&
        (counted === undefined || tellsHowMany(table, counted, terms, plan)) &&
        matterOf(terms).every(
          (term) => isNamedIn(table, term) || (IS_APART.test(term.folded) ? tellsApart(table) : isStrict !== true),
        ) &&
        terms.every((term) => !term.isSpecific || meets(term, table.context) > 0),
    )
    .toSorted((a, b) => b.share - a.share || ofAskedYear(b) - ofAskedYear(a) || yearOf(b) - yearOf(a))
  return { tables: ranked.map(({ table }) => table), asking: { question, terms, operation } }
}

/**
 * How far two cells of a table are apart.
 * @returns undefined when that is not asked, or no table that has all of the matter has just the two
 */
export function answerApartInTables(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  asked: readonly Term[],
  source: (passage: RankedPassage) => string,
): Draft | undefined {
  if (!asksApart(fold(inquiry.plan.question))) return undefined
  const { tables, asking } = rankTables(inquiry, passages, asked, { isApart: true })
  for (const table of tables) {
    // What it is set against may be of the year before.
    const apart = apartIn(table, cellsIn(table, inquiry), asking, inquiry)
    if (!apart?.cells.some((cell) => isOfTime(cell, table, inquiry.plan))) continue
    const columns = apart.cells.map(({ column }) => column)
    const lines = apart.cells.map(({ line }) => line)
    return draftOf(table, { ...apart, columns, lines, reason: 'table-difference' }, source)
  }
  return undefined
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
  const question = fold(plan.question)
  // Where no number is asked for by name, all of the matter must be the table's own.
  const isStrict = operationOf(question) === 'value' && !WANTS_NUMBER.has(plan.wanted)
  if (isStrict && !asksValue(plan, question)) return undefined
  const { tables, asking } = rankTables(inquiry, passages, asked, { isStrict })
  for (const table of tables) {
    const found = fromTable(table, asking, inquiry)
    if (found) return draftOf(table, { ...found, lines: found.cells.map(({ line }) => line) }, source)
  }
  return undefined
}
