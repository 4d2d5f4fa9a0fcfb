import { NUMBER_WORDS } from '../norwegian/number-words.ts'
import type { Stretch } from './stretches.ts'

const ENGLISH_NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 }
const ASKED_COUNT =
  /(?<!\p{L})(?:hvilke|kva for|kva|(?:er|var|nevn) (?:de|dei)|which|what|(?:are|were|list|name) the)\s(\p{L}+|\d{1,2})\s(\p{L}+)/gu
/** "oppgradere den, flytte den til skyen eller bygge en ny": a list in running text. */
const ENUMERATION = /(?:,\s[^.;:,]{3,80})+?\s(?:og|eller|samt|and|or)\s(?=\p{L})/u
const FOR_ENUMERATION = 0.2
/** Just as many as were asked for. */
const FOR_COUNT = 0.3

const MOST_COUNT = 20

export interface AskedCount {
  readonly count: number
  /** What is counted, folded. */
  readonly of: string
}

/** How many things a question asks for, and what it calls them: "hvilke tre alternativer". @param question folded */
export function countAskedIn(question: string): AskedCount | undefined {
  for (const [, word = '', of = ''] of question.matchAll(ASKED_COUNT)) {
    const count = NUMBER_WORDS[word] ?? ENGLISH_NUMBERS[word] ?? Number(word)
    if (count > 1 && count < MOST_COUNT) return { count, of }
  }
  return undefined
}

/** What speaks for a stretch where several things are asked for: that it tells of several, or of just so many. */
export function severalScore({ core, isList, points }: Stretch, asked: number | undefined): number {
  if (isList && points !== 1) return points === asked ? FOR_COUNT : 0
  const found = ENUMERATION.exec(core)?.[0]
  if (found === undefined) return 0
  const several = (found.match(/,/g) ?? []).length + 2
  return FOR_ENUMERATION + (several === asked ? FOR_COUNT : 0)
}
