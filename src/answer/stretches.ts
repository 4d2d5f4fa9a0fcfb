import type { RankedPassage } from '../domain/passage.ts'
import { sentences } from '../norwegian/sentences.ts'
import { listsAcross, type Neighbours, saidBefore } from './across-paragraphs.ts'
import { isPoint, listsIn, listWithin, MOST_LIST_CHARS, type PointList } from './points.ts'

/** Longer is no answer. */
export const MOST_QUOTE_CHARS = 560
/** A sentence that begins so leans on the one before it. */
const LEANS_BACK =
  /^(?:Denne|Dette|Disse|Desse|Den|Det|De|Dei|Han|Hun|Ho|Her|Der|Derfor|Difor|Slik|Samtidig|Tiltaket|Ordningen|Årsaken|Årsaka|Grunnen|This|It|They)(?!\p{L})/u

/** The cause stands in the sentence before. */
const POINTS_BACK = /(?<!\p{L})(?:følgj?e av|grunn av|årsaken til|årsaka til|because of)\s(?:dette|det|this)(?!\p{L})/u
const LONGEST_LABEL = 5
const MOST_POINT_CHARS = 160

/** Words that make sense alone, verbatim. */
export interface Stretch {
  readonly text: string
  /** The sentence it is quoted for; the others only make it readable. */
  readonly core: string
  /** What stands right before it in the same passage. */
  readonly before: string
  /** The line that leads to it, where it is a list or one of its points. */
  readonly lead?: string | undefined
  /** All points of a list. */
  readonly isList?: boolean
  /** How many points the list has. */
  readonly points?: number
}

const alone = (text: string, before = ''): Stretch => ({ text, core: text, before })

/**
 * Sentences of a paragraph, each alone, with the one it leans on, and with the one that follows.
 * @param prior what is quoted with the first of them
 * @param told what stands before the first of them
 */
function ofSentences(text: string, { prior = '', told = '' }: { prior?: string; told?: string }): Stretch[] {
  const parts = sentences(text)
  return parts.flatMap(({ text: core, start, end }, index) => {
    const before = parts[index - 1]
    const after = parts[index + 1]
    const from = before && (LEANS_BACK.test(core) || POINTS_BACK.test(core)) ? before.start : start
    const above = (from === start ? before : parts[index - 2])?.text ?? told
    const leading = index === 0 ? prior : ''
    const own = { text: leading + text.slice(from, end), core, before: above }
    const isShort = after && after.end - start <= MOST_QUOTE_CHARS
    const withNext = isShort ? [{ text: leading + text.slice(from, after.end), core, before: above }] : []
    const isLong = !before || from !== start || end - before.start > MOST_QUOTE_CHARS
    const withLast = isLong
      ? []
      : [{ text: text.slice(before.start, end), core, before: parts[index - 2]?.text ?? told }]
    return [own, ...withNext, ...withLast]
  })
}

/** A point that is a paragraph: its sentences may answer, as those of any other. */
const isParagraph = (point: string): boolean => point.length > MOST_POINT_CHARS && sentences(point).length > 1

/** A list whole, and each of its points with the line that leads to it. */
function ofList(list: PointList, isResolution: boolean, passage: RankedPassage): Stretch[] {
  const { lead, points, above } = list
  const whole = listWithin(list, MOST_LIST_CHARS)
  const each = points.map((point): Stretch => {
    if (lead === undefined) return alone(point)
    return { text: `${lead}\n${point}`, core: point, before: isResolution ? passage.text : lead, lead }
  })
  const all =
    whole === undefined || whole === lead ? [] : [{ ...alone(whole, above), lead, isList: true, points: points.length }]
  const within = points.filter(isParagraph).flatMap((point) => ofSentences(point, { told: lead ?? '' }))
  return [
    ...(lead === undefined ? [] : [alone(lead, above)]),
    ...all,
    ...(points.length > 1 || !lead ? each : []),
    ...within,
  ]
}

/** "• Molde:" over points of its own, and not a sentence that leads to something else. */
const isLabelled = ({ lead = '', isNested }: PointList): boolean => isNested && lead.split(' ').length <= LONGEST_LABEL

/** Lists of a passage. The points of a decision are of one matter. */
function ofPoints(passage: RankedPassage): Stretch[] {
  const lists = listsIn(passage.text)
  const isResolution = passage.kind === 'decision' || passage.kind === 'recommendation'
  const whole =
    lists.length > 1 && lists.slice(1).every(isLabelled) && passage.text.length <= MOST_LIST_CHARS
      ? [{ ...alone(passage.text), lead: lists[0]?.lead, isList: true }]
      : []
  return [...whole, ...lists.flatMap((list) => ofList(list, isResolution, passage))]
}

/** The stretches of a passage that may be quoted. */
export function stretches(passage: RankedPassage, neighbours: Neighbours): Stretch[] {
  const { text, kind } = passage
  const isOfLines = text.includes('\n')
  // A row means nothing without its column: tables are answered by kinds/table.ts.
  if (kind === 'table') return isOfLines ? [] : [alone(text)]
  if (isOfLines) return ofPoints(passage)
  const parts = sentences(text)
  const whole = kind === 'decision' && parts.length > 2 && text.length <= MOST_QUOTE_CHARS ? [alone(text)] : []
  const prior = saidBefore(parts[0]?.text ?? '', neighbours)
  // A single point is a list, too.
  const point = isPoint(text) && text.length <= MOST_QUOTE_CHARS ? [{ ...alone(text), isList: true, points: 1 }] : []
  return [...ofSentences(text, { prior }), ...whole, ...point, ...listsAcross(passage, neighbours)]
}

/** A longer paragraph hides what was asked for. */
const MOST_PARAGRAPH_CHARS = 420

/** The paragraph that words stand in: the passage, or one of its points; undefined where they are of several. */
const paragraphOf = ({ text: whole }: RankedPassage, text: string): string | undefined =>
  whole.includes('\n')
    ? whole.split('\n').find((line) => line.includes(text))
    : whole.includes(text)
      ? whole
      : undefined

/** A stretch with what leans on it: "Fellesrådet er øverste organ. Det består av …". */
export function withLeaning(passage: RankedPassage, text: string): string {
  if (isShortDecision(passage)) return passage.text
  const paragraph = paragraphOf(passage, text)
  if (paragraph === undefined) return text
  const end = paragraph.indexOf(text) + text.length
  const next = sentences(paragraph.slice(end))[0]
  if (!next || !LEANS_BACK.test(next.text)) return text
  const longer = paragraph.slice(end - text.length, end + next.end)
  return longer.length <= MOST_QUOTE_CHARS ? longer : text
}

/** A short decision is quoted whole, whichever of its points answers. */
const isShortDecision = ({ kind, text }: RankedPassage): boolean =>
  kind === 'decision' && text.length <= MOST_QUOTE_CHARS

/** A stretch with its paragraph, where that is short, else with what follows: what was asked may be told there. */
export function withContext(passage: RankedPassage, text: string): string {
  if (isShortDecision(passage)) return passage.text
  const paragraph = paragraphOf(passage, text)
  if (paragraph === undefined) return text
  if (paragraph.length <= MOST_PARAGRAPH_CHARS) return paragraph
  const start = paragraph.indexOf(text)
  const rest = sentences(paragraph.slice(start + text.length))
  const fitting = rest.filter(({ end }) => text.length + end <= MOST_PARAGRAPH_CHARS).at(-1)
  return paragraph.slice(start, start + text.length + (fitting?.end ?? 0))
}
