import type { Block, Page, ReadFile } from '../../domain/document.ts'
import { startsBlock } from '../boundaries.ts'
import { alignedTables } from './aligned-tables.ts'
import { decodeText } from './decode-text.ts'
import { joinAcrossPages, type Line, toBlocks } from './lines.ts'
import { restoreTables, tableBlock } from './text-tables.ts'

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

/** The first line, or the last, that stands on most pages with the page's own number or none that changes. */
function withoutRunningLines(pages: readonly string[]): readonly string[] {
  const bare = (line: string, page: number): string => line.trim().replace(new RegExp(`(?<!\\d)${page}(?!\\d)`), '#')
  const read = pages.map((page) => page.split('\n'))
  const enough = Math.max(2, pages.length * RUNNING_SHARE)
  const drop = read.map(() => new Set<number>())
  for (const end of ['first', 'last'] as const) {
    const at = read.map((lines) =>
      end === 'first' ? lines.findIndex((line) => line.trim()) : lines.findLastIndex((line) => line.trim()),
    )
    const texts = read.map((lines, page) => bare(lines[at[page] ?? 0] ?? '', page + 1))
    const counts = new Map<string, number>()
    for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
    for (const [page, text] of texts.entries())
      if ((counts.get(text) ?? 0) >= enough && !startsBlock(text)) drop[page]?.add(at[page] ?? 0)
  }
  return read.map((lines, page) => lines.filter((_, at) => !drop[page]?.has(at)).join('\n'))
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

/** Tables whose columns still stand apart are taken out first: joining lines would lose them. */
function toPage(page: string, fullChars: number, isDoubleSpaced: boolean): { blocks: Block[]; urls: string[] } {
  const lines = page.split('\n')
  const tables = isDoubleSpaced ? [] : alignedTables(lines)
  const blocks: Block[] = []
  const urls: string[] = []
  let from = 0
  for (const table of [...tables, undefined]) {
    const read = toLines(lines.slice(from, table?.from).join('\n'), fullChars, isDoubleSpaced)
    blocks.push(...restoreTables(toBlocks(read.lines)))
    urls.push(...read.urls)
    if (!table) break
    blocks.push(tableBlock(table.rows))
    from = table.to
  }
  return { blocks, urls }
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
    const { blocks, urls } = toPage(part, fullChars, isDoubleSpaced)
    return { number: parts.length > 1 ? index + 1 : null, blocks, looseLinks: urls }
  })
  return { format: 'text', title: undefined, pages: joinAcrossPages(pages) }
}

/** The same of text that another format holds, without its pages. */
export const textBlocks = (text: string): Block[] => readText(Buffer.from(text)).pages.flatMap((page) => page.blocks)
