import { stemOf } from './stem.ts'

const MIN_PART = 4
const LONGEST_SPLIT = 48

/** Letters of a word that may be a part of it, and the stems they may be met by: as they stand, or without a joint letter. */
interface Cut<Word> {
  readonly from: number
  readonly asWritten: { readonly stem: string; readonly word: Word }
  readonly withoutJoint: { readonly stem: string; readonly word: Word } | undefined
}

/** A part that may carry a joint letter: "lisens", "drift-s", "barn-e". */
function cutOf<Word>(part: string, from: number, isLast: boolean, wordOf: (stem: string) => Word): Cut<Word> {
  const asStem = (letters: string): { stem: string; word: Word } => {
    const stem = stemOf(letters)
    return { stem, word: wordOf(stem) }
  }
  const mayJoin = !isLast && /[se]$/.test(part) && part.length > MIN_PART
  return { from, asWritten: asStem(part), withoutJoint: mayJoin ? asStem(part.slice(0, -1)) : undefined }
}

/**
 * Where a word may be cut, found once for many collections of words.
 * @param wordOf what a collection is asked about for a stem: the stem itself, or it and its synonyms
 * @returns for a collection, stems of the known words that the word is made of ("lisenskostnader": lisens, kostnad);
 *   empty when it is none. The last part is as long as possible, since it carries the meaning
 */
export function compoundCuts<Word>(
  foldedWord: string,
  wordOf: (stem: string) => Word,
): (isKnown: (word: Word) => boolean) => string[] {
  const length = foldedWord.length
  if (length < 2 * MIN_PART || length > LONGEST_SPLIT || !/^\p{L}+$/u.test(foldedWord)) return () => []
  const byEnd: { end: number; cuts: Cut<Word>[] }[] = []
  for (let end = MIN_PART; end <= length; end += 1) {
    const isLast = end === length
    const cuts: Cut<Word>[] = []
    for (let from = isLast ? MIN_PART : 0; from <= end - MIN_PART; from += 1)
      if (from === 0 || from >= MIN_PART) cuts.push(cutOf(foldedWord.slice(from, end), from, isLast, wordOf))
    byEnd.push({ end, cuts })
  }
  return (isKnown) => {
    /** Parts of the first `end` letters, by `end`; undefined where they cannot be split. */
    const prefixes = new Map<number, string[]>([[0, []]])
    for (const { end, cuts } of byEnd)
      for (const { from, asWritten, withoutJoint } of cuts) {
        const before = prefixes.get(from)
        if (before === undefined) continue
        const part = isKnown(asWritten.word)
          ? asWritten
          : withoutJoint && isKnown(withoutJoint.word)
            ? withoutJoint
            : undefined
        if (part === undefined) continue
        prefixes.set(end, [...before, part.stem])
        break
      }
    return prefixes.get(length) ?? []
  }
}

/**
 * Stems of the known words a compound is made of; empty when it is none.
 * @param isKnown whether a stem is a word of its own in this collection
 */
export const compoundParts = (foldedWord: string, isKnown: (stem: string) => boolean): string[] =>
  compoundCuts(foldedWord, (stem) => stem)(isKnown)
