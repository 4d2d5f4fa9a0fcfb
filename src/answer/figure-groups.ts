import type { Citation } from '../domain/answer.ts'
import type { Figure } from '../domain/figure.ts'
import type { Told } from '../domain/register.ts'
import { monthOf } from '../norwegian/dates.ts'
import { fold } from '../norwegian/fold.ts'
import { citeDocument, citePassage } from './citations.ts'
import type { Inquiry } from './evidence.ts'
import { type FigureCandidate, passageAbove, passageOf, stageOf } from './figure-pool.ts'
import { PROPOSED } from './operation.ts'
import { isHeader } from './table-header.ts'

/** Figures of several owners that stand together, with how well the best of them meets the matter. */
export interface Group {
  readonly entries: readonly FigureCandidate[]
  readonly share: number
}

export const ownerOf = ({ fact }: FigureCandidate): string | undefined => fact.entity ?? fact.row

export const isSum = (label: string): boolean =>
  /^(?:sum|total|i alt|til saman|til sammen|hele|heile|samla|samlet|alle|gjennomsnitt|snitt)/iu.test(label)

const PART_OF_YEAR = /(?<!\p{L})(?:kvartal|tertial|halvår|uke|veke|quarter|week)(?!\p{L})|^(?:19|20)\d{2}$/u

const isOwned = (entry: FigureCandidate): boolean => {
  const owner = ownerOf(entry)
  return owner !== undefined && monthOf(fold(owner)) === undefined && !PART_OF_YEAR.test(fold(owner)) && !isSum(owner)
}

/** A list's lead tells of the whole: "21 årsverk, fordelt på følgende avdelinger:" */
const isPart = (entry: FigureCandidate): boolean => isOwned(entry) && !entry.fact.quote.endsWith(':')

const groupedBy = (all: readonly FigureCandidate[], keyOf: (entry: FigureCandidate) => string): FigureCandidate[][] => [
  ...Map.groupBy(all, keyOf).values(),
]

const isOfDistinct = (entries: readonly FigureCandidate[]): boolean =>
  new Set(entries.map(ownerOf)).size === entries.length

/** As they stand in their passage. */
function inOrder(entries: readonly FigureCandidate[], inquiry: Inquiry): readonly FigureCandidate[] {
  const text = (entries[0] && passageOf(inquiry, entries[0])?.text) ?? ''
  const at = (entry: FigureCandidate): number => text.indexOf(ownerOf(entry) ?? '')
  return entries.toSorted((a, b) => at(a) - at(b))
}

/** Figures that one list, one sentence, or one column of a table gives of several owners. */
export function groupsOf(all: readonly FigureCandidate[], inquiry: Inquiry): Group[] {
  const keyOf = ({ document, fact }: FigureCandidate): string =>
    [document.id, fact.passage, fact.column, fact.unit, fact.period?.from].join('|')
  return groupedBy(all.filter(isPart), keyOf)
    .flatMap((entries) => (isOfDistinct(entries) ? [entries] : groupedBy(entries, ({ fact }) => fact.quote)))
    .filter(isOfDistinct)
    .map((entries) => ({ entries: inOrder(entries, inquiry), share: Math.max(...entries.map(({ share }) => share)) }))
    .toSorted((a, b) => b.share - a.share)
}

/** Whether figures stand in what was only proposed: by the words that lead to them, their heading, or their own. */
export function isOfProposal([first]: readonly Told<Figure>[], inquiry: Inquiry): boolean {
  const passage = first && passageOf(inquiry, first)
  if (!first || !passage) return false
  const above = passageAbove(inquiry, passage)
  const [header = ''] = passage.text.split('\n')
  const lead = first.fact.row === undefined ? first.fact.quote : `${above?.text.split('\n').at(-1)}\n${header}`
  return stageOf(inquiry, passage) === 'recommendation' || PROPOSED.test(fold([lead, ...passage.headings].join('\n')))
}

/** The words that figures stand in together: their sentence, their list, or the table's header with their rows. */
export function citationOf(entries: readonly Told<Figure>[], inquiry: Inquiry): Citation | undefined {
  const [first] = entries
  const passage = first && passageOf(inquiry, first)
  if (!first || !passage) return undefined
  if (first.fact.row === undefined)
    return entries.every(({ fact }) => fact.quote === first.fact.quote)
      ? citeDocument(first.document, first.fact)
      : citePassage(passage, passage.text, null)
  const rows = passage.text.split('\n')
  const [header = ''] = rows
  const owners = new Set(entries.map(({ fact }) => fact.row))
  const shown = rows.filter((row) => owners.has(row.split('\t')[0] ?? ''))
  return citePassage(passage, [...(isHeader(header.split('\t')) ? [header] : []), ...shown].join('\n'), null)
}
