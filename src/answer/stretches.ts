import type { RankedPassage } from '../domain/passage.ts'
import { sentences } from '../norwegian/sentences.ts'

/** Longer is no answer. */
export const MOST_QUOTE_CHARS = 560
/** A sentence that begins so leans on the one before it. */
const LEANS_BACK =
  /^(?:Denne|Dette|Disse|Desse|Den|Det|De|Dei|Han|Hun|Ho|Her|Der|Derfor|Difor|Slik|Samtidig|Tiltaket|Ordningen|This|It|They)\b/u

/** Words that make sense alone, verbatim. */
export interface Stretch {
  readonly text: string
  /** The sentence it is quoted for; the others only make it readable. */
  readonly core: string
  /** What stands right before it in the same passage. */
  readonly before: string
}

const POINT = /^(?:[•◦▪➢*–-]|\d{1,2}[.)]|[a-zæøå]\))\s/u

/** Whether the first line of a passage leads to its points: "… følgende tiltak:", "I 2025 skal vi". */
export function isLead(text: string): boolean {
  const [lead = '', ...points] = text.split('\n')
  return points.length > 0 && (/:$/.test(lead) || (!POINT.test(lead) && points.every((point) => POINT.test(point))))
}

/** The stretches of a passage that may be quoted. */
export function stretches(passage: RankedPassage): Stretch[] {
  const lines = passage.text.split('\n')
  // A row means nothing without its column: tables are answered by kinds/table.ts.
  if (passage.kind === 'table') return lines.length > 1 ? [] : [{ text: passage.text, core: passage.text, before: '' }]
  if (lines.length > 1) {
    const [lead = '', ...items] = lines
    const hasLead = isLead(passage.text)
    const whole = passage.text.length <= MOST_QUOTE_CHARS * 2 ? [passage.text] : []
    const alone = (text: string): Stretch => ({ text, core: text, before: '' })
    // The points of a decision are of one matter.
    const isResolution = passage.kind === 'decision' || passage.kind === 'recommendation'
    const ofLead = items.map(
      (item): Stretch => ({ text: `${lead}\n${item}`, core: item, before: isResolution ? passage.text : lead }),
    )
    return [...(hasLead ? [lead] : []), ...whole].map(alone).concat(hasLead ? ofLead : lines.map(alone))
  }
  const parts = sentences(passage.text)
  const { text } = passage
  const whole =
    passage.kind === 'decision' && parts.length > 2 && text.length <= MOST_QUOTE_CHARS
      ? [{ text, core: text, before: '' }]
      : []
  const ofSentences = parts.flatMap(({ text: core, start, end }, index) => {
    const before = parts[index - 1]
    const after = parts[index + 1]
    const from = before && LEANS_BACK.test(core) ? before.start : start
    const above = (from === start ? before : parts[index - 2])?.text ?? ''
    const alone = { text: passage.text.slice(from, end), core, before: above }
    const isShort = after && after.end - start <= MOST_QUOTE_CHARS
    const withNext = isShort ? [{ text: passage.text.slice(from, after.end), core, before: above }] : []
    const isLong = !before || from !== start || end - before.start > MOST_QUOTE_CHARS
    const withLast = isLong
      ? []
      : [{ text: passage.text.slice(before.start, end), core, before: parts[index - 2]?.text ?? '' }]
    return [alone, ...withNext, ...withLast]
  })
  return [...ofSentences, ...whole]
}

/** A longer paragraph hides what was asked for. */
const MOST_PARAGRAPH_CHARS = 420

/** A stretch with what leans on it: "Fellesrådet er øverste organ. Det består av …". */
export function withLeaning(passage: RankedPassage, text: string): string {
  if (isShortDecision(passage)) return passage.text
  const end = passage.text.indexOf(text) + text.length
  if (passage.text.includes('\n') || end < text.length) return text
  const next = sentences(passage.text.slice(end))[0]
  if (!next || !LEANS_BACK.test(next.text)) return text
  const longer = passage.text.slice(end - text.length, end + next.end)
  return longer.length <= MOST_QUOTE_CHARS ? longer : text
}

/** A short decision is quoted whole, whichever of its points answers. */
const isShortDecision = ({ kind, text }: RankedPassage): boolean =>
  kind === 'decision' && text.length <= MOST_QUOTE_CHARS

/** A stretch with its paragraph, where that is short, else with what follows: what was asked may be told there. */
export function withContext(passage: RankedPassage, text: string): string {
  if (isShortDecision(passage)) return passage.text
  const start = passage.text.indexOf(text)
  if (passage.text.includes('\n') || start < 0) return text
  if (passage.text.length <= MOST_PARAGRAPH_CHARS) return passage.text
  const rest = sentences(passage.text.slice(start + text.length))
  const fitting = rest.filter(({ end }) => text.length + end <= MOST_PARAGRAPH_CHARS).at(-1)
  return passage.text.slice(start, start + text.length + (fitting?.end ?? 0))
}
