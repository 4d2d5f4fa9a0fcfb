import type { HeaderLabel } from './labels.ts'

/** A labelled field of a meeting's head: what stands behind the label, and all of it as printed. */
export interface Field {
  readonly entries: readonly string[]
  /** The value when it is a table, header row included. */
  readonly rows?: readonly (readonly string[])[]
  readonly quote: string
  readonly page: number | null
}

/** A field with where it was found. */
export interface Finding {
  readonly label: HeaderLabel
  readonly field: Field
  /** How many blocks it took, itself included. */
  readonly taken: number
  /** The block tells more than the field: figures of those who are named. */
  readonly isShared?: boolean
}
