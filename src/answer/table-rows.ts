import { parseNumber } from '../norwegian/numbers.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { tokens } from '../norwegian/tokens.ts'
import { meets } from './meets.ts'
import { SUM_ROW } from './table-columns.ts'
import type { Row, Table } from './tables.ts'
import { COSTS, stemSet, type Term, UNKNOWN_ENGLISH_IMPORTANCE } from './topic.ts'
import { undominated } from './undominated.ts'

/** How much a word counts that stands beside the label. */
const BESIDE_LABEL = 0.85
/** So well must the label itself be met that nothing else may. */
const SURE = 0.9
/** Share of a long label's words that must be named. */
const MIN_OF_LABEL = 0.25

/** How well each word names a row: by its label, less by the other words of it. */
function namedBy({ labelColumn, header }: Table, row: Row, terms: readonly Term[], least: number): number[] {
  const label = stemSet(row[labelColumn] ?? '')
  const heads = stemSet(header.join('\n'))
  const all = stemSet([row[labelColumn] ?? '', ...header].join('\n'))
  const beside = stemSet(row.filter((cell, at) => at !== labelColumn && parseNumber(cell) === undefined).join('\n'))
  // "demensplasser" is the row of dementia in a column of places.
  const ofBoth = (term: Term): number => (least < SURE && meets(term, all) > meets(term, heads) ? meets(term, all) : 0)
  const shares = terms.map((term) => Math.max(meets(term, label), BESIDE_LABEL * meets(term, beside), ofBoth(term)))
  return shares.map((share) => (share >= least ? share : 0))
}

/** What is done names no row, but what it costs does; an English word that is not known may be its name. */
const isThing = ({ folded, importance, isSpecific }: Term): boolean =>
  isSpecific || importance === 1 || importance === UNKNOWN_ENGLISH_IMPORTANCE || COSTS.test(folded)

/** Whoever the paper is of is in the names of many: "Nordby idrettslag" and "Nordby korps", "Brann i bygning". */
const isOwner = (term: Term, { owner }: Table, label: string): boolean =>
  meets(term, owner) > 0.5 && stemSet(label).size > 1

/**
 * The rows of the whole: of "Sum inntekter" and "Sum utgifter" the one that is named, and neither for what is something
 * else, such as a result.
 */
export function wholeRows({ rows, labelColumn, own, owner }: Table, terms: readonly Term[]): readonly Row[] {
  const sums = rows
    .filter((row) => SUM_ROW.test(row[labelColumn] ?? ''))
    .map((row) => ({ row, of: stemSet((row[labelColumn] ?? '').replace(SUM_ROW, '').replace(/\d+/gu, '')) }))
  const named = sums.filter(({ of }) => terms.some((term) => !term.isSpecific && meets(term, of) > 0.5))
  const ofAll = sums.filter(({ of }) => [...of].every((stem) => own.has(stem) || owner.has(stem)))
  return (named.length > 0 ? named : ofAll).map(({ row }) => row)
}

/**
 * The rows that words of a question name; none where they name every one.
 * @param least how well a word must be met to name one, 0 to 1
 */
export function rowsNamed(table: Table, terms: readonly Term[], least: number): readonly Row[] {
  const { rows, labelColumn } = table
  const named = rows.filter((row) => {
    const label = row[labelColumn] ?? ''
    const own = terms.filter((term) => isThing(term) && !isOwner(term, table, label))
    if (SUM_ROW.test(label) || namedBy(table, row, own, least).every((share) => share === 0)) return false
    const words = tokens(label).filter(({ folded, kind }) => kind === 'word' && !isStopWord(folded))
    return namedBy(table, row, terms, least).filter((share) => share > 0).length >= words.length * MIN_OF_LABEL
  })
  const best = undominated(named, (row) => namedBy(table, row, terms, least))
  return best.length === rows.length && best.length > 1 ? [] : best
}
