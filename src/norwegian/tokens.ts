import { fold } from './fold.ts'

export interface Token {
  /** As it stands: `text.slice(start, end)`. */
  readonly text: string
  /** Words folded; numbers without grouping and with a decimal point ("1 000,5" is "1000.5"). */
  readonly folded: string
  readonly start: number
  readonly end: number
  readonly kind: 'word' | 'number'
  /** What inner hyphens separate, folded; the word alone when there are none; empty for numbers. */
  readonly parts: readonly string[]
}

const DIGITS = String.raw`\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.]|,\d{3},)|\d+`
const LETTER = String.raw`[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d]`
const WORD = String.raw`\d*\p{L}${LETTER}*(?:['’]\p{L}${LETTER}*)?(?:[-‐‑]${LETTER}+)*`
const NUMBER = String.raw`(?<!\d\.)(?:${DIGITS})(?:[.,]\d+(?!\d|\.\d))?|\d+`
/** A word may start with digits ("5G"); a number may not be followed by a letter. */
const TOKEN = new RegExp(`(${WORD})|(${NUMBER})`, 'gu')

const GROUPED = /^\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+(?:,\d+)?$/

/** A number's digits in one spelling. Without the words around it "1.300" counts as grouped. */
function canonical(number: string): string {
  return GROUPED.test(number)
    ? number.replace(/[ .\u00a0\u2009\u202f]/g, '').replace(',', '.')
    : number.replace(',', '.')
}

/** Words and numbers in the order they stand; punctuation is left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [whole, word] = match
    const start = match.index
    const place = { text: whole, start, end: start + whole.length }
    if (word === undefined) found.push({ ...place, kind: 'number', folded: canonical(whole), parts: [] })
    else {
      const folded = fold(whole)
      found.push({ ...place, kind: 'word', folded, parts: folded.split('-').filter(Boolean) })
    }
  }
  return found
}
