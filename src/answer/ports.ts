import type { Asker } from '../domain/asker.ts'
import type { DocumentSummary } from '../domain/document.ts'
import type { DocumentId } from '../domain/ids.ts'
import type { PassageFilter, RankedPassage, StoredPassage } from '../domain/passage.ts'
import type { MeetingFilter, StoredMeeting } from '../domain/register.ts'

/** What is known of meetings and documents, as far as the asker may read. */
export interface Register {
  /** Newest date first; documents without a date last. */
  documents(asker: Asker): readonly DocumentSummary[]
  /** Newest first. */
  meetings(asker: Asker, filter: MeetingFilter): readonly StoredMeeting[]
  /** In the order they stand. Empty when the document is gone or may not be read. */
  passagesOf(asker: Asker, document: DocumentId): readonly StoredPassage[]
}

/** Passages for a question in plain words, best first. */
export type FindPassages = (
  asker: Asker,
  question: string,
  filter: PassageFilter,
  limit: number,
) => readonly RankedPassage[]
