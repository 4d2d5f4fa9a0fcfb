import type { Facts, ParsedText } from '../../domain/document.ts'
import { readContradictions } from './contradictions.ts'
import { readFigures } from './figures.ts'
import { readMissingTables } from './missing-tables.ts'
import { readTables } from './tables.ts'

/** Takes out of a text what registers list. Never repairs: what the text gets wrong stays wrong and is listed too. */
export function readFacts(text: ParsedText): Facts {
  const tables = readTables(text)
  const figures = readFigures(text, tables)
  return {
    figures,
    tables,
    missingTables: readMissingTables(text),
    followUps: [],
    relations: [],
    contradictions: readContradictions(text, tables, figures),
  }
}
