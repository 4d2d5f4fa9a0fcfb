import { fold } from './fold.ts'

/** Rows of the table of distances, used again and again: a search compares thousands of words. */
let beforeLast = new Uint16Array(0)
let last = new Uint16Array(0)
let current = new Uint16Array(0)

/**
 * Letters to insert, delete, replace or swap with their neighbour to make one word the other.
 * @returns `max + 1` when it takes more than `max`
 */
export function editDistance(a: string, b: string, max: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > max) return max + 1
  if (last.length <= b.length)
    [beforeLast, last, current] = [0, 1, 2].map(() => new Uint16Array(2 * b.length + 2)) as [
      Uint16Array<ArrayBuffer>,
      Uint16Array<ArrayBuffer>,
      Uint16Array<ArrayBuffer>,
    ]
  for (let column = 0; column <= b.length; column += 1) last[column] = column
  for (let row = 1; row <= a.length; row += 1) {
    current[0] = row
    let best = row
    const letter = a.charCodeAt(row - 1)
    const letterBefore = a.charCodeAt(row - 2)
    for (let column = 1; column <= b.length; column += 1) {
      const other = b.charCodeAt(column - 1)
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (letter === other ? 0 : 1),
      )
      const isSwap = row > 1 && column > 1 && letter === b.charCodeAt(column - 2) && letterBefore === other
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      current[column] = cost
      if (cost < best) best = cost
    }
    if (best > max) return max + 1
    ;[beforeLast, last, current] = [last, current, beforeLast]
  }
  return Math.min(last[b.length] ?? 0, max + 1)
}

const LONGEST_COMPARED = 64

/** How many slips are forgiven: none in short words, where one letter makes another word. */
const forgiven = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2)

/** Whether two words or labels are the same but for a slip of the pen or of OCR. Numbers are never similar, only equal. */
export const similar = (a: string, b: string): boolean => similarFolded(fold(a), fold(b))

/** The same of words that are folded already. */
export function similarFolded(left: string, right: string): boolean {
  if (left === right) return true
  const length = Math.min(left.length, right.length)
  if (Math.max(left.length, right.length) > LONGEST_COMPARED) return false
  const max = forgiven(length)
  if (max === 0 || (length < 7 && left.charAt(0) !== right.charAt(0))) return false
  if (/\d/.test(left) || /\d/.test(right)) return false
  return editDistance(left, right, max) <= max
}
