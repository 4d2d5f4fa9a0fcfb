import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DocumentKind, Language } from '../../src/domain/document.ts'
import type { ItemStatus, ItemType } from '../../src/domain/meeting.ts'
import type { SumCheck } from '../../src/domain/table.ts'

/**
 * What a person found in a document. In every text:
 * null or '-' = the document does not tell (the reader must have left it undefined),
 * '?' or a key that is not there = two readers could differ (not compared),
 * a line that starts with '~' = may be read or not (not compared),
 * 'sha256:…' = the hash of what stands there; see same-text.ts.
 */
export type GoldText = string | null

/** "name | organisation | role"; cells left out at the end are not compared. */
export type GoldPerson = string

export interface GoldVote {
  /** "for 4: Name (Party); Name (Party)"; empty where nobody is counted. */
  readonly sides: readonly string[]
  readonly unanimous: boolean | '?'
  readonly casting: boolean
  readonly outcome: GoldText
  readonly optional?: boolean
}

export interface GoldItem {
  readonly caseNumber: GoldText
  readonly type: ItemType | null
  readonly title?: string
  readonly status: ItemStatus
  readonly link?: GoldText
  /** Verbatim; left out where none stands. So is `recommendation`. */
  readonly decision?: string
  readonly recommendation?: string
  /** "who | party | kind | outcome"; left out where none was made. */
  readonly proposals?: readonly string[]
  readonly votes?: readonly GoldVote[]
  /** A heading that may be taken for an item or not: compared where it is one. */
  readonly optional?: boolean
}

export interface GoldMeeting {
  readonly committee: GoldText
  readonly number: GoldText
  readonly date: GoldText
  readonly startTime: GoldText
  readonly endTime: GoldText
  readonly place: GoldText
  /** null = no such field; [] = the field is there and empty. */
  readonly chair: readonly GoldPerson[] | null
  readonly minuteTaker: readonly GoldPerson[] | null
  readonly present?: readonly GoldPerson[] | null
  readonly absent: readonly GoldPerson[] | null
  /** "name | for whom" */
  readonly substitutes: readonly string[] | null
  /** The page each item begins on. */
  readonly itemPages?: readonly number[]
  /** Left out where nothing is numbered or decided and headings could be cut in many ways. */
  readonly items?: readonly GoldItem[]
}

export interface GoldTable {
  readonly rows: number
  readonly columns: number
  readonly headers?: readonly string[]
  readonly sums?: readonly SumCheck[]
  readonly optional?: boolean
}

export interface GoldDocument {
  readonly kind: DocumentKind
  readonly language: Language
  readonly date: GoldText
  readonly year?: number
  readonly meeting: GoldMeeting | null
  /** "2.1 Prosjekter": the numbered ones, in order. */
  readonly sections?: readonly string[]
  /** "31.480e6 kr | 2023 | budget | budsjett | entity": value with scale and unit, period, basis, a word of the measure. */
  readonly figures: readonly string[]
  readonly tables: readonly GoldTable[]
  /** Words that stand where a table is announced. */
  readonly missingTables: readonly string[]
  /** "who | words of what | due" */
  readonly followUps: readonly string[]
  /** "kind | case number | the other" */
  readonly relations: readonly string[]
  /** "kind | stated | found" */
  readonly contradictions: readonly string[]
}

export interface NamedGold {
  /** File name of the document. */
  readonly name: string
  readonly gold: GoldDocument
}

/** The gold files of a folder, by the name of the document. */
export function readGold(folder: string): NamedGold[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => ({
      name: file.slice(0, -'.json'.length),
      gold: JSON.parse(readFileSync(join(folder, file), 'utf8')) as GoldDocument,
    }))
}

/** The cells of "a | b | c". */
export const cells = (line: string): string[] => line.split('|').map((cell) => cell.trim())

/** Its lines, each with whether it need not be found. */
export const lines = (all: readonly string[]): { readonly text: string; readonly isOptional: boolean }[] =>
  all.map((line) => ({ text: line.replace(/^~/, ''), isOptional: line.startsWith('~') }))
