import { caseHeadingOf } from '../domain/case-number.ts'
import type { Block, ReadFile } from '../domain/document.ts'

/** A block with the page it stands on; what layouts work with. */
export interface PlacedBlock extends Block {
  readonly page: number | null
}

const rowText = (row: readonly string[]): string => row.filter(Boolean).join(' ')

const MAX_HEADER_LINES = 2

/** "Lukket", "U.off": a column that marks the items nobody else may follow. */
const CLOSED_COLUMN = /^(?:lukket|lukka|u\.?\s?off\.?|unntatt\p{L}*|unnateke\p{L}*|skjermet|b-sak)$/iu

/** What became of the items is told of no agenda. */
const STATUS_COLUMN = /^(?:status|frist|oppfølg\p{L}*|ansvar\p{L}*|utført|fremdrift|framdrift)$/iu

/** A table of case numbers and titles is the list of items: a line an item, and below it what marks it as closed. */
function unfoldAgendaTable(block: Block): readonly Block[] {
  const [head = []] = block.rows ?? []
  if (head.some((cell) => STATUS_COLUMN.test(cell.trim()))) return [block]
  const isClosedColumn = (at: number): boolean => CLOSED_COLUMN.test((head[at] ?? '').trim())
  // Behind the title stand the page its papers begin on and the archive's reference.
  const isOfItem = (cell: string, at: number): boolean =>
    !isClosedColumn(at) && (at === 0 || !/^(?:\d{1,4}|(?:(?:19|20)\d{2}|\d{2})\/\d{2,6}(?:-\d{1,4})?)$/.test(cell))
  const lines = (block.rows ?? []).map((row) => ({
    text: rowText(row.filter(isOfItem)),
    marks: row.flatMap((cell, at) => (cell && isClosedColumn(at) ? [`${head[at]}: ${cell}`] : [])),
  }))
  const isItem = lines.map(({ text }) => Boolean(caseHeadingOf(text)?.title))
  const first = isItem.indexOf(true)
  // A narrow column breaks its header in two.
  if (first < 0 || first > MAX_HEADER_LINES || isItem.slice(first).includes(false)) return [block]
  const paragraph = (text: string): Block => ({
    kind: 'paragraph',
    text,
    level: 0,
    links: block.links.filter((link) => text.includes(link.text)),
  })
  return lines.flatMap(({ text, marks }, at) =>
    at === 0 && text === rowText(head) ? [paragraph(text)] : [paragraph(text), ...marks.map(paragraph)],
  )
}

export const placeBlocks = (file: ReadFile): PlacedBlock[] =>
  file.pages.flatMap((page) => page.blocks.flatMap(unfoldAgendaTable).map((block) => ({ ...block, page: page.number })))
