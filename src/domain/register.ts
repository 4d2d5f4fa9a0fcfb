import type { DocumentSummary } from './document.ts'
import type { LocalDate } from './ids.ts'
import type { Meeting } from './meeting.ts'

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
