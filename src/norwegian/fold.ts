const SPACES = /[\s\u0085\u180e]+/gu
/** Soft hyphen, zero-width characters, direction marks and the byte order mark: in files, never meant. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const SINGLE_QUOTES = /[‘’‚‛′´`ʼ＇]/gu
const DOUBLE_QUOTES = /[“”„‟″«»]/gu
const DASHES = /[‐‑‒–—―−﹣－]/gu
const MARKS = /\p{M}/gu

const PLAIN = /^[a-zæøå]*$/

/** One kind of space, one kind of quote, one kind of dash, lower case. For comparing; never for quoting. */
export function fold(text: string): string {
  // Most words are plain already, and a search folds thousands.
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return foldSpaces(
    text
      .normalize('NFKC')
      .replace(INVISIBLE, '')
      .replace(SINGLE_QUOTES, "'")
      .replace(DOUBLE_QUOTES, '"')
      .replace(DASHES, '-')
      .toLowerCase()
      .normalize('NFC'),
  )
}

/** White space folded to single blanks and trimmed; everything else as it stands. This is how a quote is made. */
export function foldSpaces(text: string): string {
  return text.replace(SPACES, ' ').trim()
}

/** Folded, with æ, å, é … written in a–z: for file names and addresses, where people leave the letters out. */
export function asciiFold(text: string): string {
  return fold(text)
    .replace(/[æä]/g, 'a')
    .replace(/[øö]/g, 'o')
    .replace(/đ/g, 'd')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(MARKS, '')
}

/** The letters that the old spellings stand for: aa, ae, oe. */
const oneLetter = (ascii: string): string => ascii.replace(/aa|ae/g, 'a').replace(/oe/g, 'o')

/** Whether two names differ only in case, accents and how æ, ø and å are written ("radet", "raadet", "rådet"). */
export function sameAscii(a: string, b: string): boolean {
  return oneLetter(asciiFold(a)) === oneLetter(asciiFold(b))
}
