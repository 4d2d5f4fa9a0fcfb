import { compareDecimals } from '../norwegian/numbers.ts'
import type { Inquiry } from './evidence.ts'
import { asSizes, pairsOf, told } from './table-difference.ts'
import type { Result } from './table-results.ts'
import type { CellsOf, Row, Table } from './tables.ts'
import type { Term } from './topic.ts'

/** "Hvilken kommune hadde færre …?", "I kva månader …", "Which costs went up …?" */
const ASKS_WHICH = /^(?:(?:i|på|for|hos|ved|in|for)\s)?(?:hvilke[nt]?|kva(?:\sfor)?(?:\s(?:ein|ei|eit))?|which)\s\p{L}/u
const DOWN =
  /(?<!\p{L})(?:færre|mindre|lavere|lågare|dårligere|dårlegare|billigere|billegare|kortere|kortare|ned|nedgang\p{L}*|sank|falt|fall|minka|minket|reduser\p{L}*|redusert|mindreforbruk\p{L}*|underforbruk\p{L}*|under|fewer|less|lower|cheaper|shorter|fell|down|dropp?\p{L}*|decreas\p{L}*|declin\p{L}*|underspen\p{L}*)(?!\p{L})/u
const UP =
  /(?<!\p{L})(?:flere|fleire|mer|meir|høyere|høgare|dyrere|dyrare|lengre|lenger|opp|økt|økte|øker|økning\p{L}*|auk\p{L}*|steg|stig\p{L}*|vekst|vokste|over\p{L}*|merforbruk\p{L}*|meirforbruk\p{L}*|more|higher|longer|rose|up|increas\p{L}*|grew|grow\p{L}*|over?spen\p{L}*)(?!\p{L})/u
/** "færre i 2023 enn i 2024": what is named first is counted, against what is named last. */
const AGAINST =
  /(?<!\d)((?:19|20)\d{2})(?!\d).*(?<!\p{L})(?:enn|mot|than|against)(?!\p{L}).*(?<!\d)((?:19|20)\d{2})(?!\d)/u
const MOST_ROWS = 12

/** 1 where rows are asked for that went up, −1 where those that went down; undefined where neither is. */
export function directionAsked(question: string): 1 | -1 | undefined {
  if (!ASKS_WHICH.test(question) || UP.test(question) === DOWN.test(question)) return undefined
  const [, first = '', last = ''] = AGAINST.exec(question) ?? []
  const isTurned = first < last
  return DOWN.test(question) !== isTurned ? -1 : 1
}

/**
 * The rows whose second cell is higher than the first, or lower, each with its change.
 * @returns undefined where a row has not just the two cells that are meant, or none went that way
 */
export function rowsThatWent(
  direction: 1 | -1,
  table: Table,
  rows: readonly Row[],
  cellsOf: CellsOf,
  terms: readonly Term[],
  inquiry: Inquiry,
): Result | undefined {
  const pairs = pairsOf(table, rows, cellsOf, terms, inquiry)
  const found = pairs.filter((pair) => {
    const { from, to } = asSizes(pair)
    return compareDecimals(to.decimal, from.decimal) * direction > 0
  })
  if (pairs.length < 2 || pairs.length < rows.length || found.length === 0 || found.length > MOST_ROWS) return undefined
  const results = found.flatMap((pair) => told(pair, inquiry) ?? [])
  return {
    text: results.map(({ text }) => text).join('\n'),
    cells: results.flatMap(({ cells }) => cells),
    derived: results.flatMap(({ derived }) => derived),
  }
}
