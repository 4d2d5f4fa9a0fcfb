import { findDates, isoDay } from '../norwegian/dates.ts'
import { wordsFromEnglish } from '../norwegian/english.ts'
import { stemOf, stemsOfTokens } from '../norwegian/stem.ts'
import { isStopWord } from '../norwegian/stop-words.ts'
import { type Token, tokens } from '../norwegian/tokens.ts'
import { partsHeld, partsOf } from './compound-words.ts'

const DATE_STEM = /^\d{4}-\d\d-\d\d$/

/** "14.11.2024" and "14. november 2024" share no word: a whole date is a stem of its own. */
function dateStems(text: string): string[] {
  const stems: string[] = []
  if (!/\d/.test(text)) return stems
  for (const date of findDates(text)) {
    const day = date.isVague ? undefined : isoDay(date)
    if (day !== undefined) stems.push(day)
  }
  return stems
}

/** By folded word: a search looks at thousands, most of them again and again. Emptied when full. */
const known = new Map<string, readonly string[]>()
const MAX_KNOWN = 50_000
const LONGEST_KNOWN = 40

/** The stem of the word, of what hyphens part in it, and of the parts of compounds. */
function stemsOfWord(word: Token): readonly string[] {
  if (word.kind === 'number') return [word.folded]
  const before = known.get(word.folded)
  if (before) return before
  const found = [...stemsOfTokens([word]), ...word.parts.flatMap(partsOf)]
  if (word.folded.length > LONGEST_KNOWN) return found
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(word.folded, found)
  return found
}

/**
 * The stems a text is indexed under, with repeats. Bokmål and nynorsk give the same stems, every way to write a date
 * the same one; hyphened words and compounds of the field give the whole and their parts.
 */
export function analyse(text: string): string[] {
  return [...tokens(text).flatMap(stemsOfWord), ...dateStems(text)]
}

/** Which of the wanted stems `analyse` finds in a text. Its tokens are given, since they cost most. */
export function held(wanted: readonly string[], text: string, words: readonly Token[]): Set<string> {
  const missing = new Set(wanted)
  const found = new Set<string>()
  const meet = (stem: string): void => {
    if (missing.delete(stem)) found.add(stem)
  }
  for (const word of words) for (const stem of stemsOfWord(word)) meet(stem)
  if ([...missing].some((stem) => DATE_STEM.test(stem))) for (const stem of dateStems(text)) meet(stem)
  return found
}

/** No shorter word is looked for in the index only to be cut. */
const MIN_COMPOUND = 9

/**
 * The distinct stems a question looks for: no function or question words unless it has nothing else. The words of an
 * English question become the Norwegian ones they may stand for and stay beside them: names are the same in both. A
 * compound that no passage has is cut into words that some have.
 * @param isHeld whether some passage has the stem
 */
export function analyseQuestion(
  question: string,
  language: 'nb' | 'nn' | 'en',
  isHeld: (stem: string) => boolean = () => true,
): string[] {
  const words = tokens(question)
  const telling = words.filter((word) => !isStopWord(word.folded))
  const stems = (telling.length > 0 ? telling : words).flatMap((word) => {
    const found = stemsOfWord(word)
    return word.folded.length < MIN_COMPOUND || found.some(isHeld)
      ? found
      : [...found, ...partsHeld(word.folded, isHeld)]
  })
  if (language === 'en')
    for (const word of wordsFromEnglish(words.map((token) => token.folded)))
      if (!isStopWord(word)) stems.push(stemOf(word), ...partsOf(word))
  return [...new Set([...stems, ...dateStems(question)])]
}
