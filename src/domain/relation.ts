import type { DocumentSummary } from './document.ts'

/** How an item stands to an earlier one. */
export type RelationKind = 'continues' | 'replaces' | 'amends' | 'postpones'

/** A tie between matters with the sentence that says so. Inferred ties say how they were inferred. */
export interface Relation {
  readonly kind: RelationKind
  /** The item that says it; undefined where its minutes number nothing. */
  readonly caseNumber: string | undefined
  readonly itemTitle: string
  /** The other item as named ("sak 2023/M4-003"), or the meeting ("møtet 15.03.2023"); undefined where only a later meeting is meant. */
  readonly other: string | undefined
  readonly quote: string
  readonly page: number | null
}

/** Two things in the sources that cannot both be right. Shown, never repaired. */
export interface Contradiction {
  readonly kind: 'sum' | 'count' | 'date' | 'vote-names'
  /** As stated, and as found by counting. */
  readonly stated: string
  readonly found: string
  /** The words that state it and the words it was found by, verbatim. */
  readonly quotes: readonly string[]
  readonly page: number | null
  readonly caseNumber: string | undefined
}

/** What one document says of a thing that another says otherwise. */
export interface Said {
  readonly document: DocumentSummary
  /** As printed. */
  readonly value: string
  readonly quote: string
  readonly page: number | null
  readonly caseNumber: string | undefined
}

/** Two documents that cannot both be right. Shown, never repaired. */
export interface Disagreement {
  /** What they disagree on, in the first one's words: "Budsjettet, Nordvik IKT, 2025". */
  readonly about: string
  readonly one: Said
  readonly other: Said
}
