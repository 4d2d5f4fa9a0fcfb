import type { Passage, PassageKind } from '../domain/passage.ts'
import { foldSpaces } from '../norwegian/fold.ts'
import { startsSection } from './boundaries.ts'
import type { OutlinedBlock } from './layouts/layout.ts'
import { labelOf } from './minutes/labels.ts'
import { joinParagraphs } from './minutes/paragraphs.ts'

/** A list longer than this is cut into several passages, so that a quote of it stays readable. */
const MAX_LIST_CHARS = 2500
const RESOLUTION: ReadonlySet<PassageKind> = new Set<PassageKind>(['decision', 'recommendation'])
/** A decision is seldom longer; what follows makes a passage of its own. */
const MAX_RESOLUTION_BLOCKS = 60
/** Captions that text extraction left between a sentence and its list. */
const MAX_CAPTIONS = 3
const MAX_CAPTION_CHARS = 60
const MAX_POINT_CHARS = 240

/** Cells stand apart by a tab, so that a table can be read again from its passage. */
const rowLine = (row: readonly string[]): string => row.map(foldSpaces).join('\t').trimEnd()

const isList = (entry: OutlinedBlock | undefined): boolean => entry?.block.kind === 'listItem'
const isSamePlace = (a: OutlinedBlock, b: OutlinedBlock): boolean =>
  a.caseNumber === b.caseNumber && a.kind === b.kind && a.headings.at(-1) === b.headings.at(-1)

function isCaption(entry: OutlinedBlock): boolean {
  const { kind, text } = entry.block
  return (
    kind !== 'listItem' &&
    kind !== 'table' &&
    text.length <= MAX_CAPTION_CHARS &&
    !/[.!?]$/.test(text) &&
    !startsSection(text)
  )
}

/** "I 2025 skal vi", and the points go on with the sentence. */
const IS_UNFINISHED = /^\p{Lu}.*\s(?:skal|vil|må|bør|kan|er|var|har|om|å|at|for|til|med|vi|å\s\p{L}+)$/u

/** Where the list of a lead sentence ("… følgende tiltak:") begins, captions skipped; undefined when none follows. */
function listAfter(outline: readonly OutlinedBlock[], index: number): number | undefined {
  const lead = outline[index]
  if (!lead || isList(lead)) return undefined
  if (IS_UNFINISHED.test(foldSpaces(lead.block.text)) && isList(outline[index + 1])) return index + 1
  if (!/:$/.test(lead.block.text)) return undefined
  for (let next = index + 1; next <= index + 1 + MAX_CAPTIONS; next++) {
    const entry = outline[next]
    if (!entry || entry.caseNumber !== lead.caseNumber) return undefined
    if (isList(entry)) return next
    if (!isCaption(entry)) return undefined
  }
  return undefined
}

/** A point of a list that lost its mark: a line that is no sentence. */
function isUnmarkedPoint(entry: OutlinedBlock | undefined, lead: OutlinedBlock): boolean {
  if (entry?.block.kind !== 'paragraph' || entry.kind !== lead.kind || !isSamePlace(entry, lead)) return false
  const { text } = entry.block
  return text.length <= MAX_POINT_CHARS && !/[.!?:]$/.test(text) && labelOf(text) === undefined
}

/** The points behind a lead sentence that no mark tells; a single one may be anything. */
function unmarkedPoints(outline: readonly OutlinedBlock[], index: number): number {
  const lead = outline[index]
  if (!lead || isList(lead) || !/:$/.test(lead.block.text)) return 0
  let count = 0
  while (isUnmarkedPoint(outline[index + 1 + count], lead)) count++
  const first = outline[index + 1]?.block.text ?? ''
  return count > 1 || /^\p{Ll}/u.test(first) ? count : 0
}

/** The text of a decision or a recommendation, label first, from where it begins. */
function resolutionFrom(outline: readonly OutlinedBlock[], index: number): OutlinedBlock[] {
  const first = outline[index]
  if (!first) return []
  const parts = [first]
  let size = first.block.text.length
  for (const entry of outline.slice(index + 1, index + 1 + MAX_RESOLUTION_BLOCKS)) {
    size += entry.block.text.length
    const isPart = isSamePlace(entry, first) && entry.block.kind !== 'table' && !labelOf(entry.block.text)
    if (!isPart || size > MAX_LIST_CHARS) break
    parts.push(entry)
  }
  return parts
}

/**
 * Paragraphs and tables as they are, those of a decision too; a decision or recommendation whole; a list as one passage together with the
 * sentence that leads to it.
 * Headings make no passage of their own unless nothing stands below them.
 */
export function toPassages(outline: readonly OutlinedBlock[]): Passage[] {
  const passages: Passage[] = []
  const taken = new Set<number>()
  const add = (first: OutlinedBlock, texts: readonly string[]): void => {
    passages.push({
      ordinal: passages.length,
      kind: first.block.rows && RESOLUTION.has(first.kind) ? 'table' : first.kind,
      text: (first.block.rows ? first.block.rows.map(rowLine) : texts.map(foldSpaces)).join('\n'),
      page: first.block.page,
      caseNumber: first.caseNumber,
      headings: first.headings,
      ...(first.block.isOcr && { isOcr: true }),
    })
  }
  const takeList = (from: number, sizeBefore: number): string[] => {
    const texts: string[] = []
    let size = sizeBefore
    const first = outline[from]
    for (let index = from; index < outline.length; index++) {
      const entry = outline[index]
      if (!entry || !first || !isList(entry) || !isSamePlace(entry, first)) break
      size += entry.block.text.length
      if (texts.length > 0 && size > MAX_LIST_CHARS) break
      texts.push(entry.block.text)
      taken.add(index)
    }
    return texts
  }
  for (const [index, entry] of outline.entries()) {
    if (taken.has(index)) continue
    if (entry.kind === 'heading') {
      const next = outline[index + 1]
      const isEmpty = !next || next.kind === 'heading' || next.headings.at(-1) !== entry.headings.at(-1)
      if (isEmpty) add(entry, [entry.block.text])
      continue
    }
    if (RESOLUTION.has(entry.kind) && entry.block.kind !== 'table') {
      const parts = resolutionFrom(outline, index)
      for (let at = index; at < index + parts.length; at++) taken.add(at)
      add(entry, joinParagraphs(parts.map((part) => part.block.text)).split('\n'))
      continue
    }
    const list = listAfter(outline, index)
    const points = list === undefined ? unmarkedPoints(outline, index) : 0
    if (points > 0) {
      const texts = outline.slice(index, index + 1 + points).map(({ block }) => block.text)
      for (let at = index + 1; at <= index + points; at++) taken.add(at)
      add(entry, texts)
      continue
    }
    if (list !== undefined) add(entry, [entry.block.text, ...takeList(list, entry.block.text.length)])
    else if (isList(entry)) add(entry, takeList(index, 0))
    else add(entry, [entry.block.text])
  }
  return passages
}
