import type { Grades, Totals } from './grade.ts'

/** Shares are from 0 to 1; null where nothing was asked that they are of. */
export interface EvalFigures {
  readonly questions: number
  readonly correct: number | null
  /** Of the correct ones, those whose citations quote the evidence. */
  readonly cited: number | null
  /** Of those that must be declined, those that were. */
  readonly abstentionRecall: number | null
  /** Of those with an answer, those that were declined. */
  readonly overRefusal: number | null
  readonly inventedNumbers: number
}

const share = (part: number, whole: number): number | null => (whole > 0 ? Number((part / whole).toFixed(3)) : null)

export const evalFigures = (totals: Totals): EvalFigures => ({
  questions: totals.answerable + totals.unanswerable,
  correct: share(totals.correct, totals.answerable),
  cited: share(totals.cited, totals.correct),
  abstentionRecall: share(totals.abstained, totals.unanswerable),
  overRefusal: share(totals.refused, totals.answerable),
  inventedNumbers: totals.invented,
})

/** The time below which a share of the answers took, in ms. */
export function percentile(timesMs: readonly number[], part: number): number | null {
  const sorted = timesMs.toSorted((a, b) => a - b)
  const time = sorted[Math.min(Math.floor(sorted.length * part), sorted.length - 1)]
  return time === undefined ? null : Number(time.toFixed(1))
}

const cell = (part: number, whole: number): string => (whole > 0 ? `${part}/${whole}` : '–').padStart(9)

const rowOf = (name: string, totals: Totals): string =>
  [
    name.padEnd(14),
    cell(totals.correct, totals.answerable),
    cell(totals.cited, totals.correct),
    cell(totals.abstained, totals.unanswerable),
    cell(totals.refused, totals.answerable),
    String(totals.invented).padStart(9),
  ].join(' ')

/** A table for people: all, then by kind, then by language. */
export function evalTable({ totals, byKind, byLanguage }: Grades): string[] {
  const head = ['', 'correct', 'cited', 'declined', 'refused', 'invented']
  return [
    head.map((name, index) => (index === 0 ? name.padEnd(14) : name.padStart(9))).join(' '),
    rowOf('all', totals),
    ...[...byKind].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, own]) => rowOf(name, own)),
    ...[...byLanguage].map(([name, own]) => rowOf(name, own)),
  ]
}
