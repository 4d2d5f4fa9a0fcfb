import type { RankedPassage } from '../../domain/passage.ts'
import { fold, sameAscii } from '../../norwegian/fold.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { isStopWord } from '../../norwegian/stop-words.ts'
import { tokens } from '../../norwegian/tokens.ts'
import { citePassage } from '../citations.ts'
import { count, type Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { passageAbove } from '../figure-pool.ts'
import { knownNames, placesIn } from '../known-names.ts'
import { meets } from '../meets.ts'
import { municipalityOf } from '../municipality-of.ts'
import { tablesIn } from '../tables.ts'
import { coverage, stemSet, type Term, termWeights } from '../topic.ts'
import { listInWords } from '../words.ts'
import { sourceInWords } from './passage.ts'

/** "Hvilke tiltak er røde?", "How many bugs have priority P3?" */
const ASKS_ROWS =
  /^(?:hvilke[nt]?|kva(?: for)?(?: ein| eit| ei)?|which|what|hvor\s+mange|kor\s+mange|how\s+many)\s+\p{L}+/u
const NEGATION = /(?<!\p{L})(?:ikke|ikkje|ingen|not)(?!\p{L})/iu
/** What calls the list itself: "buglisten", "statusrapporten". */
const OF_LIST = /\p{L}*(?:list(?:e|en|a|er)|tabell(?:en)?|oversikt(?:en)?|oversyn(?:et)?|rapport(?:en)?)$/u
/** A line such as "1170 nor P3 Soft hyphens …" is a row whose first words are cells. */
const CODED_LINE = /^(?:[•*–-]\s)?(?=\S*\d)\S+\s\S+\s/u
const CODED_CELLS = 3
const FEWEST_LINES = 3
const MOST_VALUE_WORDS = 6
const SURELY = 0.8
const MIN_COVERAGE = 0.5
const MIN_THING = 0.5
const MOST_ROWS = 12

interface Rows {
  readonly passage: RankedPassage
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Stems of what stands around, and of all that the rows are called. */
  readonly context: ReadonlySet<string>
  /** The column that names them. */
  readonly labelColumn: number
  /** As they stand in the passage, row by row. */
  readonly lines: readonly string[]
}

/** Lists whose lines all begin with codes. */
const codedLists = (inquiry: Inquiry, passages: readonly RankedPassage[]): Rows[] =>
  passages.flatMap((passage) => {
    const lines = passage.text.split('\n')
    if (passage.kind !== 'body' || lines.length < FEWEST_LINES || !lines.every((line) => CODED_LINE.test(line)))
      return []
    const rows = lines.map((line) => {
      const words = line.replace(/^[•*–-]\s/u, '').split(' ')
      return [...words.slice(0, CODED_CELLS), words.slice(CODED_CELLS).join(' ')]
    })
    const { headings, documentTitle, committee } = passage
    const around = [...headings, documentTitle, committee, passageAbove(inquiry, passage)?.text]
    return [{ passage, header: [], rows, lines, labelColumn: 0, context: stemSet(around.join('\n')) }]
  })

const tablesOf = (inquiry: Inquiry, passages: readonly RankedPassage[]): Rows[] =>
  tablesIn(inquiry, passages).map(({ passage, header, rows, labelColumn, context }) => ({
    passage,
    header,
    rows,
    labelColumn,
    lines: rows.map((row) => row.join('\t')),
    context: new Set([...context, ...stemSet(passage.committee ?? '')]),
  }))

const tellingWords = (cell: string): string[] =>
  tokens(cell).flatMap(({ folded, kind }) => (kind === 'word' && isStopWord(folded) ? [] : [stemOf(folded)]))

/** The terms that name a cell: all of its words, or the one it begins with; none where one denies what the other says. */
function naming(cell: string, terms: readonly Term[], question: string): readonly Term[] {
  const words = tellingWords(cell)
  if (words.length === 0 || words.length > MOST_VALUE_WORDS || NEGATION.test(cell) !== NEGATION.test(question))
    return []
  const byWord = words.map((word) => terms.filter((term) => meets(term, new Set([word])) >= SURELY))
  const isWhole = byWord.every(({ length }) => length > 0)
  return isWhole ? byWord.flat() : (byWord[0] ?? [])
}

interface Found {
  readonly column: number
  readonly at: readonly number[]
  readonly terms: ReadonlySet<Term>
}

/** The column that has what is asked for in some of its rows, and not in all; the one that is named, else the last. */
function columnWith({ header, rows, labelColumn }: Rows, terms: readonly Term[], question: string): Found | undefined {
  const width = Math.max(...rows.map(({ length }) => length))
  const others = Array.from({ length: width }, (_, column) => column).filter((column) => column !== labelColumn)
  const found = others.flatMap((column): Found[] => {
    const named = rows.map((row) => naming(row[column] ?? '', terms, question))
    const at = named.flatMap(({ length }, index) => (length > 0 ? [index] : []))
    return at.length > 0 && at.length < rows.length ? [{ column, at, terms: new Set(named.flat()) }] : []
  })
  const isNamed = ({ column }: Found): boolean =>
    terms.some((term) => meets(term, stemSet(header[column] ?? '')) >= SURELY)
  return found.findLast(isNamed) ?? found.at(-1)
}

/** Whether the rows are what is asked for: by the head of their column, the heading, or what they are called themselves. */
function areCalled({ header, rows, labelColumn, passage }: Rows, thing: Term): boolean {
  const head = header[labelColumn] ?? ''
  const named = stemSet([head, passage.headings.at(-1), ...rows.map((row) => row[labelColumn])].join('\n'))
  return meets(thing, named) > MIN_THING
}

/** Whether the rows are of all that is asked beside the value; the word right before it may only name its column. */
function areOf({ context }: Rows, { terms: value }: Found, terms: readonly Term[]): boolean {
  const rest = terms.filter(
    (term, index) =>
      !value.has(term) && (term.isSpecific || !(value.has(terms[index + 1] as Term) || OF_LIST.test(term.folded))),
  )
  const weights = termWeights(rest, [context])
  return (
    rest.every((term) => !term.isSpecific || meets(term, context) > 0) &&
    coverage(rest, weights, context) >= MIN_COVERAGE
  )
}

/**
 * The rows of a table, or of a list of codes, that have a value in one of their columns: "which measures are red?".
 * @returns undefined when it is not asked, or no table about the matter has the value
 */
export function answerRowsByValue(
  inquiry: Inquiry,
  passages: readonly RankedPassage[],
  terms: readonly Term[],
): Draft | undefined {
  const { plan, texts, language } = inquiry
  const question = fold(plan.question)
  const [thing] = terms
  if (!ASKS_ROWS.test(question) || !thing) return undefined
  const names = knownNames(inquiry.meetings)
  const places = placesIn(plan.question, names)
  const isElsewhere = ({ documentTitle, committee, documentName }: RankedPassage): boolean => {
    const owner = municipalityOf(documentTitle, committee, documentName)
    return places.length > 0 && owner !== undefined && !places.some((place) => sameAscii(place, owner))
  }
  for (const rows of [...tablesOf(inquiry, passages), ...codedLists(inquiry, passages)]) {
    const found = columnWith(rows, terms, question)
    if (!found || found.at.length > MOST_ROWS || isElsewhere(rows.passage)) continue
    if (!areCalled(rows, thing) || !areOf(rows, found, terms)) continue
    const labels = found.at.map((at) => rows.rows[at]?.[rows.labelColumn] ?? '')
    const number = plan.isCount ? [count(labels.length)] : []
    const told = texts.tableValue(
      [rows.header[found.column], ...number.map(({ value }) => value)].filter(Boolean).join(', '),
      listInWords(labels, language),
    )
    const quote = [
      ...(rows.header.length > 0 ? [rows.header.join('\t')] : []),
      ...found.at.map((at) => rows.lines[at]),
    ].join('\n')
    return {
      outcome: 'answered',
      paragraphs: [
        {
          text: `${told.replace(/^: /u, '')} (${sourceInWords(rows.passage, inquiry)})\n«${quote.replace(/\t/g, ' ')}»`,
          citations: [citePassage(rows.passage, quote, null)],
        },
      ],
      derived: number,
      reason: 'rows-by-value',
    }
  }
  return undefined
}
