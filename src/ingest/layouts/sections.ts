import type { Section } from '../../domain/document.ts'
import type { PlacedBlock } from '../placed-block.ts'
import type { LaidOut, Layout, LayoutInput, OutlinedBlock } from './layout.ts'

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(\S.*)$/su
const MAX_TITLE_CHARS = 140
const REPORT = /årsrapport|årsmelding|årsberetning|årsmelding|rapport|budsjett|økonomiplan|strategi|plan\b/iu

interface HeadingParts {
  readonly section: Section
  /** Text that poor extraction glued to the heading. */
  readonly glued: string
}

/** "2 STATUS 2020 2020 var året …": capitals are the heading, the sentence after them is not. */
function splitGlued(title: string): { title: string; glued: string } {
  const words = title.split(' ')
  const end = words.findIndex((word) => /\p{Ll}/u.test(word))
  if (end <= 0) return { title, glued: '' }
  const isCapitals = words.slice(0, end).some((word) => /\p{Lu}{3,}/u.test(word))
  if (!isCapitals) return { title, glued: '' }
  // A sentence begins with a capital or a number: the last word in front of small letters may be its first.
  const start = /^\p{Lu}/u.test(words[end] ?? '') ? end : end - 1
  return start > 0
    ? { title: words.slice(0, start).join(' '), glued: words.slice(start).join(' ') }
    : { title, glued: '' }
}

function headingOf(block: PlacedBlock, plain?: ReadonlySet<PlacedBlock>): HeadingParts | undefined {
  const numbered = NUMBERED.exec(block.text)
  const isHeading = block.kind === 'heading' || plain?.has(block) === true
  if (numbered?.[1] && numbered[2]) {
    const { title, glued } = splitGlued(numbered[2])
    const isCapitals = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]*$/u.test(title)
    if ((isHeading || isCapitals) && title.length <= MAX_TITLE_CHARS)
      return { section: { number: numbered[1], title, level: numbered[1].split('.').length, page: block.page }, glued }
  }
  if (isHeading && block.text.length <= MAX_TITLE_CHARS)
    return { section: { number: undefined, title: block.text, level: block.level, page: block.page }, glued: '' }
  return undefined
}

const PLAIN_HEADING = /^(?<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+\p{Lu}[^.!?;:]{2,80}$/u
const MIN_PLAIN_HEADINGS = 3

/**
 * Headings of plain text look like entries of a list: "1. Innledning". They are headings where their numbers run from 1 and
 * text stands between most of them; entries of a list follow each other.
 */
function plainHeadings(blocks: readonly PlacedBlock[]): ReadonlySet<PlacedBlock> {
  const found: { readonly block: PlacedBlock; readonly at: number; readonly number: readonly number[] }[] = []
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading' || block.kind === 'table') continue
    const number = PLAIN_HEADING.exec(block.text)?.groups?.['number']?.split('.').map(Number)
    if (number && isNext(found.at(-1)?.number, number)) found.push({ block, at, number })
  }
  const apart = found.filter(({ at }, index) => (found[index + 1]?.at ?? blocks.length) > at + 1).length
  const isOutline = found.length >= MIN_PLAIN_HEADINGS && apart * 3 >= found.length * 2
  return new Set(isOutline ? found.map(({ block }) => block) : [])
}

/** 1 first; after 2.1 come 2.2, 2.1.1 and 3. */
function isNext(last: readonly number[] | undefined, number: readonly number[]): boolean {
  if (!last) return number.length === 1 && number[0] === 1
  const depth = number.length
  if (depth > last.length + 1) return false
  if (depth === last.length + 1) return last.every((part, at) => part === number[at]) && number.at(-1) === 1
  return number.every((part, at) => (at < depth - 1 ? part === last[at] : part === (last[at] ?? 0) + 1))
}

const CONTENTS = /^(?:innhold|innhald|innholdsfortegnelse|innhaldsliste|innholdsliste)\s?:?$/iu
const DOT_LEADER = /\.{4,}\s*\d{0,3}$/
const PAGE_BEHIND = /\s\d{1,3}$/

/** The list of contents tells where things stand, and is none of them: its page numbers measure nothing. */
function contentsOf(blocks: readonly PlacedBlock[]): ReadonlySet<PlacedBlock> {
  const listed = new Set(blocks.filter(({ text }) => text.split('\n').every((line) => DOT_LEADER.test(line))))
  const start = blocks.findIndex(({ text }) => CONTENTS.test(text))
  for (const block of start < 0 ? [] : blocks.slice(start + 1)) {
    const isEntry = block.rows
      ? block.rows.every((row) => /^\d{0,3}$/.test(row.at(-1) ?? ''))
      : block.text.length < MAX_TITLE_CHARS && (PAGE_BEHIND.test(block.text) || DOT_LEADER.test(block.text))
    if (!isEntry) break
    listed.add(block)
  }
  return listed
}

const headingText = (section: Section): string =>
  section.number ? `${section.number} ${section.title}` : section.title

function readSections(input: LayoutInput): LaidOut {
  const sections: Section[] = []
  const outline: OutlinedBlock[] = []
  let path: Section[] = []
  const contents = contentsOf(input.blocks)
  const blocks = input.blocks.filter((block) => !contents.has(block))
  const plain = plainHeadings(blocks)
  for (const block of blocks) {
    const heading = headingOf(block, plain)
    const headings = (): string[] => path.map(headingText)
    if (!heading) {
      outline.push({
        block,
        kind: block.kind === 'table' ? 'table' : 'body',
        caseNumber: undefined,
        headings: headings(),
      })
      continue
    }
    sections.push(heading.section)
    path = [...path.filter((open) => open.level < heading.section.level), heading.section]
    outline.push({
      block: { ...block, text: headingText(heading.section) },
      kind: 'heading',
      caseNumber: undefined,
      headings: headings(),
    })
    if (heading.glued)
      outline.push({
        block: { ...block, kind: 'paragraph', text: heading.glued },
        kind: 'body',
        caseNumber: undefined,
        headings: headings(),
      })
  }
  return { kind: 'other', meeting: undefined, sections, outline }
}

/** Annual reports and plans: numbered headings. */
export const report: Layout = {
  name: 'report',
  score(input) {
    const isNamed = REPORT.test(`${input.title?.value ?? ''} ${input.fileName}`)
    const numbered = input.blocks.filter((block) => headingOf(block)?.section.number !== undefined).length
    return isNamed ? (numbered > 2 ? 0.7 : 0.45) : numbered > 4 ? 0.4 : 0
  },
  read: (input) => ({ ...readSections(input), kind: 'report' }),
}

/** Anything else: headings as they are found. */
export const freeText: Layout = { name: 'free-text', score: () => 0.1, read: readSections }
