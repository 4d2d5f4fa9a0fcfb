import { foldSpaces } from '../../norwegian/fold.ts'
import type { PlacedBlock } from '../placed-block.ts'
import type { Field, Finding } from './field.ts'
import { type HeaderLabel, isHeaderLabel, labelOf } from './labels.ts'

const ABSENT_COLUMN = /^(?:meldt )?forfall$/iu
const MET_INSTEAD_COLUMN = /^(?:møtende|møtande|møtte)?\s?vara(?:medlem|representant)?(?:mer|mar|er|ar)?$/iu

const MET_COLUMN = /^(?:til stede|tilstede|til stades|møtt|møtte|deltok|frammøtt|fremmøtt|oppmøte)$/iu
const AWAY_COLUMN = /^(?:forfall|fravær|fråvær|avbud|ikke møtt|ikkje møtt)$/iu
const YES = /^(?:x|✓|✔|ja|1|møtt|til stede|til stades)$/iu
const NO = /^(?:nei|0|[-–—]|forfall|fravær|fråvær|ikke møtt|ikkje møtt)$/iu

/** Members by rows, and a mark in the column of those who met or of those who did not. */
function markedLists(rows: readonly (readonly string[])[]): { label: HeaderLabel; rows: string[][] }[] | undefined {
  const [head = [], ...people] = rows
  const at = (pattern: RegExp): number => head.findIndex((cell) => pattern.test(cell.trim()))
  const [metAt, awayAt] = [at(MET_COLUMN), at(AWAY_COLUMN)]
  const cell = (row: readonly string[], column: number): string => (row[column] ?? '').trim()
  const isMarked = people.some((row) => [metAt, awayAt].some((column) => YES.test(cell(row, column))))
  if (!isMarked) return undefined
  const isAway = (row: readonly string[]): boolean => YES.test(cell(row, awayAt)) || NO.test(cell(row, metAt))
  const bare = (row: readonly string[]): string[] => row.filter((_, column) => column !== metAt && column !== awayAt)
  return [
    { label: 'present', rows: [bare(head), ...people.filter((row) => !isAway(row)).map(bare)] },
    { label: 'absent', rows: [bare(head), ...people.filter(isAway).map(bare)] },
  ]
}

/** A table of people may hold several lists, each below the row that says which: "Forfall:". */
function listsIn(rows: readonly (readonly string[])[], label: HeaderLabel): { label: HeaderLabel; rows: string[][] }[] {
  const [head = [], ...below] = rows
  const lists = [{ label, rows: [[...head]] }]
  for (const row of below) {
    const found = labelOf(row[0] ?? '')
    if (!found || !isHeaderLabel(found.label)) lists.at(-1)?.rows.push([...row])
    else {
      const own = [found.rest, ...row.slice(1)].filter(Boolean)
      lists.push({ label: found.label, rows: own.length > 0 ? own.map((entry) => [entry]) : [[...head]] })
    }
  }
  return lists
}

/** The lists of a table of people that stands below this label, or under none. */
export function peopleFindings({ rows = [], text, page }: PlacedBlock, label: HeaderLabel): Finding[] {
  const lists = markedLists(rows) ?? listsIn(rows, label)
  return lists.flatMap((list) => {
    const printed = lists.length > 1 ? list.rows.map((row) => row.filter(Boolean).join(' ')).join(' ') : text
    return listFindings({ ...list, quote: foldSpaces(printed), page })
  })
}

/** One list of a table; who met in whose place may stand beside those who were absent. */
function listFindings({ label, rows, quote, page }: Omit<Field, 'entries'> & { label: HeaderLabel }): Finding[] {
  const [head = [], ...people] = rows ?? []
  const field: Field = { entries: people.map((row) => row.join(', ')), rows: rows ?? [], quote, page }
  const at = (pattern: RegExp): number => head.findIndex((cell) => pattern.test(cell.trim()))
  const insteadAt = label === 'absent' ? at(MET_INSTEAD_COLUMN) : -1
  const isShared = people.some((row) => row.some((cell) => /\d\s*%|\d{2}/.test(cell)))
  if (insteadAt < 0) return [{ label, field, taken: 1, isShared }]
  const nameAt = Math.max(at(ABSENT_COLUMN), 0)
  const substitutes = people.filter((row) => row[insteadAt]).map((row) => [row[insteadAt] ?? '', row[nameAt] ?? ''])
  const absent = (rows ?? []).map((row) => row.filter((_, column) => column !== insteadAt))
  return [
    { label: 'absent', field: { ...field, rows: absent }, taken: 1 },
    { label: 'substitutes', field: { ...field, rows: [['Navn', 'Møtte for'], ...substitutes] }, taken: 1 },
  ]
}

/** Whether a table of people is of those who were absent. */
export const headsAbsent = (head: readonly string[]): boolean => head.some((cell) => ABSENT_COLUMN.test(cell.trim()))
