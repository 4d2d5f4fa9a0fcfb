import { fold } from '../norwegian/fold.ts'
import { stemOf } from '../norwegian/stem.ts'
import { tokens } from '../norwegian/tokens.ts'
import { meets } from './meets.ts'
import type { Plan } from './plan.ts'
import type { Term } from './topic.ts'

const NEGATION = /^(?:ikke|ikkje|ingen|inga|aldri|not|never|no)$/u
const ASKS_WHAT = /^(?:hva|kva|hvem|kven|hvilke[nt]?|når|hvor|kor|what|who|which|when|where|how)(?!\p{L})/u
/** What somebody said may itself be a no. */
const ASKS_OPINION =
  /(?<!\p{L})(?:mente|meinte|mener|meiner|sa|seier|sier|svarte|svara|uttalte|say|think|thought|said|answer(?:ed)?)(?!\p{L})/u
/** "Hun kunne ikke love en ny dato": the word denied stands right behind. */
const REACH = 2

/**
 * Whether a text says that just what a question takes for granted did not happen: "Which date did she promise?" of "She
 * could not promise a date".
 */
export function deniesAsked({ question }: Plan, text: string, terms: readonly Term[]): boolean {
  const asked = fold(question)
  if (!ASKS_WHAT.test(asked) || ASKS_OPINION.test(asked) || tokens(asked).some(({ folded }) => NEGATION.test(folded)))
    return false
  const words = tokens(text)
  return words.some(
    ({ folded }, index) =>
      NEGATION.test(folded) &&
      words
        .slice(index + 1, index + 1 + REACH)
        .some((word) => terms.some((term) => !term.isSpecific && meets(term, new Set([stemOf(word.folded)])) >= 0.85)),
  )
}
