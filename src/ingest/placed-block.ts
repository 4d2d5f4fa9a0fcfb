import { caseHeadingOf } from '../domain/case-number.ts'
import type { Block, ReadFile } from '../domain/document.ts'

/** A block with the page it stands on; what layouts work with. */
export interface PlacedBlock extends Block {
  readonly page: number | null
}

const rowText = (row: readonly string[]): string => row.filter(Boolean).join(' ')

/** A table of case numbers and titles is the list of items: a line an item. */
function unfoldAgendaTable(block: Block): readonly Block[] {
  // A number behind the title is the page its papers begin on.
  const lines = (block.rows ?? []).map((row) => rowText(row.filter((cell, at) => at === 0 || !/^\d{1,4}$/.test(cell))))
  const items = lines.filter((line) => caseHeadingOf(line)?.title)
  if (items.length === 0 || items.length < lines.length - 1) return [block]
  return lines.map((text) => ({
    kind: 'paragraph',
    text,
    level: 0,
    links: block.links.filter((link) => text.includes(link.text)),
  }))
}

export const placeBlocks = (file: ReadFile): PlacedBlock[] =>
  file.pages.flatMap((page) => page.blocks.flatMap(unfoldAgendaTable).map((block) => ({ ...block, page: page.number })))
