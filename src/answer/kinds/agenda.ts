import type { Citation } from '../../domain/answer.ts'
import { foldSpaces } from '../../norwegian/fold.ts'
import { stemOf } from '../../norwegian/stem.ts'
import { citeMeeting } from '../citations.ts'
import { count, type Draft, declined } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { capitalised, meetingInWords } from '../words.ts'
import { type FoundItem, itemsOf } from './find-items.ts'
import { oneMeeting } from './one-meeting.ts'

const GRAMMAR = new Set(
  `saksliste sakslisten sakslista sakliste saklista sakskart dagsorden dagsordenen agenda list listed
  saker sakene sakane sakar items item
  behandlet behandla behandles tatt teke opp oppe discussed dealt considered`
    .split(/\s+/)
    .map(stemOf),
)

/** The list as the meeting's documents print it, where one does. */
function printedList({ register, asker }: Inquiry, items: readonly FoundItem[]): Citation[] {
  const titles = items.map(({ item }) => foldSpaces(item.title)).filter(Boolean)
  const documents = new Set(items.map(({ meeting }) => meeting))
  for (const stored of documents) {
    const list = register.passagesOf(asker, stored.document.id).find(({ text, kind }) => {
      const folded = foldSpaces(text)
      return kind !== 'heading' && titles.length > 1 && titles.every((title) => folded.includes(title))
    })
    if (list) return [citeMeeting(stored, { quote: foldSpaces(list.text), page: list.page })]
  }
  return []
}

/** The items of a meeting, in order, each cited. */
export function answerAgenda(inquiry: Inquiry): Draft {
  const found = oneMeeting(inquiry, GRAMMAR)
  if ('draft' in found) return found.draft
  const { language, texts } = inquiry
  const items = itemsOf(found.group)
  const meeting = meetingInWords(found.group.best, language)
  if (items.length === 0) return declined('no-items', texts.noItems(meeting))
  const number = count(items.length)
  return {
    outcome: 'answered',
    paragraphs: [
      { text: capitalised(texts.items(number.value, meeting)), citations: printedList(inquiry, items) },
      ...items.map(({ meeting: stored, item }) => ({
        text: `• ${[item.caseNumber, item.title].filter(Boolean).join(' – ') || item.heading}`,
        citations: [citeMeeting(stored, { quote: item.heading, page: item.page }, item)],
      })),
    ],
    derived: [number],
    reason: 'agenda',
  }
}
