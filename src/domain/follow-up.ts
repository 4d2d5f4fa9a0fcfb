import type { LocalDate } from './ids.ts'

/** A promise read from minutes or a notice of action. Whether it was kept is found by reading later meetings. */
export interface FollowUp {
  /** "Daglig leder", "Trond, Sjur", as printed; undefined where the text names nobody. */
  readonly who: string | undefined
  /** What is promised, in the document's words. */
  readonly what: string
  /** By when, as printed: "neste møte", "møtet 20.11.2024", "innen 1. desember". */
  readonly due: string | undefined
  /** The day of `due` where the text or the document's date tells it. */
  readonly dueDate: LocalDate | undefined
  /** A later meeting of the same body is where it is to be kept. */
  readonly isForNextMeeting: boolean
  /** The sentence, verbatim. */
  readonly quote: string
  readonly page: number | null
  readonly caseNumber: string | undefined
}

export type FollowUpState = 'open' | 'kept' | 'overdue'
