import { fold, foldSpaces } from './fold.ts'
import { stemOf } from './stem.ts'

/** Words that join a part with an open hyphen to the next: "lisens- og vedlikeholdskostnader". */
const COORDINATOR = /^(?:og|eller|samt|til|men|and|or|&|\/)(?![\p{L}\p{N}])/u
const LINE_END_HYPHEN = /([^\s]*[\p{L}\p{N}])[-‐‑]$/u

/** How a line whose last word ends in a hyphen goes on in the next line. */
function joint(left: string, next: string): 'keep' | 'drop' | 'keep with blank' {
  const part = left.split(/[-‐‑]/).at(-1) ?? left
  if (COORDINATOR.test(next)) return 'keep with blank'
  if (!/^\p{Ll}/u.test(next)) return 'keep'
  const letters = part.replace(/[^\p{L}]/gu, '')
  const isAllCapitals = letters.length > 0 && letters === letters.toUpperCase()
  // "e-post", "M365-løsning" and addresses are written with their hyphen.
  if (isAllCapitals || letters.length < 2 || /[\d:@]/.test(left)) return 'keep'
  return 'drop'
}

/** Wrapped lines as one paragraph: words that were split at the line end are whole again. */
export function joinLines(lines: readonly string[]): string {
  const pieces: string[] = []
  let last = ''
  for (const line of lines) {
    const next = foldSpaces(line)
    if (next === '') continue
    if (last.endsWith('\u00ad')) pieces.push(`${last.slice(0, -1)}`)
    else {
      const left = LINE_END_HYPHEN.exec(last.slice(-80))?.[1]
      const how = left === undefined ? 'keep with blank' : joint(left, next)
      pieces.push(how === 'keep' ? last : how === 'drop' ? last.slice(0, -1) : `${last} `)
    }
    last = next
  }
  pieces.push(last)
  return pieces.join('').trim()
}

const OPEN = /(?<!\p{L})(\p{L}{3,})[-‐‑]\s(?:og|eller|samt|and|or)\s(\p{L}{7,})/gu
const MIN_HEAD = 5
const MIN_FIRST = 3

/**
 * Stems of the words that open hyphens leave out: of "lisens- og vedlikeholdskostnader" also "lisenskostnad". Where the
 * second word is split is not known, so that there is one for each place; those that are no words meet none.
 */
export const joinedStems = (text: string): string[] =>
  [...text.matchAll(OPEN)].flatMap(([, first = '', second = '']) => {
    const whole = fold(second)
    return Array.from({ length: Math.max(whole.length - MIN_HEAD - MIN_FIRST + 1, 0) }, (_, at) =>
      stemOf(fold(first) + whole.slice(MIN_FIRST + at)),
    )
  })
