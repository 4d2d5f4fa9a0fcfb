/** How a column's numbers stand to its sum row: 'none' where there is no sum row. */
export type SumCheck = 'holds' | 'differs' | 'none'

export interface TableColumn {
  readonly header: string
  /** More than half of its cells are numbers. */
  readonly isNumeric: boolean
  readonly sumCheck: SumCheck
}

/** A table as it stands, header first. */
export interface Table {
  /** The sentence or caption above it. */
  readonly caption: string | undefined
  readonly columns: readonly TableColumn[]
  /** Rows of cell texts, without the header. */
  readonly rows: readonly (readonly string[])[]
  readonly page: number | null
  readonly passage: number
  readonly caseNumber: string | undefined
}
