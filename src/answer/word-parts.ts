/** A part of so many letters is one whatever stands beside it. */
export const MIN_PART = 5
const MIN_SHORT_PART = 4
/** Of a short word the other part must be long, or chance would make compounds of any two. */
const MIN_BESIDE_SHORT = 4
/** First parts of three letters: "veivalg", "bilpark". */
const SHORT_FIRSTS: ReadonlySet<string> = new Set(
  'vei veg bil hus rom lov tid bad fag råd sak mat sjø båt snø by'.split(' '),
)
/** Three letters are enough of these: "legevaktbilen", "venterommet", "prosjektleder". */
const SHORT_HEADS: ReadonlySet<string> = new Set('bil rom hus lov tid bad sal vei fag råd led'.split(' '))
/** Ends of words that are themselves words: "vurdering" is no ring, "regnskap" no cupboard, "dokument" nothing meant. */
const ENDINGS: ReadonlySet<string> = new Set('ring ting ning ling skap ment sjon lett hold'.split(' '))
/** "parkering" is of no park, "statistikk" of no state. */
const GOES_ON = /^(?:er|els|isk|ist|asjon|itet|et|en|ig|lig|ing)/u
/** Long words that differ by a letter or two are one word. */
export const MIN_LONG = 11

/** "endepunktssikkerhet" and "endepunktsikkerhet": writers of long words differ in the s that joins. */
export const withoutJoint = (stem: string): string =>
  stem.length >= MIN_LONG && stem.includes('ss') ? stem.replaceAll('ss', 's') : stem

/** What the stems of a text begin and end with, as far as it may be a word of a compound. */
export interface WordParts {
  readonly heads: ReadonlySet<string>
  /** First parts of five letters and more. */
  readonly firsts: ReadonlySet<string>
  /** Of four letters. */
  readonly shortFirsts: ReadonlySet<string>
  /** Whole stems, the s that joins left out. */
  readonly wholes: ReadonlySet<string>
  /** By their first letter: they may be misspelt. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>
}

const isHead = (head: string, first: string): boolean => {
  if (head.length >= MIN_PART) return true
  if (ENDINGS.has(head)) return false
  if (head.length === MIN_SHORT_PART) return first.length >= MIN_BESIDE_SHORT || SHORT_FIRSTS.has(first)
  return SHORT_HEADS.has(head) && first.length >= MIN_BESIDE_SHORT
}

function partsOf(stems: ReadonlySet<string>): WordParts {
  const heads = new Set<string>()
  const firsts = new Set<string>()
  const shortFirsts = new Set<string>()
  const wholes = new Set<string>()
  const byLetter = new Map<string, string[]>()
  for (const given of stems) {
    if (given.length < MIN_PART) continue
    const stem = withoutJoint(given)
    wholes.add(stem)
    const others = byLetter.get(given.charAt(0))
    if (others) others.push(given)
    else byLetter.set(given.charAt(0), [given])
    for (let cut = 2; cut <= stem.length - 3; cut += 1) {
      const head = stem.slice(cut)
      if (isHead(head, stem.slice(0, cut))) heads.add(head)
    }
    for (let cut = MIN_PART; cut < stem.length; cut += 1) firsts.add(stem.slice(0, cut))
    const rest = stem.slice(MIN_SHORT_PART)
    if (rest.length >= MIN_BESIDE_SHORT && !GOES_ON.test(rest)) shortFirsts.add(stem.slice(0, MIN_SHORT_PART))
  }
  return { heads, firsts, shortFirsts, wholes, byLetter }
}

const known = new WeakMap<ReadonlySet<string>, WordParts>()

/** The parts of a text's stems; cut once for each set of them. */
export function wordPartsOf(stems: ReadonlySet<string>): WordParts {
  const before = known.get(stems)
  if (before) return before
  const found = partsOf(stems)
  known.set(stems, found)
  return found
}
