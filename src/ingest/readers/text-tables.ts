import type { Block } from '../../domain/document.ts'

/** "Januar 1 4", "Sum 2020 22 39": words, then as many numbers as the rows around have. */
const ROW = /^(\p{L}[\p{L}\d./ -]*?)((?:\s+(?:[-–]|-?\d[\d.,]*\s?%?))+)$/u
const MIN_ROWS = 3

interface NumberRow {
  readonly label: string
  readonly numbers: readonly string[]
}

function rowOf(block: Block): NumberRow | undefined {
  const match = block.kind === 'paragraph' ? ROW.exec(block.text) : null
  if (!match?.[1] || !match[2]) return undefined
  return { label: match[1].trim(), numbers: match[2].trim().split(/\s+/) }
}

/** The row with just so many numbers at its end as the table has columns; "Sum 2020 22 39" has one too many. */
function cellsOf(row: NumberRow, columns: number): string[] | undefined {
  if (row.numbers.length < columns) return undefined
  const extra = row.numbers.slice(0, row.numbers.length - columns)
  return [[row.label, ...extra].join(' '), ...row.numbers.slice(-columns)]
}

export const tableBlock = (rows: readonly (readonly string[])[]): Block => ({
  kind: 'table',
  text: rows.map((row) => row.filter(Boolean).join(' ')).join('\n'),
  level: 0,
  links: [],
  rows,
})

/** A table that text extraction left as lines is a table again: three rows or more with the same number of numbers. */
export function restoreTables(blocks: readonly Block[]): Block[] {
  const restored: Block[] = []
  let index = 0
  while (index < blocks.length) {
    const first = blocks[index] && rowOf(blocks[index] as Block)
    const rows: string[][] = []
    const columns = first?.numbers.length ?? 0
    for (let next = index; first && next < blocks.length; next++) {
      const candidate = blocks[next]
      const row = candidate && rowOf(candidate)
      const cells = row && cellsOf(row, columns)
      if (!cells) break
      rows.push(cells)
    }
    if (rows.length < MIN_ROWS) {
      const block = blocks[index]
      if (block) restored.push(block)
      index++
      continue
    }
    const above = restored.at(-1)
    const header =
      above?.kind === 'paragraph' && above.text.split(' ').length === columns + 1 ? above.text.split(' ') : undefined
    if (header) restored.pop()
    const all = header ? [header, ...rows] : rows
    restored.push(tableBlock(all))
    index += rows.length
  }
  return restored
}
