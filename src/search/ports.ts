import type { Asker } from '../domain/asker.ts'
import type { PassageFilter, RankedPassage } from '../domain/passage.ts'

/** The passages that hold any of the terms, best BM25 first. Who may read is decided before anything is ranked. */
export interface PassageIndex {
  /** Whether any passage at all is indexed under a stem, whoever may read it: it only tells how a compound is cut. */
  holds(term: string): boolean
  /**
   * @param terms stems as `analyse` makes them; an empty list finds nothing
   * @param limit most passages returned
   */
  match(asker: Asker, terms: readonly string[], filter: PassageFilter, limit: number): readonly RankedPassage[]
}
