import type { Facts, ParsedText } from '../../domain/document.ts'
import { voteContradictions } from '../minutes/votes.ts'
import { readContradictions } from './contradictions.ts'
import { readFigures } from './figures.ts'
import { readFollowUps } from './follow-ups.ts'
import { readMissingTables } from './missing-tables.ts'
import { readRelations } from './relations.ts'
import { readTables } from './tables.ts'

/** Takes out of a text what registers list. Never repairs: what the text gets wrong stays wrong and is listed too. */
export function readFacts(text: ParsedText): Facts {
  const tables = readTables(text)
  const figures = readFigures(text, tables)
  return {
    figures,
    tables,
    missingTables: readMissingTables(text),
    followUps: readFollowUps(text),
    relations: readRelations(text),
    contradictions: [
      ...readContradictions(text, tables, figures),
      ...(text.meeting ? voteContradictions(text.meeting) : []),
    ],
  }
}
