import type { DocumentKind, Language } from './document.ts'
import type { DocumentId, LocalDate } from './ids.ts'

export type PassageKind = 'body' | 'decision' | 'heading' | 'attendance' | 'table' | 'recommendation'

/** A paragraph, list or table with the place it stands in: the smallest thing that is searched and cited. */
export interface Passage {
  /** 0 for the first of its document; with the document's id it names the passage. */
  readonly ordinal: number
  readonly kind: PassageKind
  /** Verbatim, white space folded; list items and table rows on lines of their own. */
  readonly text: string
  readonly page: number | null
  /** The item it belongs to, as printed. */
  readonly caseNumber: string | undefined
  /** Headings above it, outermost first: ["2024/M7-004 - Budsjett 2025"], ["4 ØKONOMI", "4.1 FINANSIERING"]. */
  readonly headings: readonly string[]
  /** Recognised from a picture: its numbers are never stated without saying so. */
  readonly isOcr?: true
}

/** A passage with the facts of its document that filters and citations need. */
export interface StoredPassage extends Passage {
  readonly document: DocumentId
  readonly documentName: string
  readonly documentTitle: string
  readonly documentKind: DocumentKind
  readonly language: Language
  readonly committee: string | undefined
  readonly date: LocalDate | undefined
  /** The year of the meeting or of the report. */
  readonly year: number | undefined
}

export interface RankedPassage extends StoredPassage {
  /** Higher is better; comparable only within one search. */
  readonly score: number
}

/** Narrows a search. An absent field does not narrow. */
export interface PassageFilter {
  readonly committee?: string
  readonly dateFrom?: LocalDate
  readonly dateTo?: LocalDate
  readonly documentKinds?: readonly DocumentKind[]
  readonly passageKinds?: readonly PassageKind[]
  readonly document?: DocumentId
}
