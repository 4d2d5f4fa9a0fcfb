import type { RankedPassage } from '../domain/passage.ts'
import { hasWanted } from './has-wanted.ts'
import type { Plan } from './plan.ts'
import { stretches } from './stretches.ts'
import { coverage, matterOf, meets, questionStems, stemSet, type Term, termWeights } from './topic.ts'

/** Shares of the matter's weight that must be met: by the words quoted, and by them with what stands around. */
const MIN_UNIT_COVERAGE = 0.3
const MIN_CONTEXT_COVERAGE = 0.62
const MIN_MATTER_COVERAGE = 0.5
const MIN_UNIT_MATTER = 0.25
const MADE_UP_COVERAGE = 0.8
/** "Får ansatte …?" is answered by what was decided, not by what was said. */
const ASKS_LEAVE = /^(?:får|fikk|kan|skal|må|har\s.*\slov|er det lov|may|can|must|are .* allowed)\b/iu
/** Words that may be quoted as they stand, and how well they meet the question. */
export interface Unit {
  readonly text: string
  readonly passage: RankedPassage
  readonly score: number
}

function contextOf(passage: RankedPassage): string {
  const { text, headings, documentTitle, documentName, committee, date, year } = passage
  return [
    text,
    ...headings,
    documentTitle,
    documentName.replace(/[-_.]/g, ' '),
    committee ?? '',
    date ?? '',
    year ?? '',
  ].join('\n')
}

/** The best stretch of all passages; undefined when none holds enough of what was asked. */
export function bestUnit(passages: readonly RankedPassage[], terms: readonly Term[], plan: Plan): Unit | undefined {
  const { wanted } = plan
  const all = questionStems(plan.question)
  const decisionBonus = ASKS_LEAVE.test(plan.question) ? 0.4 : 0.1
  const contexts = passages.map((passage) => stemSet(contextOf(passage)))
  const weights = termWeights(terms, contexts)
  const bestScore = Math.max(...passages.map((passage) => passage.score), 0.001)
  const matter = matterOf(terms)
  const coverageOf = (some: readonly Term[], stems: ReadonlySet<string>): number =>
    some.length === 0
      ? 1
      : coverage(
          some,
          some.map((term) => weights[terms.indexOf(term)] ?? 0),
          stems,
        )
  let best: Unit | undefined
  for (const [index, passage] of passages.entries()) {
    const context = contexts[index] ?? new Set<string>()
    if (terms.some((term) => term.isSpecific && meets(term, context) === 0)) continue
    const around = coverage(terms, weights, context)
    if (around < MIN_CONTEXT_COVERAGE || coverageOf(matter, context) < MIN_MATTER_COVERAGE) continue
    for (const text of stretches(passage)) {
      const stems = stemSet(text)
      const own = coverage(terms, weights, stems)
      if (coverageOf(matter, stems) < MIN_UNIT_MATTER) continue
      // "When is an incident serious?" asks for no date: nearly all of the words make up for it.
      const makesUp = wanted === 'date' && own >= MADE_UP_COVERAGE
      if (!hasWanted(wanted, text) && !makesUp) continue
      if (own < MIN_UNIT_COVERAGE) continue
      const isWholeList = passage.kind !== 'table' && text === passage.text && text.includes('\n')
      const named = terms.filter((term) => term.isSpecific)
      const namedHere = named.filter((term) => meets(term, stems) > 0).length
      const score =
        own +
        0.35 * around +
        0.15 * (passage.score / bestScore) +
        (wanted === 'list' && isWholeList ? 0.3 : 0) +
        (named.length > 0 ? (0.25 * namedHere) / named.length : 0) +
        (passage.kind === 'decision' ? decisionBonus : 0) +
        (0.2 * all.filter((stem) => stems.has(stem)).length) / Math.max(all.length, 1) +
        // Of two documents that say the same, the one whose pages a reader can turn to.
        (passage.page !== null ? 0.05 : 0) +
        (passage.documentName.toLowerCase().endsWith('.pdf') ? 0.05 : 0) -
        text.length / 8000 -
        (isWholeList && wanted !== 'list' ? 0.15 : 0) -
        (passage.kind === 'recommendation' ? 0.2 : 0)
      if (!best || score > best.score) best = { text, passage, score }
    }
  }
  return best
}
