import type { Asker } from '../domain/asker.ts'
import type { DocumentSummary } from '../domain/document.ts'
import type { Figure, MissingTable } from '../domain/figure.ts'
import type { FollowUp } from '../domain/follow-up.ts'
import type { DocumentId } from '../domain/ids.ts'
import type { PassageFilter, RankedPassage, StoredPassage } from '../domain/passage.ts'
import type {
  ContradictionFilter,
  FactFilter,
  FigureFilter,
  FollowUpFilter,
  MeetingFilter,
  StoredMeeting,
  Told,
} from '../domain/register.ts'
import type { Contradiction, Relation } from '../domain/relation.ts'
import type { Table } from '../domain/table.ts'

/** Facts as far as the asker may read: the newest document first, and in it as they stand. */
export interface FactRegister {
  figures(asker: Asker, filter: FigureFilter): readonly Told<Figure>[]
  tables(asker: Asker, filter: FactFilter): readonly Told<Table>[]
  missingTables(asker: Asker): readonly Told<MissingTable>[]
  followUps(asker: Asker, filter: FollowUpFilter): readonly Told<FollowUp>[]
  relations(asker: Asker): readonly Told<Relation>[]
  contradictions(asker: Asker, filter: ContradictionFilter): readonly Told<Contradiction>[]
}

/** What is known of meetings and documents, as far as the asker may read. */
export interface Register extends FactRegister {
  /**
   * Askers with the same `scope` may read the same; while `version` stands, nothing of it has changed.
   * Cheap: asked before every answer.
   */
  snapshot(asker: Asker): { readonly scope: string; readonly version: number }
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
