import type { DocumentSummary } from './document.ts'
import type { FigureBasis } from './figure.ts'
import type { DocumentId, LocalDate } from './ids.ts'
import type { Meeting } from './meeting.ts'
import type { Contradiction } from './relation.ts'

/** A meeting as one document tells of it. The same meeting may be told of by several documents. */
export interface StoredMeeting {
  readonly document: DocumentSummary
  readonly meeting: Meeting
}

/** Narrows a look-up in the register. An absent field does not narrow. */
export interface MeetingFilter {
  readonly dateFrom?: LocalDate
  readonly dateTo?: LocalDate
}

/** A fact with the document that tells of it. Several documents may tell of the same. */
export interface Told<Fact> {
  readonly document: DocumentSummary
  readonly fact: Fact
}

/** Narrows facts to a document or to an item, whose number is compared as `isSameCase` does. An absent field does not narrow. */
export interface FactFilter {
  readonly document?: DocumentId
  readonly caseNumber?: string
}

/** Names are compared without regard to upper and lower case, and a part of one is enough. */
export interface FigureFilter extends FactFilter {
  /** Part of what is measured, or of the label of the row or column. */
  readonly measure?: string
  /** Exactly: 'kr', '%', 'årsverk'. */
  readonly unit?: string
  readonly basis?: FigureBasis
  /** The period touches this year. A figure without a period is left out. */
  readonly year?: number
  readonly entity?: string
}

export interface FollowUpFilter extends FactFilter {
  /** Part of who is to do it. */
  readonly who?: string
  /** By when, both ends included. A promise without a day is left out. */
  readonly dueFrom?: LocalDate
  readonly dueTo?: LocalDate
}

export interface ContradictionFilter extends FactFilter {
  readonly kind?: Contradiction['kind']
}
