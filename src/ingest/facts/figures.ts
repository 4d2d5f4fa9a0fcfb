import type { ParsedText } from '../../domain/document.ts'
import type { Figure } from '../../domain/figure.ts'
import type { Table } from '../../domain/table.ts'
import { cellFigures } from './figures-cells.ts'
import { entitiesOf } from './figures-entity.ts'
import { proseFigures } from './figures-prose.ts'

/** Every figure of a text in the order of its passages. Values are exact; what the text does not tell stays unknown. */
export function readFigures(text: ParsedText, tables: readonly Table[]): Figure[] {
  return [...proseFigures(text, entitiesOf(text)), ...cellFigures(text, tables)].toSorted(
    (a, b) => a.passage - b.passage,
  )
}
