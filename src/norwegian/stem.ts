import { baseForm } from './irregular-forms.ts'
import { toBokmal } from './nynorsk.ts'
import { type Token, tokens } from './tokens.ts'

/** Inflections, longest first; the rules are those of Snowball's Norwegian stemmer, with nynorsk's own added. */
const INFLECTIONS = (
  'hetenes heitene hetene hetens heiter heten heter heita ernes endes andes erne ande ende edes enes anes heit ede ane ' +
  'ene ens ers ets ast het ar en er as es et a e'
).split(' ')
const DERIVATIONS = ['hetslov', 'eleg', 'elig', 'elov', 'slov', 'leg', 'eig', 'lig', 'els', 'lov', 'ig']
const VOWEL = /[aeiouyæåøéèêôóòàäöü]/
const MIN_PREFIX = 3
/** "PC-er", "SFO-en": what stands behind the hyphen is an ending alone. */
const OF_ABBREVIATION = /(?<=\p{L})-(?:en|er|ar|et|ene|ane|a|s)$/u

/** Nouns from Latin whose "ens" is no inflection: "lisens", "frekvens", "tendens". */
const LATIN = /(?:lis|kv|tend|ess|pot|resid|prefer|differ|intellig|eksist)ens$/

/** Where the part begins that rules may touch: after the first vowel-consonant pair, and after three letters. */
function touchableFrom(word: string): number {
  let at = 0
  while (at < word.length && !VOWEL.test(word.charAt(at))) at += 1
  while (at < word.length && VOWEL.test(word.charAt(at))) at += 1
  return Math.max(Math.min(at + 1, word.length), MIN_PREFIX)
}

/** "-ede" is a past tense only behind a whole stem: "utredes" belongs to "utrede", not to "utr". */
const MIN_PAST_STEM = 5

const isPartOfStem = (word: string, suffix: string): boolean =>
  (suffix === 'ede' || suffix === 'edes') && word.length - suffix.length < MIN_PAST_STEM

const cutSuffix = (word: string, from: number, suffixes: readonly string[]): string | undefined => {
  for (const suffix of suffixes)
    if (word.endsWith(suffix) && word.length - suffix.length >= from && !isPartOfStem(word, suffix))
      return word.slice(0, -suffix.length)
  return undefined
}

/** A genitive or passive s may go after these letters; k only after a consonant ("verks", not "riks"). */
const losesS = (word: string): boolean =>
  /[bcdfghjlmnoprtvyz]s$/.test(word) || (/ks$/.test(word) && !VOWEL.test(word.charAt(word.length - 3)))

function withoutInflection(word: string, from: number): string {
  const verb = word.replace(/(?<=er)te?$/, '')
  if (verb !== word && verb.length >= from) return verb
  if (LATIN.test(word)) return word
  const cut = cutSuffix(word, from, INFLECTIONS)
  if (cut !== undefined) return cut
  return word.length - 1 >= from && losesS(word) ? word.slice(0, -1) : word
}

/** The common part of a word's forms: "kommunene", "kommunar", "kommunens" all give "kommun". */
export function stem(foldedWord: string): string {
  const word = baseForm(foldedWord).replace(OF_ABBREVIATION, '')
  if (word.length <= MIN_PREFIX || /\d/.test(word)) return word
  const from = touchableFrom(word)
  let rest = withoutInflection(word, from)
  // "ledere", "lederen", "brukarar": what is left is a form itself.
  if (rest !== word && /[ea]r$/.test(rest) && rest.length - 2 >= from) rest = rest.slice(0, -2)
  if (/[dv]t$/.test(rest) && rest.length - 1 >= from) rest = rest.slice(0, -1)
  // "artikkel" and "artikler", "regel" and "regler".
  return (cutSuffix(rest, from, DERIVATIONS) ?? rest).replace(/([a-z])\1?el$/, '$1l')
}

/** Words come again and again; emptied when full, so that a hostile file cannot fill memory. */
const known = new Map<string, string>()
const MAX_KNOWN = 50_000
const LONGEST_KNOWN = 40

/** Stem of a word in either written form of Norwegian: nynorsk words meet their bokmål sisters. */
export function stemOf(foldedWord: string): string {
  const before = known.get(foldedWord)
  if (before !== undefined) return before
  const found = stem(toBokmal(foldedWord))
  if (foldedWord.length > LONGEST_KNOWN) return found
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(foldedWord, found)
  return found
}

/** Stems of words in order; a hyphened word gives the whole, with and without its hyphens, and its parts; numbers in their one spelling. */
export function stemsOfTokens(words: readonly Token[]): string[] {
  const stems: string[] = []
  for (const token of words) {
    if (token.kind === 'number') stems.push(token.folded)
    else {
      stems.push(stemOf(token.folded))
      if (token.parts.length > 1) for (const part of [token.parts.join(''), ...token.parts]) stems.push(stemOf(part))
    }
  }
  return stems
}

export function stemsOf(text: string): string[] {
  return stemsOfTokens(tokens(text))
}
