import { createHash } from 'node:crypto'

const SHA = 'sha256:'

/** NFKC, white space folded, lower case: what is compared and hashed. */
export const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** Words only, apart by one space: for lines of which only the words are compared. */
export const foldedWords = (text: string): string => (folded(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** @param text already folded */
export const hashOf = (text: string): string => SHA + createHash('sha256').update(text).digest('hex')

/** The whole text, but for case and white space. */
export function sameText(expected: string, got: string): boolean {
  const text = folded(got)
  return expected.startsWith(SHA) ? hashOf(text) === expected : folded(expected) === text
}

/** Letter for letter, white space folded; case counts where the gold is not a hash. */
export function sameWords(expected: string, got: string): boolean {
  const oneLine = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return expected.startsWith(SHA) ? sameText(expected, got) : oneLine(expected) === oneLine(got)
}

/** Whether the words stand in `got`, in a row. */
export function mentions(expected: string, got: string): boolean {
  const text = foldedWords(got)
  if (!expected.startsWith(SHA)) return ` ${text} `.includes(` ${foldedWords(expected)} `)
  const words = text.split(' ')
  return words.some((_, from) =>
    words.slice(from, from + 12).some((_, more) => hashOf(words.slice(from, from + more + 1).join(' ')) === expected),
  )
}

/** Whether a word of `got` has `expected` in it: "driftsrammen" has "ramme". */
export function hasPart(expected: string, got: string): boolean {
  const text = foldedWords(got)
  if (!expected.startsWith(SHA)) return text.includes(foldedWords(expected))
  return (
    mentions(expected, got) ||
    text
      .split(' ')
      .some((word) =>
        Array.from({ length: word.length }, (_, from) => from).some((from) =>
          Array.from({ length: word.length - from }, (_, more) => word.slice(from, from + more + 1)).some(
            (part) => hashOf(part) === expected,
          ),
        ),
      )
  )
}

/** How many of the words stand in `got`, of all. */
export function shareOfWords(expected: string, got: string): number {
  const words = expected.split(' ').filter(Boolean)
  return words.filter((word) => mentions(word, got)).length / words.length
}
