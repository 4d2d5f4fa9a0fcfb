import { abbreviationMayEnd, endsWithAbbreviation } from './abbreviations.ts'
import { monthOf } from './dates.ts'

export interface Sentence {
  /** As it stands: `text.slice(start, end)`. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const LIST_LINE = /^[ \t]*(?:[•◦▪●○➢➤►*–-]|\d{1,2}[.)]|[a-zæøå]\))[ \t]/mu
const CLOSING = /["'»”’)\]]/u
/** How far back and ahead a decision looks; keeps the whole linear. */
const WINDOW = 40

/** Whether the text's stop at `at` (the last of its marks) ends a sentence that began at `start`. */
function isEnd(text: string, start: number, at: number, next: number): boolean {
  if (next >= text.length) return true
  const ahead = text.slice(next, next + WINDOW)
  const first = ahead.replace(/^["'«“”‘([–—-]+\s?/u, '')
  if (text.charAt(at) !== '.') return /^[\p{Lu}\p{N}]/u.test(first) || /^["«“–]/u.test(ahead)
  if (!/^[\p{Lu}\p{N}]/u.test(first)) return /^[•➢«“"]/u.test(ahead)
  const before = text.slice(Math.max(start, at - WINDOW), at + 1)
  const ordinal = /(?<![\p{L}\p{N}.,])(\d{1,3})\.$/u.exec(before)
  if (ordinal) {
    if (monthOf(/^\p{L}+/u.exec(first)?.[0] ?? '') !== undefined) return false
    if (text.slice(start, at).trim() === ordinal[1]) return false
  }
  if (/(?<!\p{L})\p{Lu}\.$/u.test(before) && /^\p{Lu}/u.test(first)) return false
  if (/(?:^|[\s(])[a-zæøå]\)?\.$/u.test(before) && text.slice(start, at).trim().length <= 2) return false
  if (endsWithAbbreviation(before)) return abbreviationMayEnd(before) && /^\p{Lu}/u.test(first)
  return true
}

/**
 * Sentences in order, trimmed. Abbreviations, dates, ordinals, numbers and initials do not end one. A line break ends
 * one only in a text that has list items: elsewhere it is a wrapped line.
 */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = []
  const linesEnd = LIST_LINE.test(text)
  let start = 0
  const close = (end: number): void => {
    let from = start
    let to = end
    while (from < to && /\s/u.test(text.charAt(from))) from += 1
    while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1
    if (to > from) found.push({ text: text.slice(from, to), start: from, end: to })
    start = end
  }
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (char === '\n') {
      if (linesEnd) close(at)
    } else if (char === '.' || char === '!' || char === '?' || char === '…') {
      let end = at + 1
      while (end < text.length && CLOSING.test(text.charAt(end))) end += 1
      if (end < text.length && !/\s/u.test(text.charAt(end))) continue
      let next = end
      while (next < text.length && /\s/u.test(text.charAt(next))) next += 1
      let from = start
      while (from < at && /\s/u.test(text.charAt(from))) from += 1
      if (isEnd(text, from, at, next)) {
        close(end)
        at = end - 1
      }
    }
  }
  close(text.length)
  return found
}
