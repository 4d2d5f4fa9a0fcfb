import type { PassageFilter } from '../../domain/passage.ts'
import { findDates } from '../../norwegian/dates.ts'
import { fold } from '../../norwegian/fold.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { meets } from '../meets.ts'
import { type Table, tablesIn } from '../tables.ts'
import { coverage, stemSet, type Term, termWeights } from '../topic.ts'
import { listInWords } from '../words.ts'
import { sourceInWords } from './passage.ts'

const MIN_COVERAGE = 0.6
const MOST_TABLES = 12
const MIN_DATED = 0.6
const MIN_NAMED = 0.5
/** "Hvilke kommuner hadde sagt ja?", "Which milestones are finished?" */
const ASKS_WHICH = /(?<!\p{L})(?:hvilke|kva for|which|what)\s+\p{L}+/u
const ASKS_DUTY = /(?<!\p{L})(?:må|måtte|frist\p{L}*|innen|innan|senest|seinast|must|deadline|by when)(?!\p{L})/u
/** How a status is put that is neither the question's word nor another for it. */
const POLARITY: readonly (readonly [RegExp, RegExp])[] = [
  [
    /(?<!\p{L})(?:ja|yes|vedt\p{L}*|godkj\p{L}*|slutt\p{L}* seg|med|join\p{L}*|approved|agreed|accepted|takka? ja)(?!\p{L})/u,
    /(?<!\p{L})(?:delt\p{L}*|vedt\p{L}*|godkj\p{L}*|ja|med|tilslutt\p{L}*|innvilg\p{L}*)(?!\p{L})/u,
  ],
  [
    /(?<!\p{L})(?:nei|no|avsl\p{L}*|avvis\p{L}*|declined|rejected|refused)(?!\p{L})/u,
    /(?<!\p{L})(?:nei|avsl\p{L}*|avvis\p{L}*|deltar ikke|deltek ikkje)(?!\p{L})/u,
  ],
  [
    /(?<!\p{L})(?:utsatt|utsett|utsatte|ventet|venta|postponed|deferred|put off)(?!\p{L})/u,
    /(?<!\p{L})(?:utsatt|utsett)(?!\p{L})/u,
  ],
]

const isDate = (cell: string): boolean => findDates(cell).some(({ day }) => day !== undefined)

/** A table that says of each row how far it has come, and on which day. */
interface StatusTable {
  readonly table: Table
  readonly dateColumns: readonly number[]
  /** Neither labels nor days nor numbers. */
  readonly textColumns: readonly number[]
}

function toStatusTable(table: Table): StatusTable | undefined {
  const { header, rows } = table
  const columns = header.map((_, index) => index).filter((index) => index > 0)
  const dateColumns = columns.filter(
    (index) => rows.filter((row) => isDate(row[index] ?? '')).length >= rows.length * MIN_DATED,
  )
  const textColumns = columns.filter(
    (index) => !dateColumns.includes(index) && rows.every((row) => /\p{L}{2}/u.test(row[index] ?? '')),
  )
  // A list of tasks is of promises.
  const isOfTasks = header.some((cell) => /^(?:frist|tidsfrist|ansvar\p{L}*|hvem|kven)$/iu.test(cell.trim()))
  return dateColumns.length > 0 && !isOfTasks ? { table, dateColumns, textColumns } : undefined
}

const labelOf = ({ dateColumns }: StatusTable, row: readonly string[]): string =>
  row.filter((_, index) => !dateColumns.includes(index)).join(' ')

/**
 * The one row that the question names more of than of any other. What neither it nor what stands around the table tells is
 * not answered by it.
 */
function rowAsked(
  status: StatusTable,
  terms: readonly Term[],
  weights: readonly number[],
): readonly string[] | undefined {
  const { rows, context } = status.table
  const inRows = rows.map((row) => stemSet(labelOf(status, row)))
  const scored = rows.map((row, index) => {
    const own = inRows[index] ?? new Set<string>()
    const isOfOther = (stem: string): boolean => !own.has(stem) && inRows.some((stems) => stems.has(stem))
    const whole = new Set([...[...context].filter((stem) => !isOfOther(stem)), ...own])
    const named = terms.reduce((sum, term) => sum + term.importance * meets(term, own), 0)
    return { row, named, share: coverage(terms, weights, whole) }
  })
  const meant = scored.filter(({ named, share }) => named >= MIN_NAMED && share >= MIN_COVERAGE)
  const best = Math.max(...meant.map(({ named }) => named))
  const [only, another] = meant.filter(({ named }) => named === best)
  return only && !another ? only.row : undefined
}

/** The rows whose status is the one asked for. */
function rowsAsked({ table, textColumns }: StatusTable, question: string, terms: readonly Term[]): readonly string[][] {
  const statusOf = (row: readonly string[]): string => textColumns.map((index) => fold(row[index] ?? '')).join(' ')
  const named = table.rows.filter((row) => terms.some((term) => meets(term, stemSet(statusOf(row))) >= 0.85))
  if (named.length > 0) return named.map((row) => [...row])
  const asked = POLARITY.filter(([pattern]) => pattern.test(question)).map(([, told]) => told)
  return table.rows.filter((row) => asked.some((told) => told.test(statusOf(row)))).map((row) => [...row])
}

/**
 * A day or the rows of a status from a table that is about the question's matter: "when did Nordby deal with it?", "which
 * municipalities had said yes?".
 * @returns undefined when no table has days, or none of its rows is meant
 */
export function answerFromStatusTables(
  inquiry: Inquiry,
  filter: PassageFilter,
  terms: readonly Term[],
): Draft | undefined {
  const { plan, texts, language, asker, findPassages } = inquiry
  const question = fold(plan.question)
  const asksWhich = (plan.wanted === 'municipality' || plan.wanted === 'list') && ASKS_WHICH.test(question)
  // What must be done by a day is a promise.
  if ((plan.wanted !== 'date' || ASKS_DUTY.test(question)) && !asksWhich) return undefined
  const passages = findPassages(asker, plan.question, { ...filter, passageKinds: ['table'] }, MOST_TABLES)
  const tables = tablesIn(inquiry, passages).flatMap((table) => toStatusTable(table) ?? [])
  const contexts = tables.map(({ table: { context, rows, passage } }) => {
    const own = [passage.committee, passage.date?.slice(0, 4), ...rows.map((row) => row.join(' '))].join('\n')
    return new Set([...context, ...stemSet(own)])
  })
  const weights = termWeights(terms, contexts)
  const month = (term: Term): boolean => plan.meeting.months.length > 0 && /^\p{L}/u.test(term.text) && isMonth(term)
  const ranked = tables
    .map((status, index) => ({ status, stems: contexts[index] ?? new Set<string>() }))
    .filter(({ stems }) => terms.every((term) => !term.isSpecific || month(term) || meets(term, stems) > 0))
    .map(({ status, stems }) => ({ status, share: coverage(terms, weights, stems) }))
    .filter(({ share }) => share >= MIN_COVERAGE)
    .toSorted((a, b) => b.share - a.share)
  for (const { status } of ranked) {
    const { passage, header } = status.table
    const row = asksWhich ? undefined : rowAsked(status, terms, weights)
    const rows = asksWhich ? rowsAsked(status, question, terms) : row ? [[...row]] : []
    if (rows.length === 0) continue
    const column = status.dateColumns.at(-1) ?? 0
    const labels = rows.map(([label = '']) => label)
    const told = row ? texts.tableValue(row[0] ?? '', row[column] ?? '') : listInWords(labels, language)
    const name = [row ? header[column] : undefined, sourceInWords(passage, inquiry)].filter(Boolean).join(', ')
    const quote = [header, ...rows].map((cells) => cells.join('\t')).join('\n')
    return {
      outcome: 'answered',
      paragraphs: [
        { text: `${told} (${name})\n«${quote.replace(/\t/g, ' ')}»`, citations: [citePassage(passage, quote, null)] },
      ],
      derived: [],
      reason: asksWhich ? 'status-rows' : 'status-day',
    }
  }
  return undefined
}

const isMonth = ({ text }: Term): boolean => findDates(`1. ${text} 2000`).length > 0
