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

/** Nouns whose "et" or "erne" is no inflection either, and adjectives of that kind. */
const ITSELF = /(?:itet|ekstern|intern|modern)$/
/** "ekst-erne", "int-erne": what is left of the adjective is no more than its e. */
const ERNE = /(?:ekst|int|mod)erne$/
/** "kurs", "hals": the s is the word's own. */
const OWN_S = /(?:kurs|ressurs|hals|puls|sjans|instans|balans)$/
/** "ansvar", "forklare": no nynorsk plural, and nobody who does it. */
const OWN_AR = /(?:svar|klar|advar|kommentar|seminar|honorar|hektar|eksemplar|formular|inventar|veterinar)$/
/** "digitalt", "internt", "aktivt", "trådløst": neuters of adjectives whose kind their ending tells. */
const NEUTER = /(?<=\p{L}{2}(?<!asf)(?:al|iv|bar|løs|som|ern|orm))t$/u
const NEUTER_OF_LL = /(?<=[uire]e)lt$/
const SUPERLATIVE = /(?<=ig)ste?$/
/** "rommet", "slammet": no noun ends in two of them, so that one goes; verbs and nouns in -mme keep theirs. */
const DOUBLED_M = /(?<!(?:^so|ste|ra|drø|kle|gje|ko|sa|to|lo|tro|svø|dø|rø|skre)m)(?<=m)m$/
/** "bolig": its end makes no adjective. */
const OWN_IG = /bolig$/

/** Where the part begins that rules may touch: after the first vowel-consonant pair, and after three letters. */
function touchableFrom(word: string): number {
  let at = 0
  while (at < word.length && !VOWEL.test(word.charAt(at))) at += 1
  while (at < word.length && VOWEL.test(word.charAt(at))) at += 1
  return Math.max(Math.min(at + 1, word.length), MIN_PREFIX)
}

/** Verbs whose own stem ends in "ed": "utredes" belongs to "utrede", not to "utr". */
const STEM_IN_ED =
  /^(?:(?:ut|inn|av|vei|over|an|til|for|opp)?led|(?:ut|be|forbe|til|an)?red|spred|st?ed|fred|gled|skred|måned|h?ed)es?$/

const isPartOfStem = (word: string, suffix: string): boolean =>
  (suffix === 'ede' || suffix === 'edes') && STEM_IN_ED.test(word)

const cutSuffix = (word: string, from: number, suffixes: readonly string[]): string | undefined => {
  for (const suffix of suffixes)
    if (word.endsWith(suffix) && word.length - suffix.length >= from && !isPartOfStem(word, suffix))
      return word.slice(0, -suffix.length)
  return undefined
}

/** A genitive or passive s may go after these letters; k only after a consonant ("verks", not "riks"). */
const losesS = (word: string): boolean =>
  !OWN_S.test(word) &&
  (/[bcdfghjlmnoprtvyz]s$/.test(word) || (/ks$/.test(word) && !VOWEL.test(word.charAt(word.length - 3))))

function withoutInflection(word: string, from: number): string {
  const verb = word.replace(/(?<=er)te?$/, '')
  if (verb !== word && verb.length >= from) return verb
  if (LATIN.test(word) || ITSELF.test(word) || OWN_AR.test(word)) return word
  if (ERNE.test(word)) return word.slice(0, -1)
  const cut = cutSuffix(word, from, INFLECTIONS)
  if (cut !== undefined) return cut
  return word.length - 1 >= from && losesS(word) ? word.slice(0, -1) : word
}

/** The common part of a word's forms: "kommunene", "kommunar", "kommunens" all give "kommun". */
export function stem(foldedWord: string): string {
  const word = baseForm(foldedWord)
    .replace(OF_ABBREVIATION, '')
    .replace(NEUTER, '')
    .replace(NEUTER_OF_LL, 'll')
    .replace(SUPERLATIVE, '')
  if (word.length <= MIN_PREFIX || /\d/.test(word)) return word
  const from = touchableFrom(word)
  let rest = withoutInflection(word, from)
  // "ledere", "lederen", "brukarar": what is left is a form itself.
  if (rest !== word && /[ea]r$/.test(rest) && !OWN_AR.test(rest) && rest.length - 2 >= from) rest = rest.slice(0, -2)
  if (/[dv]t$/.test(rest) && rest.length - 1 >= from) rest = rest.slice(0, -1)
  const bare = (OWN_IG.test(rest) ? undefined : cutSuffix(rest, from, DERIVATIONS)) ?? rest
  // "artikkel" and "artikler", "regel" and "regler"; but no "del" or "hel".
  return bare.replace(DOUBLED_M, '').replace(/(?!(?<!d)del$|hel$)([a-z])\1?el$/, '$1l')
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
