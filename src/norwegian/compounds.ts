import { stemOf } from './stem.ts'

const MIN_PART = 4
const LONGEST_SPLIT = 48

/** The stem of a part that may carry a joint letter: "lisens", "drift-s", "barn-e". */
function knownStem(part: string, isLast: boolean, isKnown: (stem: string) => boolean): string | undefined {
  const whole = stemOf(part)
  if (isKnown(whole)) return whole
  if (isLast || !/[se]$/.test(part) || part.length <= MIN_PART) return undefined
  const bare = stemOf(part.slice(0, -1))
  return isKnown(bare) ? bare : undefined
}

/**
 * Stems of the known words a compound is made of ("lisenskostnader": lisens, kostnad); empty when it is none.
 * The last part is made as long as possible, since it carries the meaning.
 * @param isKnown whether a stem is a word of its own in this collection
 */
export function compoundParts(foldedWord: string, isKnown: (stem: string) => boolean): string[] {
  const length = foldedWord.length
  if (length < 2 * MIN_PART || length > LONGEST_SPLIT || !/^\p{L}+$/u.test(foldedWord)) return []
  /** Parts of the first `end` letters, by `end`; undefined where they cannot be split. */
  const prefixes = new Map<number, string[]>([[0, []]])
  for (let end = MIN_PART; end <= length; end += 1) {
    const isLast = end === length
    for (let from = isLast ? MIN_PART : 0; from <= end - MIN_PART; from += 1) {
      const before = prefixes.get(from)
      if (before === undefined) continue
      const part = knownStem(foldedWord.slice(from, end), isLast, isKnown)
      if (part === undefined) continue
      prefixes.set(end, [...before, part])
      break
    }
  }
  return prefixes.get(length) ?? []
}
