import type { PassageFilter, RankedPassage } from '../../domain/passage.ts'
import type { PassageIndex } from '../../search/ports.ts'
import { READABLE_DOCUMENTS, readableFor } from './access.ts'
import type { Connection, Parameters } from './connection.ts'
import { foldName } from './fold-name.ts'
import { STORED_PASSAGE_COLUMNS, type StoredPassageRow, storedPassageOf } from './rows.ts'
import { anyOfQuery, tokensOf } from './stem-token.ts'

/** How much a stem weighs in the headings and the document's title, and in the text. */
const HEADING_WEIGHT = 1.5
const BODY_WEIGHT = 1
/** A word of more passages than this tells little of any one, and scoring all of them takes most of a search. */
const MOST_PASSAGES_OF_A_WORD = 1_000

interface Narrowing {
  /** Conditions on `document AS d`. */
  readonly documents: readonly string[]
  /** Conditions on `passage AS p`. */
  readonly passages: readonly string[]
  readonly values: Parameters
}

/** A report on a year has no date: it counts as from that whole year. */
function narrowingOf(filter: PassageFilter): Narrowing {
  const documents: string[] = []
  const passages: string[] = []
  const values: Parameters = {}
  if (filter.document !== undefined) {
    documents.push('d.id = :document')
    values['document'] = filter.document
  }
  if (filter.committee !== undefined) {
    documents.push('EXISTS (SELECT 1 FROM meeting WHERE meeting.document = d.key AND committee_folded = :committee)')
    values['committee'] = foldName(filter.committee)
  }
  if (filter.dateFrom !== undefined) {
    documents.push("coalesce(d.date, d.year || '-12-31') >= :dateFrom")
    values['dateFrom'] = filter.dateFrom
  }
  if (filter.dateTo !== undefined) {
    documents.push("coalesce(d.date, d.year || '-01-01') <= :dateTo")
    values['dateTo'] = filter.dateTo
  }
  if (filter.documentKinds !== undefined) {
    documents.push('d.kind IN (SELECT value FROM json_each(:documentKinds))')
    values['documentKinds'] = JSON.stringify(filter.documentKinds)
  }
  if (filter.passageKinds !== undefined) {
    passages.push('p.kind IN (SELECT value FROM json_each(:passageKinds))')
    values['passageKinds'] = JSON.stringify(filter.passageKinds)
  }
  return { documents, passages, values }
}

const and = (conditions: readonly string[]): string => conditions.map((condition) => ` AND ${condition}`).join('')

/**
 * CROSS JOIN keeps the order: words first, then the row's document against the few that may be read and are asked for,
 * then bm25 for what is left. How rare a word is, is counted over the whole store.
 */
const sqlFor = ({ documents, passages }: Narrowing): string => `
  WITH hit AS (
    SELECT p.id, bm25(passage_index, ${HEADING_WEIGHT}, ${BODY_WEIGHT}) AS rank
      FROM passage_index CROSS JOIN passage AS p ON p.id = passage_index.rowid
      WHERE passage_index MATCH :query${and(passages)}
        AND p.document IN (SELECT d.key FROM document AS d WHERE d.key IN (${READABLE_DOCUMENTS})${and(documents)})
      ORDER BY rank, p.id LIMIT :limit)
  SELECT -hit.rank AS score, ${STORED_PASSAGE_COLUMNS}
    FROM hit CROSS JOIN passage AS p ON p.id = hit.id
    JOIN document AS d ON d.key = p.document LEFT JOIN meeting AS m ON m.document = d.key
    ORDER BY hit.rank, hit.id`

const HELD = 'SELECT 1 FROM passage_index WHERE passage_index MATCH :query LIMIT 1'
const BEYOND_MOST = `SELECT 1 FROM passage_index WHERE passage_index MATCH :query LIMIT 1 OFFSET ${MOST_PASSAGES_OF_A_WORD}`

export const createPassageIndex = (db: Connection): PassageIndex => ({
  holds: (term) => {
    const tokens = tokensOf([term])
    return tokens.length > 0 && db.one(HELD, { query: anyOfQuery(tokens) }) !== undefined
  },
  match: (asker, terms, filter, limit) => {
    const all = tokensOf(terms)
    if (all.length === 0 || limit < 1) return []
    const narrowing = narrowingOf(filter)
    const found = (tokens: readonly string[]): RankedPassage[] =>
      db
        .all<StoredPassageRow & { readonly score: number }>(sqlFor(narrowing), {
          query: anyOfQuery(tokens),
          limit,
          ...narrowing.values,
          ...readableFor(asker),
        })
        .map((row): RankedPassage => ({ ...storedPassageOf(row), score: row.score }))
    const telling = all.filter((token) => db.one(BEYOND_MOST, { query: anyOfQuery([token]) }) === undefined)
    if (telling.length === all.length || telling.length === 0) return found(all)
    const best = found(telling)
    return best.length > 0 ? best : found(all)
  },
})
