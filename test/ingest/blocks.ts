import type { Block } from '../../src/domain/document.ts'
import type { PlacedBlock } from '../../src/ingest/placed-block.ts'

/** Blocks as a reader would give them: "# " a heading, "- " a list item, rows of "|" a table, a number in front ("2> ") the page. */
export function blocksOf(...lines: readonly string[]): PlacedBlock[] {
  return lines.map((line) => {
    const [, page, text = ''] = /^(?:(\d+)> )?(.*)$/s.exec(line) ?? []
    return { ...blockOf(text), page: page === undefined ? 1 : Number(page) }
  })
}

function blockOf(text: string): Block {
  if (text.startsWith('|')) {
    const rows = text.split('\n').map((row) =>
      row
        .slice(1)
        .replace(/\|$/, '')
        .split('|')
        .map((cell) => cell.trim()),
    )
    return {
      kind: 'table',
      text: rows.map((row) => row.filter(Boolean).join(' ')).join('\n'),
      level: 0,
      links: [],
      rows,
    }
  }
  if (text.startsWith('# ')) return { kind: 'heading', text: text.slice(2), level: 2, links: [] }
  if (text.startsWith('- ')) return { kind: 'listItem', text: `• ${text.slice(2)}`, level: 1, links: [] }
  if (/^\d{1,2}\. /.test(text)) return { kind: 'listItem', text, level: 1, links: [] }
  return { kind: 'paragraph', text, level: 0, links: [] }
}
