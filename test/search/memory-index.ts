import type { RankedPassage, StoredPassage } from '../../src/domain/passage.ts'
import { analyse } from '../../src/search/analyse.ts'
import type { PassageIndex } from '../../src/search/ports.ts'

const HEADING_WEIGHT = 1.5
const K1 = 1.2
const B = 0.75

interface Posting {
  readonly passage: number
  readonly frequency: number
}

/**
 * BM25 in memory, by the formula, field weights and constants of SQLite's FTS5 as the store uses it, so that what is
 * measured with it holds for the store.
 */
export function memoryIndex(passages: readonly StoredPassage[]): PassageIndex {
  const postings = new Map<string, Posting[]>()
  const lengths: number[] = []
  passages.forEach((passage, at) => {
    const heading = analyse([passage.documentTitle, ...passage.headings].join('\n'))
    const body = analyse(passage.text)
    const frequencies = new Map<string, number>()
    for (const stem of body) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    for (const stem of heading) frequencies.set(stem, (frequencies.get(stem) ?? 0) + HEADING_WEIGHT)
    for (const [stem, frequency] of frequencies) {
      const list = postings.get(stem)
      if (list) list.push({ passage: at, frequency })
      else postings.set(stem, [{ passage: at, frequency }])
    }
    lengths.push(heading.length + body.length)
  })
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)

  return {
    holds: (term) => postings.has(term),
    match: (_asker, terms, filter, limit) => {
      const scores = new Map<number, number>()
      for (const term of new Set(terms)) {
        const list = postings.get(term) ?? []
        const rarity = Math.max(1e-6, Math.log((passages.length - list.length + 0.5) / (list.length + 0.5)))
        for (const { passage, frequency } of list) {
          const norm = frequency + K1 * (1 - B + (B * (lengths[passage] ?? 0)) / averageLength)
          scores.set(passage, (scores.get(passage) ?? 0) + (rarity * frequency * (K1 + 1)) / norm)
        }
      }
      return [...scores]
        .flatMap(([at, score]): RankedPassage[] => {
          const passage = passages[at]
          return passage && (filter.document === undefined || filter.document === passage.document)
            ? [{ ...passage, score }]
            : []
        })
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
    },
  }
}
