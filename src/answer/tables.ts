import type { Figure } from '../domain/figure.ts'
import type { RankedPassage, StoredPassage } from '../domain/passage.ts'
import { foldSpaces } from '../norwegian/fold.ts'
import { parseNumber } from '../norwegian/numbers.ts'
import { sentences } from '../norwegian/sentences.ts'
import { citePassage } from './citations.ts'
import type { Draft } from './draft.ts'
import type { Inquiry } from './evidence.ts'
import { unitOf } from './figure-draft.ts'
import { passageAbove } from './figure-pool.ts'
import { fileNameWords } from './file-name-words.ts'
import { headerAndRows } from './table-header.ts'
import { stemSet } from './topic.ts'

export type Row = readonly string[]

/** A table read again from its passage. */
export interface Table {
  readonly passage: RankedPassage
  readonly header: Row
  readonly rows: readonly Row[]
  /** The column of words that names its rows: behind one that only numbers them. */
  readonly labelColumn: number
  /** The heading right above it, and the line that leads to it. */
  readonly lead: readonly string[]
  /** What stands right above it. */
  readonly above: string
  /** Stems of all that names it: headings, the sentence above, header and row labels. */
  readonly context: ReadonlySet<string>
  /** The same without what stands in running text above it, and without its rows. */
  readonly own: ReadonlySet<string>
  /** The table that it goes on with, and whose header names its columns. */
  readonly headed: StoredPassage | undefined
  /** Of whose paper it is. */
  readonly owner: ReadonlySet<string>
  /** Its own words, those of its rows, and whose it is: not what stands in running text. */
  readonly named: ReadonlySet<string>
}

export interface Cell {
  readonly label: string
  readonly column: number
  readonly header: string
  readonly line: string
  readonly literal: string
  readonly decimal: string
  /** "tusen kr", where the words above the table or its header tell it. */
  readonly unit: string
  readonly fact: Figure | undefined
}

/** "T1", "4-2", "PS 71/24" */
const NUMBER_OF_ROW = /^(?:\p{Lu}{1,4}[\s-]?)?\d[\d/.-]*\.?$/u
/** "Tabellen viser …", "Slik fordeler utgiftene seg:" */
const LEADS = /:$|(?<!\p{L})(?:tabell|oversikt)/iu

/** The header above a table of several parts, each of which names its own rows. */
function headedBy(passage: StoredPassage, header: Row, inquiry: Inquiry): StoredPassage | undefined {
  const isOwn = passage.text.startsWith(header.join('\t'))
  for (let above = passageAbove(inquiry, passage); !isOwn && above?.kind === 'table'; ) {
    const [first = ''] = above.text.split('\n')
    if (first.endsWith(`\t${header.slice(1).join('\t')}`)) return above
    above = passageAbove(inquiry, above)
  }
  return undefined
}

function toTable(passage: RankedPassage, above: StoredPassage | undefined, inquiry: Inquiry): Table | undefined {
  const [header, rows] = headerAndRows(passage, inquiry)
  if (rows.length < 2 || header.length < 2) return undefined
  const isNumbered =
    rows.every((row) => NUMBER_OF_ROW.test((row[0] ?? '').trim())) &&
    rows.every((row) => /\p{L}{2}/u.test(row[1] ?? ''))
  const line = sentences(above?.text.split('\n').at(-1) ?? '').at(-1)?.text ?? ''
  const owner = [passage.documentTitle, passage.committee ?? '', fileNameWords(passage.documentName)]
  const lead = [passage.headings.at(-1) ?? '', LEADS.test(line) ? line : '']
  const names = [...passage.headings, passage.documentTitle, ...header]
  const labels = rows.map((row) => row[0] ?? '')
  const own = stemSet([...lead, ...passage.headings, ...header].join('\n'))
  const ofOwner = stemSet(owner.join('\n'))
  const labelColumn = isNumbered ? 1 : 0
  return {
    passage,
    header,
    rows,
    labelColumn,
    lead,
    above: above?.text ?? '',
    context: stemSet([above?.text ?? '', ...names, ...labels, String(passage.year ?? '')].join('\n')),
    own,
    headed: headedBy(passage, header, inquiry),
    owner: ofOwner,
    named: new Set([...own, ...stemSet(rows.map((row) => row[labelColumn] ?? '').join('\n')), ...ofOwner]),
  }
}

/** Several kinds look at the same passages before one of them answers. */
const readTables = new WeakMap<readonly RankedPassage[], readonly Table[]>()

/** The tables among passages, each with what stands above it. */
export function tablesIn(inquiry: Inquiry, passages: readonly RankedPassage[]): readonly Table[] {
  const before = readTables.get(passages)
  if (before) return before
  const tables = passages
    .filter(({ kind }) => kind === 'table')
    .flatMap((passage) => toTable(passage, passageAbove(inquiry, passage), inquiry) ?? [])
  readTables.set(passages, tables)
  return tables
}

/** The cells that a row has in a column: one, or none where there is no number. */
export type CellsOf = (row: Row, column: number) => readonly Cell[]

/** The numbers of a table, with what was read of them. */
export function cellsIn(table: Table, inquiry: Inquiry): CellsOf {
  const { passage, header, labelColumn } = table
  const told = inquiry.register
    .figures(inquiry.asker, {})
    .filter(({ document, fact }) => document.id === passage.document && fact.passage === passage.ordinal)
  const byCell = new Map(told.map((entry) => [`${entry.fact.row}\t${entry.fact.column ?? ''}`, entry]))
  return (row, column) => {
    const literal = row[column] ?? ''
    const number = parseNumber(literal)
    if (!number || column === labelColumn) return []
    const entry = byCell.get(`${foldSpaces(row[0] ?? '')}\t${foldSpaces(header[column] ?? '')}`)
    const isTold = /\p{L}|%/u.test(literal) || (entry?.fact.unit === 'kr' && entry.fact.scale === 0)
    const isMeasured = entry?.fact.unit === 'kr' || entry?.fact.unit === '%'
    return [
      {
        label: row[labelColumn] ?? '',
        column,
        header: header[column] ?? '',
        line: row.join('\t'),
        literal,
        decimal: number.decimal,
        unit: entry && isMeasured && !isTold ? unitOf(entry, inquiry) : '',
        fact: entry?.fact,
      },
    ]
  }
}

interface TellsOf {
  readonly text: string
  /** The rows it rests on. */
  readonly lines: readonly string[]
  readonly columns: readonly number[]
  readonly derived: Draft['derived']
  readonly reason: string
}

/** The rows as they stand, under the header, where a page's end has not parted it from them. */
export function draftOf(
  { header, passage, headed }: Table,
  { text, lines, columns, derived, reason }: TellsOf,
  source: (passage: RankedPassage) => string,
): Draft {
  const head = header.join('\t')
  const quote = [...(passage.text.startsWith(head) ? [head] : []), ...new Set(lines)].join('\n')
  const named = [...new Set(columns)].map((column) => header[column]).filter(Boolean)
  const [headedFirst = ''] = headed?.text.split('\n') ?? []
  return {
    outcome: 'answered',
    paragraphs: [
      {
        text: `${text} (${[...named, source(passage)].join(', ')})\n«${quote.replace(/\t/g, ' ')}»`,
        citations: [citePassage(passage, quote, null), ...(headed ? [citePassage(headed, headedFirst, null)] : [])],
      },
    ],
    derived,
    reason,
  }
}
