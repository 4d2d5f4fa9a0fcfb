import type { RankedPassage } from '../../domain/passage.ts'
import { compareDecimals } from '../../norwegian/numbers.ts'
import { citePassage } from '../citations.ts'
import type { Draft } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { meets } from '../meets.ts'
import { type ToldNumber, toldNumbers } from '../told-numbers.ts'
import { matterOf, stemSet, type Term, topicOf } from '../topic.ts'

const BESIDE = '(?:(?:på|via|gjennom|over|i|ved|fra|frå|per|av|til|hos|by|through|in|on|from|via|at)\\s+)?(?:the\\s+)?'
/** "Kom det flest saker på telefon eller på e-post?", "Did more come in by phone or by e-mail?" */
const ASKS = new RegExp(
  String.raw`(?<!\p{L})(?:flest|flere|fleire|mest|mer|meir|oftest|oftere|færrest|færre|minst|more|most|fewer|less)(?!\p{L}).*?${BESIDE}([\p{L}-]+)\s+(?:eller|or|enn|than)\s+${BESIDE}([\p{L}-]+)`,
  'iu',
)
const ALTERNATIVES = /(?<!\p{L})(?:eller|or)(?!\p{L})/iu
const LEAST = /(?<!\p{L})(?:færrest|færre|minst|mindre|fewer|less)(?!\p{L})/iu
const COMPARES = /^(?:flest|flere|fleire|mest|oftest|oftere|færrest|færre|minst|more|most|fewer|less)$/u
/** A word that stands beside its number, whole or as a part of a compound. */
const MIN_MET = 0.5
const TELLS_MATTER = 0.6

interface Side {
  readonly word: string
  readonly terms: readonly Term[]
}

const isOf = (number: ToldNumber, { terms }: Side): boolean => terms.some((term) => meets(term, number.near) >= MIN_MET)

/** The numbers of one sentence that stand beside the one word and beside the other, alike in unit. */
function pairIn(text: string, one: Side, other: Side): readonly [ToldNumber, ToldNumber] | undefined {
  const numbers = toldNumbers(text)
  const ofOne = numbers.filter((number) => isOf(number, one) && !isOf(number, other))
  const ofOther = numbers.filter((number) => isOf(number, other) && !isOf(number, one))
  const [first, second] = [ofOne[0], ofOther[0]]
  const isClear = ofOne.length === 1 && ofOther.length === 1
  return isClear && first && second && first.sentence === second.sentence && first.unit === second.unit
    ? [first, second]
    : undefined
}

/**
 * Of two things that are named, the one that one sentence gives the greater number, with both numbers.
 * @returns undefined unless that is asked, and a sentence has just one number beside each
 */
export function answerWhichHasMore(
  { plan, texts }: Inquiry,
  passages: readonly RankedPassage[],
  terms: readonly Term[],
): Draft | undefined {
  const [, one, other] = ASKS.exec(plan.question) ?? []
  if (one === undefined || other === undefined || !ALTERNATIVES.test(plan.question)) return undefined
  const sideOf = (word: string): Side => ({ word, terms: topicOf(`? ${word}`, { language: plan.askedIn }) })
  const sides = [sideOf(one), sideOf(other)] as const
  const [left, right] = sides
  const matter = matterOf(terms).filter((term) => ![one, other].includes(term.text) && !COMPARES.test(term.folded))
  const named = terms.filter((term) => term.isSpecific && ![one, other].includes(term.text))
  // Of two papers that say the same, the one whose pages a reader can turn to.
  const inOrderOfUse = passages.toSorted((a, b) => Number(b.page !== null) - Number(a.page !== null))
  for (const passage of inOrderOfUse) {
    const frame = stemSet(
      [passage.text, ...passage.headings, passage.documentTitle, passage.documentName, passage.year ?? ''].join('\n'),
    )
    const met = matter.filter((term) => meets(term, frame) > 0).length
    const isOfMatter = matter.length === 0 || met / matter.length >= TELLS_MATTER
    if (!isOfMatter || !named.every((term) => meets(term, frame) > 0)) continue
    const pair = pairIn(passage.text, left, right)
    if (!pair) continue
    const sign = compareDecimals(pair[0].decimal, pair[1].decimal) * (LEAST.test(plan.question) ? -1 : 1)
    const told = [texts.tableValue(left.word, pair[0].literal), texts.tableValue(right.word, pair[1].literal)]
    const inOrder = sign < 0 ? told.toReversed() : told
    const quote = pair[0].sentence
    return {
      outcome: 'answered',
      paragraphs: [{ text: `${inOrder.join('; ')}.\n«${quote}»`, citations: [citePassage(passage, quote, null)] }],
      derived: [],
      reason: 'which-has-more',
    }
  }
  return undefined
}
