import { sentences } from '../norwegian/sentences.ts'

/** A list as it stands in a passage: the line that leads to it, where there is one, and its points. */
export interface PointList {
  readonly lead: string | undefined
  readonly points: readonly string[]
  /** What stands before it in the passage. */
  readonly above: string
  /** Its lead is a point of the list above, and not a line that ran together with one. */
  readonly isNested: boolean
}

const MARKER = /^(?:[•◦▪➢*–-]|o(?=\s\p{Lu})|\d{1,2}[.)]|[a-zæøå]\))\s/u
/** "… rullering av PC-er Interne prosjekter:": a point that ran together with the line that leads to the next ones. */
const RUN_TOGETHER = /(?<=[\p{Ll}\d)»?.])\s(?=\p{Lu})/gu
const NAME_FOLLOWS = /(?<!\p{L})(?:i|på|for|av|til|fra|frå|med|ved|og|hos|om|in|of|and|the)$/u

/** What leads to a list, though a point of another list stands before it in its line. */
const TELLS_LEAD = /(?<!\p{L})(?:følgende|fylgjande|følgjande|slik|disse|desse|dette|the following|these)(?!\p{L})/iu

/** Minutes mark so what they leave out. */
const IS_LEFT_OUT = /^[[(]?(?:\.{3}|…)[\])]?$/u

export const isPoint = (line: string): boolean => MARKER.test(line)

/** Whether the first line of a passage leads to its points: "… følgende tiltak:", "I 2025 skal vi". */
export function isLead(text: string): boolean {
  const [lead = '', ...points] = text.split('\n')
  return points.length > 0 && (/:$/.test(lead) || (!isPoint(lead) && points.every(isPoint)))
}

const sortOfMarker = (line: string): string =>
  (MARKER.exec(line)?.[0] ?? '').replace(/\d+/, '1').replace(/[a-zæøå]\)/, 'a)')

/** Where, within a point, the line begins that leads to those after it; 0 where the whole point does. */
function startOfLead(point: string, next: string): number {
  const isOfSort = sortOfMarker(point) === sortOfMarker(next)
  const starts = [...point.replace(MARKER, (marker) => '\n'.repeat(marker.length)).matchAll(RUN_TOGETHER)]
  const isStart = (index: number): boolean =>
    !NAME_FOLLOWS.test(point.slice(0, index)) && (isOfSort || TELLS_LEAD.test(point.slice(index)))
  return starts.find(({ index }) => isStart(index))?.index ?? 0
}

/** The lists of a passage: its own, and those that one of its points leads to. */
export function listsIn(text: string): PointList[] {
  const lines = text.split('\n')
  const lead = isLead(text) ? lines[0] : undefined
  const first: PointList & { points: string[] } = { lead, points: [], above: '', isNested: false }
  const firstSort = sortOfMarker(lines.find(isPoint) ?? '')
  const lists = [first]
  let own = first
  for (const [index, line] of lines.entries()) {
    if (index === 0 && lead !== undefined) continue
    const next = lines.slice(index + 1).find((other) => !IS_LEFT_OUT.test(other))
    const sort = sortOfMarker(line)
    // Points of the first list go on after those that one of them leads to.
    const isBack = own.isNested && sort !== '' && sort === sortOfMarker(own.lead ?? '')
    if (isBack && sort !== sortOfMarker(own.points[0] ?? line)) own = first
    // A point over points of another sort leads to them, with or without a colon.
    const isOverOthers = own === first && sort === firstSort && isPoint(next ?? '') && sortOfMarker(next ?? '') !== sort
    if (!isPoint(line) || next === undefined || !(/:$/.test(line) || isOverOthers)) {
      own.points.push(line)
      continue
    }
    const start = startOfLead(line, next)
    own.points.push(start > 0 ? line.slice(0, start) : line)
    const above = lines.slice(0, index).join('\n')
    own = { lead: line.slice(start).trim(), points: [], above, isNested: start === 0 }
    lists.push(own)
  }
  return lists.filter(({ points }) => points.length > 0)
}

/** A list is longer than a sentence, and must still be read at a glance. */
export const MOST_LIST_CHARS = 1480
const OMITTED = ' […]'

/** A list of at most so many characters: of long points the first sentence. Undefined where even that is longer. */
export function listWithin(
  { lead, points }: Pick<PointList, 'lead' | 'points'>,
  mostChars: number,
): string | undefined {
  const joined = (all: readonly string[]): string => [...(lead === undefined ? [] : [lead]), ...all].join('\n')
  const whole = joined(points)
  if (whole.length <= mostChars) return whole
  const short = points.map((point) => {
    const [first] = sentences(point)
    return first && first.end < point.length ? point.slice(0, first.end) + OMITTED : point
  })
  const shortened = joined(short)
  return shortened.length <= mostChars ? shortened : undefined
}
