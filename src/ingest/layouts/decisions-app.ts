import { caseHeadingOf } from '../../domain/case-number.ts'
import { caseHeadingStart } from '../minutes/items.ts'
import type { Layout } from './layout.ts'
import { readMinutes } from './minutes.ts'

const MEETING_ITEM = /^(?:19|20)\d{2}\/\p{Lu}{1,3}\d+-\d+$/u

/** Minutes of the Teams app Decisions: "2024/M7-005 - Title", the decision on the line below, then the discussion. */
export const decisionsApp: Layout = {
  name: 'decisions-app',
  score(input) {
    const items = input.blocks.filter((block) => MEETING_ITEM.test(caseHeadingOf(block.text)?.caseNumber ?? ''))
    return items.length > 0 ? 0.95 : 0
  },
  read(input) {
    const laidOut = readMinutes(input, caseHeadingStart, { decisionExtent: 'paragraph' })
    return { ...laidOut, meeting: laidOut.meeting && withLooseLinks(laidOut.meeting, input) }
  },
}

type LaidOutMeeting = NonNullable<ReturnType<Layout['read']>['meeting']>

/**
 * Poor text lists the links at the end of the page, in the order of the page's items; each names its decision. They are
 * paired only where their number is that of the items that begin on the page.
 */
function withLooseLinks(meeting: LaidOutMeeting, input: Parameters<Layout['read']>[0]): LaidOutMeeting {
  const links = new Map<number, string>()
  for (const page of input.file.pages) {
    const urls = page.looseLinks.filter((url) => /[?&]decisionId=/i.test(url))
    const items = meeting.items.filter((item) => item.page === page.number && !item.link)
    if (urls.length !== items.length) continue
    for (const [index, item] of items.entries()) links.set(item.order, urls[index] ?? '')
  }
  return { ...meeting, items: meeting.items.map((item) => ({ ...item, link: item.link ?? links.get(item.order) })) }
}
