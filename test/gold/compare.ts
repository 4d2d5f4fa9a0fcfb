import type { ParsedDocument } from '../../src/domain/document.ts'
import { compareFacts } from './compare-facts.ts'
import { compareMeeting, type DecisionCount } from './compare-meeting.ts'
import type { GoldDocument } from './gold-document.ts'
import { createLedger, type Ledger, type Wrong } from './ledger.ts'
import { sameText } from './same-text.ts'

export interface Comparison {
  readonly fields: number
  readonly right: number
  readonly wrong: readonly Wrong[]
  readonly decisions: number
  readonly decisionsVerbatim: number
  /** Decisions read where none stands. */
  readonly decisionsInvented: number
  readonly recommendationsAsDecisions: number
  readonly wrongScales: number
}

function compareSections(ledger: Ledger, gold: readonly string[], got: ParsedDocument): void {
  const numbered = got.sections.filter((section) => section.number).map(({ number, title }) => `${number} ${title}`)
  for (const [at, section] of gold.entries())
    ledger.note(`sections[${at}]`, section, numbered[at], sameText(section, numbered[at] ?? ''))
  for (const section of numbered.slice(gold.length)) ledger.note('sections extra', undefined, section, false)
}

/** Field by field what was read against what a person found. */
export function compare(gold: GoldDocument, got: ParsedDocument): Comparison {
  const ledger = createLedger()
  const count: DecisionCount = { expected: 0, verbatim: 0, invented: 0, recommendationsAsDecisions: 0 }
  ledger.note('kind', gold.kind, got.kind, gold.kind === got.kind)
  ledger.note('language', gold.language, got.language, gold.language === got.language)
  ledger.text('date', gold.date, got.date, sameText)
  if (gold.year !== undefined) ledger.note('year', gold.year, got.year, gold.year === got.year)
  if (gold.meeting) compareMeeting(ledger, gold.meeting, got.meeting, count)
  else ledger.note('meeting', undefined, got.meeting && 'a meeting', got.meeting === undefined)
  if (gold.sections) compareSections(ledger, gold.sections, got)
  const wrongScales = compareFacts(ledger, gold, got)
  return {
    fields: ledger.fields,
    right: ledger.fields - ledger.wrong.length,
    wrong: ledger.wrong,
    decisions: count.expected,
    decisionsVerbatim: count.verbatim,
    decisionsInvented: count.invented,
    recommendationsAsDecisions: count.recommendationsAsDecisions,
    wrongScales,
  }
}

/** Of many documents as if they were one. */
export function inAll(comparisons: readonly Comparison[]): Comparison {
  const sum = (of: (comparison: Comparison) => number): number =>
    comparisons.reduce((total, comparison) => total + of(comparison), 0)
  return {
    fields: sum(({ fields }) => fields),
    right: sum(({ right }) => right),
    wrong: comparisons.flatMap(({ wrong }) => wrong),
    decisions: sum(({ decisions }) => decisions),
    decisionsVerbatim: sum(({ decisionsVerbatim }) => decisionsVerbatim),
    decisionsInvented: sum(({ decisionsInvented }) => decisionsInvented),
    recommendationsAsDecisions: sum(({ recommendationsAsDecisions }) => recommendationsAsDecisions),
    wrongScales: sum(({ wrongScales }) => wrongScales),
  }
}
