import { isSameCase } from '../../domain/case-number.ts'
import type { RankedPassage } from '../../domain/passage.ts'
import { fold } from '../../norwegian/fold.ts'
import { parseNumber } from '../../norwegian/numbers.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { knownNames } from '../known-names.ts'
import { meets } from '../meets.ts'
import { phrases } from '../phrases.ts'
import type { Plan } from '../plan.ts'
import { rowsNamed } from '../table-rows.ts'
import { draftOf, type Row, type Table, tablesIn } from '../tables.ts'
import { matterOf, stemSet, type Term, topicOf } from '../topic.ts'
import { sourceInWords } from './passage.ts'

/** How well the column's own header must be met, and the row by its label. */
const MIN_HEADER = 0.85
const MIN_NAMED = 0.7
const MOST_TABLES = 12
const STATUS_COLUMN = /^(?:status|framdrift|fremdrift|framgang|tilstand|oppfølging)/iu
const PERSON_COLUMN = /ansvar|leder|leiar|(?<!\p{L})(?:hvem|kven|eier|eigar|kontakt)/iu
/** "Hvordan går det med …?", "Hva er status for …?", "Kva vart gjort med …?" */
const ASKS_STATUS = phrases(`
  status*
  ^ HOW går/gikk/gjekk/ligger/ligg/står/is/are/did
  ^ WHAT skjer/skjedde/har_skjedd/happened
  ^ WHAT ble/blei/vart/er/har/was/has (det/been) gjort/blitt/vorte/skjedd/done/become
  *hvor_langt*/*kor_langt*/*how_far*
`)
/** Words of how far a thing has come: they are of no row. */
const OF_STATUS = /^(?:status|går$|gjort|gjer|skje|langt|lang$|kom|prosjekt|sak|tiltak|vedtak|go|going|happen)/u

/** Of which columns a question asks: by their header, by what it wants, or of how far a thing has come. */
function columnsAsked({ header, labelColumn, rows }: Table, terms: readonly Term[], plan: Plan): readonly number[] {
  const isOfWords = (at: number): boolean => rows.every((row) => parseNumber(row[at] ?? '') === undefined)
  const ofWords = header.flatMap((_, at) => (at !== labelColumn && isOfWords(at) ? [at] : []))
  const status = ofWords.filter((at) => STATUS_COLUMN.test((header[at] ?? '').trim()))
  if (ASKS_STATUS.test(fold(plan.question)) || plan.isYesNo) return status
  if (plan.wanted === 'person') return ofWords.filter((at) => PERSON_COLUMN.test(header[at] ?? ''))
  const named = ofWords.filter((at) => terms.some((term) => meets(term, stemSet(header[at] ?? '')) >= MIN_HEADER))
  return plan.wanted === 'any' ? named : []
}

/** The one row that is meant: by the number of its item, or by its words, where the table has all of the matter. */
function rowAsked(
  table: Table,
  columns: readonly number[],
  terms: readonly Term[],
  { caseNumbers }: Plan,
): Row | undefined {
  const [number] = caseNumbers
  if (number) return table.rows.find((row) => row.some((cell) => isSameCase(cell, number.text)))
  const heads = stemSet(columns.map((at) => table.header[at] ?? '').join('\n'))
  const ofRow = terms.filter(
    (term) => !OF_STATUS.test(term.folded) && (term.isSpecific || meets(term, heads) < MIN_HEADER),
  )
  const [row, another] = rowsNamed(table, ofRow, MIN_NAMED)
  if (!row || another) return undefined
  const told = [stemSet(row.join('\n')), table.own, table.owner]
  const needed = [...matterOf(ofRow), ...ofRow.filter(({ isSpecific }) => isSpecific)]
  return needed.every((term) => told.some((stems) => meets(term, stems) > 0.5)) ? row : undefined
}

/**
 * What a row of a table says in words: how far a thing has come, who answers for it.
 * @returns undefined unless one row and such a column are asked about
 */
export function answerFromTableWords(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  terms: readonly Term[],
): Draft | undefined {
  const { plan, texts } = inquiry
  const source = (passage: RankedPassage): string => sourceInWords(passage, inquiry)
  for (const table of tablesIn(inquiry, passages)) {
    const columns = columnsAsked(table, terms, plan)
    const row = columns.length > 0 ? rowAsked(table, columns, terms, plan) : undefined
    const told = columns.filter((at) => row?.[at])
    if (!row || told.length === 0) continue
    const text = texts.tableValue(row[table.labelColumn] ?? '', told.map((at) => row[at]).join('; '))
    return draftOf(table, { text, lines: [row.join('\t')], columns: told, derived: [], reason: 'table-words' }, source)
  }
  return undefined
}

/** The same of tables that are searched for: of an item whose minutes are not there, of somebody whom no minutes name. */
export function searchTableWords(inquiry: Inquiry): Draft | undefined {
  const { asker, plan, meetings, findPassages } = inquiry
  const passages = findPassages(asker, plan.question, { passageKinds: ['table'] }, MOST_TABLES)
  return answerFromTableWords(
    inquiry,
    passages,
    topicOf(plan.question, { language: plan.askedIn, names: knownNames(meetings) }),
  )
}
