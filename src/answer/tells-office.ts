import { stemOf } from '../norwegian/stem.ts'
import { stemSet, type Term } from './topic.ts'

/** "leder" of what? Only the body itself tells. */
const PLAIN = new Set(['leder', 'sjef', 'direktør', 'sekretær'].map(stemOf))
const MANAGER = new Set(['daglig_leder', 'dagleg_leiar'].map((phrase) => phrase.split('_').map(stemOf).join('_')))
/** Whoever stands in for an office does not hold it. */
const DEPUTY = /^(?:vara|nest|vise|assistent)/u

/**
 * Whether a text names just that office: "varaordfører" is no "ordfører", "prosjektleder" no "leder" of the board; but
 * "leder" in the list of a board is its "styreleder".
 * @param frame what the text stands in: the name of the body
 */
export function tellsOffice({ stems, synonyms }: Term, text: string, frame = ''): boolean {
  const told = stemSet(text)
  const around = [...stemSet(frame)]
  const isOfBody = (part: string): boolean => {
    const bare = part.replace(/s$/, '')
    const isSame = (stem: string): boolean => stem.length > 3 && (stem.startsWith(bare) || bare.startsWith(stem))
    return bare.length > 3 && !DEPUTY.test(part) && around.some(isSame)
  }
  const isManager = [...MANAGER].some((phrase) => told.has(phrase))
  return [...stems, ...synonyms].some((office) =>
    [...told].some((stem) => {
      if (stem === office) return !(PLAIN.has(office) && isManager)
      if (stem.endsWith(office)) {
        const sort = stem.slice(0, -office.length)
        return !DEPUTY.test(sort) && (!PLAIN.has(office) || isOfBody(sort))
      }
      return PLAIN.has(stem) && !isManager && office.endsWith(stem) && isOfBody(office.slice(0, -stem.length))
    }),
  )
}
