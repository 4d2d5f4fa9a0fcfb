import type { Block, Page, ReadFile } from '../../domain/document.ts'
import { startsBlock } from '../boundaries.ts'
import { decodeText } from './decode-text.ts'
import { joinAcrossPages, type Line, toBlocks } from './lines.ts'
import { restoreTables } from './text-tables.ts'

const URL_LINE = /^https?:\/\/\S+$/
/** A line this close to the longest ones was broken by its width. Measured on text that PDF readers left. */
const FULL_SHARE = 0.82
const RUNNING_SHARE = 0.6

/** A page begins at a form feed, or where poor text has lost it and left one space before the first line. */
function splitPages(text: string): string[] {
  const byFormFeed = text.split('\f')
  if (byFormFeed.length > 1) return byFormFeed
  const isDoubleSpaced = doubleSpacing(text)
  return isDoubleSpaced ? text.split(/^ (?=\S)/m).filter((page, index) => index > 0 || page.trim()) : [text]
}

/** Every line is followed by an empty one: then empty lines tell nothing about paragraphs. */
function doubleSpacing(text: string): boolean {
  const lines = text.split('\n')
  const written = lines.filter((line) => line.trim()).length
  const followed = lines.filter((line, index) => line.trim() && lines[index + 1]?.trim() === '').length
  return written > 20 && followed / written > 0.7
}

/** First and last lines that stand on most pages, with the page's own number or none that changes. */
function withoutRunningLines(pages: readonly string[]): readonly string[] {
  const bare = (line: string, page: number): string => line.trim().replace(new RegExp(`(?<!\\d)${page}(?!\\d)`), '#')
  const edges = pages.map((page) => {
    const lines = page.split('\n')
    const written = lines.flatMap((line, at) => (line.trim() ? [at] : []))
    const ends = written.length > 2 ? [written[0] ?? 0, written.at(-1) ?? 0] : []
    return { lines, ends }
  })
  const counts = new Map<string, number>()
  for (const [index, { lines, ends }] of edges.entries())
    for (const line of new Set(ends.map((at) => bare(lines[at] ?? '', index + 1))))
      counts.set(line, (counts.get(line) ?? 0) + 1)
  const enough = Math.max(2, pages.length * RUNNING_SHARE)
  return edges.map(({ lines, ends }, index) =>
    lines.filter((line, at) => !ends.includes(at) || (counts.get(bare(line, index + 1)) ?? 0) < enough).join('\n'),
  )
}

function toLines(page: string, fullChars: number, isDoubleSpaced: boolean): { lines: Line[]; urls: string[] } {
  const lines: Line[] = []
  const urls: string[] = []
  let emptyAbove = 0
  for (const printed of page.split('\n')) {
    const text = printed.trim()
    if (!text) {
      emptyAbove++
      continue
    }
    if (URL_LINE.test(text)) urls.push(text)
    else
      lines.push({
        text: text.replace(/\s+/g, ' '),
        indent: printed.length - printed.trimStart().length,
        isFull: text.length >= fullChars * FULL_SHARE,
        hasGapAbove: emptyAbove > (isDoubleSpaced ? 1 : 0),
        size: 0,
        isBold: false,
        links: [],
      })
    emptyAbove = 0
  }
  return { lines, urls }
}

/** The width that running text was broken at: nine of ten lines are no longer. */
function fullWidth(text: string): number {
  const lengths = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !URL_LINE.test(line) && !startsBlock(line))
    .map((line) => line.length)
    .sort((a, b) => a - b)
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0
}

export function readText(bytes: Uint8Array): ReadFile {
  const text = decodeText(bytes)
  const isDoubleSpaced = doubleSpacing(text)
  const fullChars = fullWidth(text)
  const parts = withoutRunningLines(splitPages(text))
  const pages: Page[] = parts.map((part, index) => {
    const { lines, urls } = toLines(part, fullChars, isDoubleSpaced)
    return { number: parts.length > 1 ? index + 1 : null, blocks: restoreTables(toBlocks(lines)), looseLinks: urls }
  })
  return { format: 'text', title: undefined, pages: joinAcrossPages(pages) }
}

/** The same of text that another format holds, without its pages. */
export const textBlocks = (text: string): Block[] => readText(Buffer.from(text)).pages.flatMap((page) => page.blocks)
