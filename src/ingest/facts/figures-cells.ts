import type { ParsedText } from '../../domain/document.ts'
import type { Figure, Period } from '../../domain/figure.ts'
import type { Passage } from '../../domain/passage.ts'
import type { Table } from '../../domain/table.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { scaleOfCaption } from '../../norwegian/numbers.ts'
import { basisOf } from './figures-basis.ts'
import { isEntityHeader } from './figures-entity.ts'
import { monthsPeriod, periodsIn, yearPeriod } from './figures-period.ts'
import { isPeriodLabel, isSumLabel, numberIn } from './tables.ts'

const MONEY =
  /(?<![\p{L}])(?:kr|kroner|NOK|TNOK|MNOK|tkr|beløp|sum i|kostnad\p{L}*|utgift\p{L}*|inntekt\p{L}*)(?![\p{L}])/iu
/** Never money, whatever the caption says of the other columns. */
const COUNTS =
  /(?<![\p{L}])(?:antall|talet på|tal på|stk|årsverk|stillinger|ansatte|tilsette|saker|henvendelser|innbyggere|innbyggjarar|folketall|folketal|elever|elevar|barn|brukere|plasser|plassar|timer|dager|andel|del|prosentandel|sykefravær|sjukefråvær)(?![\p{L}])/iu
/** Between two bases, of neither. */
const DIFFERENCE = /avvik|differanse|endring|(?<!\p{L})diff/iu
const UNIT_TAIL =
  /\s*(?:[([]?\s*i\s(?:hele\s|heile\s)?(?:1[ .]?000|tusen|mill\.?|millioner|mrd\.?)?\s?(?:kr\.?|kroner|NOK)?\s*[)\]]?|\((?:%|kr|prosent)\)|\s%)$/iu

interface Place {
  readonly heading: string | undefined
  readonly year: number | undefined
  readonly reportPeriod: Period | undefined
}

/** Scale and unit a header or a caption prescribes for bare numbers below it. */
function prescribed(text: string): { readonly scale: Figure['scale'] | undefined; readonly unit: string | undefined } {
  const scale =
    scaleOfCaption(text) ??
    (/(?<!\p{L})(?:mill\.?|MNOK)\s?(?:kr|kroner)?/iu.test(text) && MONEY.test(text) ? 6 : undefined)
  const share = /%|prosent/iu.test(text) ? '%' : undefined
  return { scale, unit: share ?? (scale !== undefined || (MONEY.test(text) && !COUNTS.test(text)) ? 'kr' : undefined) }
}

/** Calls `work` once for each text: thousands of cells share a few labels. */
function remembering<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    if (!known.has(text)) known.set(text, work(text))
    return known.get(text) as Value
  }
}

interface Times {
  /** The time a label names. */
  readonly of: (label: string) => Period | undefined
  /** Of the whole table, by its caption, the heading above or the report's year. */
  readonly whole: Period | undefined
  readonly reportPeriod: Period | undefined
  readonly year: number | undefined
}

function timesOf(caption: string | undefined, { year, heading, reportPeriod }: Place): Times {
  const of = remembering((label) => periodsIn(label, year)[0]?.period)
  const told =
    (caption === undefined ? undefined : of(caption)) ??
    (heading === undefined ? undefined : periodsIn(heading, undefined)[0]?.period)
  return { of, whole: told ?? reportPeriod, reportPeriod, year }
}

/** "mars" of a row and "2024" of a column make one month; a sum row is of the column's whole time. */
function periodOf(row: string, column: string, times: Times): Period | undefined {
  const { year, reportPeriod } = times
  const ofColumn = times.of(column)
  const ofRow = isSumLabel(row) || isPeriodLabel(row) ? times.of(row) : undefined
  const whole = ofColumn ?? times.whole
  const month = isSumLabel(row) ? undefined : monthOf(row)
  if (month !== undefined) {
    const of = whole ? Number(whole.from.slice(0, 4)) : year
    return of === undefined ? undefined : monthsPeriod(of, month, month, foldSpaces(`${row} ${of}`))
  }
  const columnMonth = monthOf(column)
  if (columnMonth !== undefined) {
    const base = ofRow ?? reportPeriod
    const of = base ? Number(base.from.slice(0, 4)) : year
    return of === undefined ? undefined : monthsPeriod(of, columnMonth, columnMonth, foldSpaces(`${column} ${of}`))
  }
  return ofColumn ?? ofRow ?? whole
}

/** What a cell measures: the label that names no time and nobody; the heading where both do. */
function measureOf(
  row: string,
  column: string,
  isEntityRow: boolean,
  heading: string | undefined,
  caption: string | undefined,
): string {
  const label = (text: string): string => foldSpaces(text.replace(UNIT_TAIL, '')) || foldSpaces(text)
  const columnTells = column !== '' && !isPeriodLabel(column)
  const rowTells = row !== '' && !isPeriodLabel(row) && !isSumLabel(row) && !isEntityRow
  if (rowTells) return label(row)
  if (columnTells) return label(column)
  return heading ?? caption ?? foldSpaces(row || column)
}

function fromTable(table: Table, passage: Passage, place: Place): Figure[] {
  const headers = table.columns.map(({ header }) => header)
  const isEntityRow = isEntityHeader(headers[0] ?? '')
  const above = [table.caption, place.heading].filter((text) => text !== undefined)
  // "Tall i 1000 kr" stands above, in the heading, or in the corner of the table.
  const ofWhole = [table.caption ?? '', headers[0] ?? '', place.heading ?? ''].map(prescribed)
  const ofCaption = ofWhole.find(({ scale }) => scale !== undefined) ?? prescribed(table.caption ?? '')
  const times = timesOf(table.caption, place)
  const prescribe = remembering(prescribed)
  const timeOf = remembering((labels) => {
    const [row = '', column = ''] = labels.split('\t')
    return periodOf(row, column, times)
  })
  const headerLine = foldSpaces(headers.join(' '))
  return table.rows.flatMap((cells) =>
    cells.flatMap((cell, column): Figure[] => {
      if (column === 0 || !table.columns[column]?.isNumeric) return []
      const number = numberIn(cell)
      if (!number) return []
      const row = cells[0] ?? ''
      const header = headers[column] ?? ''
      const ofHeader = prescribe(header)
      const ofRow = prescribe(row)
      const unit =
        number.unit ??
        ofHeader.unit ??
        (isPeriodLabel(row) || isSumLabel(row) ? undefined : ofRow.unit) ??
        ofCaption.unit
      const isCount = number.unit === undefined && COUNTS.test(`${header} ${row}`)
      // A scale word in the cell itself is final; a share is never scaled.
      const scale =
        number.scale ||
        (unit === 'kr' && number.unit !== 'kr' && !isCount
          ? (ofHeader.scale ?? ofRow.scale ?? ofCaption.scale ?? 0)
          : 0)
      const isBlankSign = /^[-–—]$/.test(cell.trim())
      const basis =
        !DIFFERENCE.test(header) && (unit === 'kr' || unit === undefined)
          ? (basisOf(header) ?? basisOf(row) ?? (unit === 'kr' ? above.map(basisOf).find(Boolean) : undefined))
          : undefined
      return [
        {
          measure: measureOf(row, header, isEntityRow, place.heading, table.caption),
          literal: number.literal,
          decimal: number.decimal,
          scale: isBlankSign ? 0 : scale,
          unit: isCount && unit !== '%' ? undefined : unit,
          basis,
          period: timeOf(`${row}\t${header}`),
          entity: isEntityRow && !isSumLabel(row) ? foldSpaces(row) : undefined,
          row: foldSpaces(row),
          column: header === '' ? undefined : foldSpaces(header),
          quote: foldSpaces(`${headerLine} ${cells.join(' ')}`),
          page: passage.page,
          passage: passage.ordinal,
          caseNumber: passage.caseNumber,
        },
      ]
    }),
  )
}

/** The numeric cells of tables, each with its row and column. */
export function cellFigures(text: ParsedText, tables: readonly Table[]): Figure[] {
  const year = text.year ?? (text.date ? Number(text.date.slice(0, 4)) : undefined)
  const reportPeriod = text.kind === 'report' && year !== undefined ? yearPeriod(year) : undefined
  const byOrdinal = new Map(text.passages.map((passage) => [passage.ordinal, passage]))
  return tables.flatMap((table) => {
    const passage = byOrdinal.get(table.passage)
    if (!passage) return []
    const heading = passage.headings.at(-1)?.replace(/^\d+(?:\.\d+)*\.?\s+/u, '')
    return fromTable(table, passage, { heading, year, reportPeriod })
  })
}
