import type { Block, Link } from '../../domain/document.ts'
import { endsWithAbbreviation } from '../../norwegian/abbreviations.ts'
import { monthOf } from '../../norwegian/dates.ts'
import { joinLines } from '../../norwegian/hyphens.ts'
import { startsBlock } from '../boundaries.ts'

/** One printed line, before it is known which paragraph it belongs to. */
export interface Line {
  readonly text: string
  /** Left edge, in any unit that is the same for all lines of the file. */
  readonly indent: number
  /** The next word would not have fitted: the line was broken by its width, not by its writer. */
  readonly isFull: boolean
  /** More room above than between the lines of a paragraph. */
  readonly hasGapAbove: boolean
  /** Relative to the body text: 1 is body size. 0 where the format has no sizes. */
  readonly size: number
  readonly isBold: boolean
  readonly links: readonly Link[]
}

/** Word draws the points of a second level with the letter "o". */
const BULLET = /^(?:[•▪◦●○■➢►–—*·‣-]|o(?=\s+\p{Lu}))\s+/u
const NUMBERED = /^(?:\d{1,2}[.)]|[a-zæøå][.)])\s+(\S+)/iu
/** "2 Beredskap", "2.1 Utrykninger" */
const NUMBERED_HEADING = /^\d{1,2}(?:\.\d{1,2}){0,3}\s\p{Lu}\p{Ll}/u
const SENTENCE_END = /[.!?:;»"”)]$/u

/** The marker of a list item at the start of a line: "•", "–", "1.", "b)". Not "1. januar". */
export function startsListItem(text: string): boolean {
  if (BULLET.test(text)) return true
  const next = NUMBERED.exec(text)?.[1]
  return next !== undefined && monthOf(next.toLowerCase().replace(/[.,]$/, '')) === undefined
}

const endsSentence = (text: string): boolean => SENTENCE_END.test(text) && !endsWithAbbreviation(text)
const looksLikeHeading = (line: Line): boolean =>
  line.size > 1.08 || (line.isBold && line.size > 0 && !/[.,;]$/.test(line.text))

function startsAnew(line: Line, previous: Line, first: Line): boolean {
  if (startsBlock(line.text)) return true
  if (Math.abs(line.size - previous.size) > 0.08) return true
  if (looksLikeHeading(line) !== looksLikeHeading(previous)) return true
  const isBrokenWord = /\p{L}-$/u.test(previous.text)
  if (isBrokenWord && !line.hasGapAbove) return false
  if (startsListItem(line.text)) {
    const isRunningText = previous.isFull && !endsSentence(previous.text) && /^\d/.test(line.text)
    if (!isRunningText || line.hasGapAbove) return true
  }
  if (line.hasGapAbove) return true
  if (line.isBold !== previous.isBold && line.size > 0) return false
  if (!line.isFull && NUMBERED_HEADING.test(line.text) && endsSentence(previous.text)) return true
  if (previous.isFull) return false
  // A short line ends its paragraph, unless what follows plainly goes on with it.
  if (/^\p{Ll}/u.test(line.text) && !endsSentence(previous.text)) return false
  // "… 41,2 mill. kr." ends a sentence where the next line begins one.
  if (endsWithAbbreviation(previous.text) && !/^\p{Lu}/u.test(line.text)) return false
  return startsListItem(first.text) ? line.indent <= first.indent || endsSentence(previous.text) : true
}

function toBlock(lines: readonly Line[]): Block {
  const [first] = lines
  const text = joinLines(lines.map((line) => line.text))
  const links = lines.flatMap((line) => line.links)
  if (first && looksLikeHeading(first) && lines.length <= 3)
    return { kind: 'heading', text, level: first.size > 1.5 ? 1 : first.size > 1.2 ? 2 : 3, links }
  if (startsListItem(text)) return { kind: 'listItem', text, level: 1, links }
  return { kind: 'paragraph', text, level: 0, links }
}

/** Joins the lines of one page into paragraphs, headings and list items. */
export function toBlocks(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let current: Line[] = []
  for (const line of lines) {
    const previous = current.at(-1)
    const first = current[0]
    if (previous && first && startsAnew(line, previous, first)) {
      blocks.push(toBlock(current))
      current = []
    }
    current.push(line)
  }
  if (current.length > 0) blocks.push(toBlock(current))
  return blocks
}

const isCutByPage = (last: Block, next: Block, lastPart: string): boolean =>
  next.kind === 'paragraph' &&
  (last.kind === 'paragraph' || last.kind === 'listItem') &&
  !endsSentence(lastPart) &&
  /^[\p{Ll}\d]/u.test(next.text) &&
  !NUMBERED_HEADING.test(next.text) &&
  !startsBlock(next.text)

/** A paragraph that a page break cut in two is one again, on the page where it began. */
export function joinAcrossPages<Page extends { readonly blocks: readonly Block[] }>(pages: readonly Page[]): Page[] {
  const joined = pages.map((page) => ({ ...page, blocks: [...page.blocks] }))
  let open: { blocks: Block[]; parts: Block[] } | undefined
  const close = (): void => {
    const [first] = open?.parts ?? []
    if (!open || !first || open.parts.length === 1) return
    const text = joinLines(open.parts.map((part) => part.text))
    open.blocks[open.blocks.length - 1] = { ...first, text, links: open.parts.flatMap((part) => part.links) }
  }
  for (const { blocks } of joined) {
    const [next] = blocks
    if (!next) continue
    const [first] = open?.parts ?? []
    if (open && first && isCutByPage(first, next, open.parts.at(-1)?.text ?? '')) {
      open.parts.push(next)
      blocks.shift()
      if (blocks.length === 0) continue
    }
    close()
    const last = blocks.at(-1)
    open = last && { blocks, parts: [last] }
  }
  close()
  return joined
}
