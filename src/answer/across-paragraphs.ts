import type { RankedPassage } from '../domain/passage.ts'
import { sentences } from '../norwegian/sentences.ts'
import { isLead, listWithin, MOST_LIST_CHARS } from './points.ts'
import type { Stretch } from './stretches.ts'

/** What stands right above and below a passage under the same heading. */
export interface Neighbours {
  readonly above: RankedPassage | undefined
  /** In order, as far as they follow one another. */
  readonly below: readonly RankedPassage[]
}

/** A paragraph that begins so leans on the one above; "Det samlede fraværet" does not. */
const GOES_ON =
  /^(?:Dette|Denne|Disse|Desse|Derfor|Difor|Dermed|Årsaken|Årsaka|Grunnen|This|These|Therefore|The reason)(?!\p{L})/u

/** The last sentence above a paragraph that begins "Dette førte til …", with the break between them; else nothing. */
export function saidBefore(first: string, { above }: Neighbours): string {
  const isProse = above?.kind === 'body' && !above.text.includes('\n')
  const last = isProse && GOES_ON.test(first) ? (sentences(above.text).at(-1)?.text ?? '') : ''
  return /[.!?]$/u.test(last) ? `${last}\n` : ''
}

const LONGEST_TITLE = 60

/** A short line above that is no sentence: a heading that the layout did not tell. */
export const labelAbove = ({ above }: Neighbours): string =>
  above?.kind === 'body' && above.text.length <= LONGEST_TITLE && !/[.!?]$/u.test(above.text) ? above.text : ''

/** "Alternativ 1: …" */
const NUMBERED_LABEL = /^(\p{Lu}\p{L}+)\s(?:\d{1,2}|\p{Lu})(?=[:.)]\s)/u

/** Paragraphs that are numbered alike are the points of one list: "Alternativ 0: …", "Alternativ 1: …". */
function inSeries(first: RankedPassage, neighbours: Neighbours): Stretch[] {
  const sort = NUMBERED_LABEL.exec(first.text)?.[1]
  const isOfSort = (passage: RankedPassage | undefined): boolean =>
    NUMBERED_LABEL.exec(passage?.text ?? '')?.[1] === sort
  if (sort === undefined || isOfSort(neighbours.above)) return []
  const end = neighbours.below.findIndex((passage) => !isOfSort(passage))
  const points = [first, ...neighbours.below.slice(0, end < 0 ? undefined : end)].map(({ text }) => text)
  const lead = labelAbove(neighbours) || undefined
  const list = listWithin({ lead: undefined, points }, MOST_LIST_CHARS)
  return points.length < 2 || list === undefined
    ? []
    : [{ text: list, core: list, before: '', lead, isList: true, points: points.length }]
}

/** "Fordelingen er slik:" tells nothing without what it leads to. */
function leadingTo({ text }: RankedPassage, below: RankedPassage | undefined): Stretch[] {
  const lead = sentences(text).at(-1)?.text ?? ''
  const isLedTo = below?.kind === 'table' || (below?.text.includes('\n') && !isLead(below.text))
  if (!below || !isLedTo || !/:$/u.test(lead)) return []
  const list = listWithin({ lead, points: below.text.split('\n') }, MOST_LIST_CHARS)
  return list === undefined ? [] : [{ text: list, core: list, before: text.slice(0, -lead.length), lead, isList: true }]
}

/** Lists that are more than one paragraph. */
export const listsAcross = (passage: RankedPassage, neighbours: Neighbours): Stretch[] => [
  ...leadingTo(passage, neighbours.below[0]),
  ...inSeries(passage, neighbours),
]
