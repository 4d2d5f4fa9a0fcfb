import { compoundCuts } from '../norwegian/compounds.ts'
import { sisterStems } from '../norwegian/derivation.ts'
import { similarFolded } from '../norwegian/similar.ts'
import { stemOf } from '../norwegian/stem.ts'
import { synonymsOf } from './lexicon.ts'
import type { Term } from './topic.ts'
import { MIN_LONG, MIN_PART, type WordParts, withoutJoint, wordPartsOf } from './word-parts.ts'

const SYNONYM_SHARE = 0.85
const DERIVED_SHARE = 0.85
/** "brøytesatsen" is met by "brøyting" and "satsar" in the same text. */
const SPLIT_SHARE = 0.9
const MIN_SPLIT_CHARS = 9
/** "driftsbudsjett" has "budsjett" as its head, which says what the thing is. */
const HEAD_SHARE = 0.75
/** "plass" may be of another sort than the "barnehageplass" that is asked about. */
const BARE_HEAD_SHARE = 0.7
/** "budsjettmøte" has "budsjett" as its first part, which says only what sort. */
const MODIFIER_SHARE = 0.55
const SHORT_MODIFIER_SHARE = 0.45
/** "telefon" has lost the "nummer" that was asked for. */
const LOST_HEAD_SHARE = 0.1
const MISSPELT_SHARE = 0.5
const MISSPELT_LONG_SHARE = 0.8
const MIN_MISSPELT = 6
const MOST_SLIPS = 2

interface OwnWord {
  readonly word: string
  readonly hasJoint: boolean
  /** What it ends with and begins with, long enough to be a word. */
  readonly tails: readonly string[]
  readonly fronts: readonly string[]
}

function ownWord(given: string): OwnWord {
  const word = withoutJoint(given)
  const lengths = Array.from({ length: Math.max(word.length - MIN_PART, 0) }, (_, more) => word.length - 1 - more)
  return {
    word,
    hasJoint: word !== given,
    tails: lengths.map((length) => word.slice(-length)),
    fronts: lengths.map((length) => word.slice(0, length)),
  }
}

/** A term with all that it may be met by, found once for the many texts it is looked for in. */
interface Prepared {
  readonly sisters: readonly string[]
  /** Whether a text that holds some stems has both parts of a compound, each as a word of its own. */
  readonly isSplitIn: (stems: ReadonlySet<string>) => boolean
  /** The term's own words: any part of a compound will do. */
  readonly own: readonly OwnWord[]
  /** Of a word that only means the same, none but the head. */
  readonly same: readonly string[]
}

function prepare(term: Term): Prepared {
  const withSynonyms = (stem: string): readonly string[] => [stem, ...synonymsOf(stem)]
  const cuts = term.folded.length >= MIN_SPLIT_CHARS ? compoundCuts(term.folded, withSynonyms) : undefined
  // "skole-PC": its writer has split it already.
  const [hyphened = ''] = term.stems
  const parts = hyphened.includes('-') ? hyphened.split('-').map((part) => withSynonyms(stemOf(part))) : []
  const isHeld = (words: readonly string[], stems: ReadonlySet<string>): boolean =>
    words.some((word) => stems.has(word))
  // "fiber" begins "fibernett" by all its letters, and not by its stem.
  const own = new Set([...term.stems, term.folded])
  return {
    sisters: term.stems.flatMap(sisterStems),
    isSplitIn: (stems) =>
      (cuts?.((words) => isHeld(words, stems)).length ?? 0) > 1 ||
      (parts.length > 0 && parts.every((words) => isHeld(words, stems))),
    own: [...own].map(ownWord),
    same: term.synonyms.filter((word) => word.length >= MIN_PART && !own.has(word)).map(withoutJoint),
  }
}

const prepared = new WeakMap<Term, Prepared>()

function preparedOf(term: Term): Prepared {
  const before = prepared.get(term)
  if (before) return before
  const found = prepare(term)
  prepared.set(term, found)
  return found
}

/** By which end compounds of a text meet a word. */
function compoundShare({ word, hasJoint, tails, fronts }: OwnWord, parts: WordParts): number {
  const isWhole = (stem: string): boolean => parts.wholes.has(stem)
  if (hasJoint && isWhole(word)) return MISSPELT_LONG_SHARE
  if (parts.heads.has(word)) return HEAD_SHARE
  if (tails.some(isWhole)) return BARE_HEAD_SHARE
  if (parts.firsts.has(word)) return MODIFIER_SHARE
  if (parts.shortFirsts.has(word)) return SHORT_MODIFIER_SHARE
  return fronts.some(isWhole) ? LOST_HEAD_SHARE : 0
}

const isMisspelt = (wanted: string, { byLetter }: WordParts): boolean =>
  wanted.length >= MIN_MISSPELT &&
  byLetter
    .get(wanted.charAt(0))
    ?.some((stem) => Math.abs(stem.length - wanted.length) <= MOST_SLIPS && similarFolded(wanted, stem)) === true

/** How well a term is met by a text's stems: 1 the word itself, less for a synonym, a part of a compound, a misspelling. */
export function meets(term: Term, stems: ReadonlySet<string>): number {
  if (term.stems.some((stem) => stems.has(stem))) return 1
  if (/^\d/.test(term.text)) return 0
  if (term.synonyms.some((stem) => stems.has(stem))) return SYNONYM_SHARE
  const { sisters, isSplitIn, own, same } = preparedOf(term)
  if (sisters.some((stem) => stems.has(stem))) return DERIVED_SHARE
  if (isSplitIn(stems)) return SPLIT_SHARE
  const parts = wordPartsOf(stems)
  const best = Math.max(
    ...own.map((word) => compoundShare(word, parts)),
    same.some((word) => parts.heads.has(word)) ? HEAD_SHARE : 0,
  )
  if (best > 0) return best
  const misspelt = [...own.map(({ word }) => word), ...same].find((word) => isMisspelt(word, parts))
  return misspelt === undefined ? 0 : misspelt.length >= MIN_LONG ? MISSPELT_LONG_SHARE : MISSPELT_SHARE
}
