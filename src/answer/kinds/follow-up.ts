import { citeDocument } from '../citations.ts'
import type { Draft, DraftParagraph } from '../draft.ts'
import type { Inquiry } from '../evidence.ts'
import { becameOf, type MeantPromise, promisesMeant, promiseTold } from '../promises.ts'
import { shortDate } from '../words.ts'

const MOST_SHOWN = 4

/** What later meetings say of a promise, in their words; nothing where they say nothing. */
function sequel(promise: MeantPromise, inquiry: Inquiry): DraftParagraph[] {
  const { texts, language } = inquiry
  const became = becameOf(promise, inquiry)
  if (!became?.shownBy) return []
  const { document, caseNumber, quote } = became.shownBy
  const where = [document.date && shortDate(document.date, language), caseNumber].filter(Boolean).join(', ')
  return [
    {
      text: `  ${texts.promiseState[became.state]} «${quote}» (${where})`,
      citations: [citeDocument(document, became.shownBy)],
    },
  ]
}

/**
 * Who promised what, and by when, in the minutes' own words.
 * @returns undefined when no promise meets the question: it may be about something else
 */
export function answerFollowUp(inquiry: Inquiry): Draft | undefined {
  const found = promisesMeant(inquiry).slice(0, MOST_SHOWN)
  const [first, ...others] = found.flatMap((promise) => [promiseTold(promise, inquiry), ...sequel(promise, inquiry)])
  if (!first) return undefined
  return {
    outcome: 'answered',
    paragraphs: [{ ...first, text: `${inquiry.texts.promises}\n${first.text}` }, ...others],
    derived: [],
    reason: 'follow-up',
  }
}
