import { findDates } from '../../norwegian/dates.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import type { FindItemStart } from '../minutes/items.ts'
import { isHeaderLabel, labelOf } from '../minutes/labels.ts'
import type { Layout, LayoutInput } from './layout.ts'
import { readMinutes } from './minutes.ts'

const NUMBERED_HEADING = /^(\d{1,2}(?:\.\d{1,2})?)\.?\s+(\S.*)$/u
/** Headings that hold items or the end of the document, and are none themselves. */
const NOT_AN_ITEM = /^(?:saksbehandling|saksgrunnlag og referat|referat|saksgrunnlag|neste møte|møte.*\d{4}.*)$/iu

/** A closing heading is an item where the agenda lists it; the paper's own title never is. */
function isNoItem(input: LayoutInput, heading: string): boolean {
  const isTitle = foldSpaces(heading) === input.title?.value
  if (isTitle && (/møte|referat|protokoll/iu.test(heading) || findDates(heading).length > 0)) return true
  if (!NOT_AN_ITEM.test(heading)) return false
  return !input.blocks.some(
    (block) =>
      block.kind === 'listItem' && foldSpaces(block.text.replace(/^[•▪➢*–—-]\s*/u, '')) === foldSpaces(heading),
  )
}

/** The level that items have: the one with most numbered headings, else the topmost with several headings. */
function itemLevel(input: LayoutInput): { level: number; isNumbered: boolean } | undefined {
  const headings = input.blocks.filter((block) => block.kind === 'heading' && !labelOf(block.text))
  const countBy = (accept: (text: string) => boolean): [number, number][] => {
    const counts = new Map<number, number>()
    for (const heading of headings)
      if (accept(heading.text)) counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1)
    return [...counts].filter(([, count]) => count >= 2)
  }
  const numbered = countBy((text) => NUMBERED_HEADING.test(text)).sort((a, b) => b[1] - a[1])[0]
  if (numbered) return { level: numbered[0], isNumbered: true }
  const plain = countBy((text) => !NOT_AN_ITEM.test(text)).sort((a, b) => a[0] - b[0])[0]
  return plain && { level: plain[0], isNumbered: false }
}

function itemStarts(input: LayoutInput): FindItemStart {
  const items = itemLevel(input)
  if (!items) return () => undefined
  return (block) => {
    if (block.kind !== 'heading' || block.level !== items.level || labelOf(block.text) || isNoItem(input, block.text))
      return undefined
    const numbered = NUMBERED_HEADING.exec(block.text)
    if (items.isNumbered) return numbered ? { caseNumber: numbered[1], title: numbered[2] ?? '' } : undefined
    return { caseNumber: undefined, title: block.text }
  }
}

/** Minutes whose items are headings (Markdown, wiki, simple Word): numbered over the meeting or not at all. */
export const headedMinutes: Layout = {
  name: 'headed-minutes',
  score(input) {
    const labels = new Set(
      input.blocks
        .slice(0, 40)
        // A head may be a table, a label to a row.
        .flatMap((block) => block.rows?.map((row) => row[0] ?? '') ?? [block.text])
        .map((text) => labelOf(text)?.label)
        .filter((label) => label !== undefined),
    )
    const hasPeople = [...labels].some((label) => label === 'present' || label === 'absent' || label === 'minuteTaker')
    const isNamed = /møte|referat|protokoll/iu.test(`${input.title?.value ?? ''} ${input.fileName}`)
    if (!hasPeople && !(isNamed && [...labels].filter(isHeaderLabel).length >= 2)) return 0
    return itemLevel(input) || isNamed ? 0.5 : 0.3
  },
  read: (input) => readMinutes(input, itemStarts(input), { decisionExtent: 'by-label' }),
}
