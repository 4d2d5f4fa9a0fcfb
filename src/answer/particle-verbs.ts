import { stemOf } from '../norwegian/stem.ts'
import type { Token } from '../norwegian/tokens.ts'

const PARTICLES = new Set('ut inn opp ned om på av til over fram frem etter med gjennom bort tilbake igjen'.split(' '))
/** The particle may stand behind the object: "rykket brannvernet ut". */
const MOST_BETWEEN = 4
const MIN_VERB_CHARS = 2

/** "rykke ut" is "utrykning" in minutes: stems that a verb and its particle make together; none where no particle follows. */
export function particleStems(words: readonly Token[], index: number): string[] {
  const verb = stemOf(words[index]?.folded ?? '')
  if (verb.length < MIN_VERB_CHARS) return []
  const after = words.slice(index + 1, index + 2 + MOST_BETWEEN)
  const particle = after.find(({ folded }) => PARTICLES.has(folded))?.folded
  if (particle === undefined) return []
  // "rykk" loses a letter before an ending: "utrykning", "oppussing" keeps both.
  const stems = [`${particle}${verb}`, `${particle}${verb}s`, `${particle}${verb.replace(/([a-z])\1$/u, '$1')}`]
  return [...new Set(stems)]
}
