import type { Asker } from '../domain/asker.ts'
import type { PassageFilter, RankedPassage } from '../domain/passage.ts'
import { detectLanguage } from '../norwegian/language.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { type Token, tokens } from '../norwegian/tokens.ts'
import { analyseQuestion, held } from './analyse.ts'
import type { PassageIndex } from './ports.ts'

/** How many of the best by BM25 are looked at again. */
const CANDIDATES = 60
const GRAM = 4
/** Nobody asks longer; a pasted document would cost seconds. */
const LONGEST_QUESTION = 1000
/** Measured by scripts/bench-search.ts, beside a BM25 score whose best is 1. */
const GRAM_WEIGHT = 1
const COVERAGE_WEIGHT = 0.5

/** What is shared by few candidates tells more than what all of them have. */
const rarity = (having: number, all: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5))

/** Share of the question's wanted things that each candidate has, weighted by how rare they are among the candidates. */
function coverage(wanted: readonly string[], holdings: readonly ReadonlySet<string>[]): number[] {
  const weights = new Map<string, number>()
  let total = 0
  for (const thing of wanted) {
    const having = holdings.filter((things) => things.has(thing)).length
    const weight = rarity(having, holdings.length)
    weights.set(thing, weight)
    total += weight
  }
  return holdings.map((things) => {
    let sum = 0
    for (const [thing, weight] of weights) if (things.has(thing)) sum += weight
    return total === 0 ? 0 : sum / total
  })
}

const asRow = (words: readonly Token[]): string => ` ${words.map((word) => word.folded).join(' ')} `

/** Four letters in a row, word ends included: half a compound or a misspelt word still shares most of them. */
function gramsOf(words: readonly Token[]): string[] {
  const grams = new Set<string>()
  const row = asRow(words)
  for (let at = 0; at + GRAM <= row.length; at += 1) grams.add(row.slice(at, at + GRAM))
  return [...grams]
}

const searched = (passage: RankedPassage): string =>
  [passage.documentTitle, ...passage.headings, passage.text].join('\n')

/**
 * Passages for a question in plain words, best first: the best by BM25, ordered again by how many of its rare words and
 * letter groups they hold. A question no word of which is in the index finds nothing.
 */
export function createFindPassages(index: PassageIndex) {
  return (asker: Asker, question: string, filter: PassageFilter, limit: number): readonly RankedPassage[] => {
    const asked = question.slice(0, LONGEST_QUESTION)
    const terms = analyseQuestion(asked, detectLanguage(asked), index.holds)
    const candidates = index.match(asker, terms, filter, Math.max(CANDIDATES, limit))
    if (candidates.length === 0) return []
    const best = Math.max(...candidates.map((candidate) => candidate.score))
    const grams = gramsOf(tokens(asked).filter((token) => !isStopWord(token.folded)))
    const texts = candidates.map(searched)
    const words = texts.map(tokens)
    const byTerm = coverage(
      terms,
      texts.map((text, at) => held(terms, text, words[at] ?? [])),
    )
    const rows = words.map(asRow)
    const byGram = coverage(
      grams,
      rows.map((row) => new Set(grams.filter((gram) => row.includes(gram)))),
    )
    return candidates
      .map((candidate, at) => ({
        ...candidate,
        score:
          (best > 0 ? candidate.score / best : 0) +
          COVERAGE_WEIGHT * (byTerm[at] ?? 0) +
          GRAM_WEIGHT * (byGram[at] ?? 0),
      }))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit)
  }
}
