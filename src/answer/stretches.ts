import type { RankedPassage } from '../domain/passage.ts'
import { sentences } from '../norwegian/sentences.ts'

/** Longer is no answer. */
export const MOST_QUOTE_CHARS = 560
/** A sentence that begins so leans on the one before it. */
const LEANS_BACK =
  /^(?:Denne|Dette|Disse|Desse|Den|Det|De|Dei|Han|Hun|Ho|Her|Der|Derfor|Difor|Slik|Samtidig|Tiltaket|Ordningen|This|It|They)\b/u

/** The stretches of a passage that make sense alone. */
export function stretches(passage: RankedPassage): string[] {
  const lines = passage.text.split('\n')
  // A row means nothing without its column: tables are answered by kinds/table.ts.
  if (passage.kind === 'table') return lines.length > 1 ? [] : [passage.text]
  if (lines.length > 1) {
    const [lead = '', ...items] = lines
    const hasLead = /:$/.test(lead)
    const whole = passage.text.length <= MOST_QUOTE_CHARS * 2 ? [passage.text] : []
    return [...(hasLead ? [lead] : []), ...whole, ...(hasLead ? items.map((item) => `${lead}\n${item}`) : lines)]
  }
  const parts = sentences(passage.text)
  return parts.flatMap(({ text, start, end }, index) => {
    const before = parts[index - 1]
    const after = parts[index + 1]
    const alone = before && LEANS_BACK.test(text) ? passage.text.slice(before.start, end) : text
    const longer =
      after && after.end - start <= MOST_QUOTE_CHARS
        ? [passage.text.slice(before && LEANS_BACK.test(text) ? before.start : start, after.end)]
        : []
    return [alone, ...longer]
  })
}
