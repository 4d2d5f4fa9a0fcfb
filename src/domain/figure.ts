import type { LocalDate } from './ids.ts'

/** What stands behind an amount: decided, decided anew, spent, or expected. */
export type FigureBasis = 'budget' | 'revised-budget' | 'accounts' | 'forecast'

/** The stretch of time a figure is of; both ends included. */
export interface Period {
  readonly from: LocalDate
  readonly to: LocalDate
  /** As printed: "2025", "første halvår 2020", "per 30. april". */
  readonly text: string
}

/** A number with what it measures, read from prose or from a table's cell. */
export interface Figure {
  /** What is measured, in the document's words: "netto driftsramme", "sykefravær", "Kritisk". */
  readonly measure: string
  /** The digits as printed: "60,496". */
  readonly literal: string
  /** Exact: '.' before decimals, no grouping, not multiplied by the scale. */
  readonly decimal: string
  /** Power of ten of the unit: "mill." 6, "tall i 1000 kr" 3. */
  readonly scale: 0 | 3 | 6 | 9
  /** 'kr', '%', 'prosentpoeng', "årsverk", "saker" …; undefined where none is told. */
  readonly unit: string | undefined
  readonly basis: FigureBasis | undefined
  readonly period: Period | undefined
  /** Municipality, department or body it is of, as printed. */
  readonly entity: string | undefined
  /** Table cells only: the labels of row and column. */
  readonly row: string | undefined
  readonly column: string | undefined
  /** The sentence, or header and row, verbatim, white space folded. */
  readonly quote: string
  readonly page: number | null
  /** The passage it stands in. */
  readonly passage: number
  readonly caseNumber: string | undefined
}

/** A table that the text announces ("se nedenfor:") and that is not there: it was a picture. */
export interface MissingTable {
  readonly quote: string
  readonly page: number | null
  readonly caseNumber: string | undefined
  readonly heading: string | undefined
}
