import type { Asker } from '../domain/asker.ts'
import type { PassageFilter, RankedPassage } from '../domain/passage.ts'

/** The passages that hold any of the terms, best BM25 first. Who may read is decided before anything is ranked. */
export interface PassageIndex {
  /**
   * @param terms stems as `analyse` makes them; an empty list finds nothing
   * @param limit most passages returned
   */
  match(asker: Asker, terms: readonly string[], filter: PassageFilter, limit: number): readonly RankedPassage[]
}
