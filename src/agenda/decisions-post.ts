import { matterOf, type PostContext, weekdayAndDay } from './agenda-post.ts'
import type { DecisionsPost, ShownDecisions } from './ports.ts'
import { markerOf } from './slots.ts'
import { textsOf } from './texts/texts.ts'

const LONGEST_DECISION = 900
/** Of all decisions together; a card may be 28 KB. */
const MOST_CHARS = 14_000

/** Whole paragraphs as far as they fit; a single one that is too long is cut at a word. */
function beginning(decision: string, most: number): { readonly text: string; readonly isCut: boolean } {
  if (decision.length <= most) return { text: decision, isCut: false }
  const end = decision.lastIndexOf('\n', most)
  if (end > 0) return { text: decision.slice(0, end), isCut: true }
  const word = decision.lastIndexOf(' ', most - 1)
  return { text: `${decision.slice(0, word > 0 ? word : most - 1)} …`, isCut: true }
}

/** The post after the meeting: every matter with its decision, verbatim, restricted ones without. */
export function decisionsPost({ meeting, language }: ShownDecisions, context: PostContext): DecisionsPost {
  const texts = textsOf(language)
  const most = Math.min(LONGEST_DECISION, Math.floor(MOST_CHARS / Math.max(1, meeting.items.length)))
  const items = meeting.items.map((item) => {
    const shown = item.decision === undefined || item.isRestricted ? undefined : beginning(item.decision, most)
    const { caseNumber, title, link, isRestricted } = item
    const note = isRestricted
      ? texts.restrictedDecision
      : shown
        ? shown.isCut
          ? texts.cut
          : undefined
        : texts.noDecision
    return { caseNumber, title, link, isRestricted, decision: shown?.text, isCut: shown?.isCut ?? false, note }
  })
  const title = texts.decisionsTitle(meeting.committee, weekdayAndDay(meeting.date, language))
  const notices = context.generation > 1 ? [texts.replaces] : []
  const plainText = [
    title,
    ...notices,
    ...items.flatMap((item) => [`• ${matterOf(item)}`, item.decision ?? '', item.note ?? '']),
  ]
    .filter(Boolean)
    .join('\n')
  return {
    kind: 'decisions',
    key: context.key,
    marker: markerOf(context.key, context.generation),
    language,
    title,
    notices,
    items,
    plainText,
  }
}
