import type { Citation } from '../domain/answer.ts'
import type { Language } from '../domain/document.ts'
import type { Draft, DraftParagraph } from './draft.ts'
import type { Inquiry } from './evidence.ts'
import { meets } from './meets.ts'
import type { Plan } from './plan.ts'
import { stemSet, type Term, topicOf } from './topic.ts'

const holds = (outer: Citation, inner: Citation): boolean =>
  outer.document === inner.document && outer.quote.includes(inner.quote)

/** Whether every quote of a paragraph stands in those of another; words without any quote only where they are the same. */
const isTold = (paragraph: DraftParagraph, others: readonly DraftParagraph[]): boolean =>
  paragraph.citations.length === 0
    ? others.some(({ text }) => text === paragraph.text)
    : paragraph.citations.every((citation) =>
        others.some(({ citations }) => citations.some((other) => holds(other, citation))),
      )

/** Only a quote: what is computed or counted says more than the quote it rests on. */
const isQuote = ({ text, citations }: DraftParagraph): boolean =>
  citations.some(({ quote }) => text.endsWith(`«${quote}»`))

/** The answer to one of the questions of a sentence. */
export interface PartAnswer {
  readonly draft: Draft
  /** Its part of the sentence; undefined where the sentence asks no more. */
  readonly plan?: Plan
}

/** Words of a question that tell its matter. */
const tellingOf = (part: string, language: Language): readonly Term[] =>
  topicOf(part, { language }).filter(({ importance, isSpecific }) => importance === 1 && !isSpecific)

/** Whether quotes have none of a question's own words: they cannot have answered it already. */
function isUntold(part: string, quotes: string, language: Language): boolean {
  const stems = stemSet(quotes)
  const telling = tellingOf(part, language)
  return telling.length > 0 && telling.every((term) => meets(term, stems) === 0)
}

/** One answer to a sentence that asks twice. What only one of them finds is answered, and that the other is not found is said. */
export function joined(
  [first, ...others]: readonly [PartAnswer, ...PartAnswer[]],
  { texts, plan: { askedIn } }: Pick<Inquiry, 'texts' | 'plan'>,
): Draft {
  const parts = [first, ...others]
  const told = parts.flatMap(({ draft }) => (draft.outcome === 'answered' ? [draft] : []))
  const [main, ...rest] = told
  if (!main) return first.draft
  const paragraphs = rest.reduce((before: readonly DraftParagraph[], { paragraphs: added }) => {
    const kept = before.filter((paragraph) => !isQuote(paragraph) || !isTold(paragraph, added))
    return [...kept, ...added.filter((paragraph) => !isTold(paragraph, kept))]
  }, main.paragraphs)
  const quotes = paragraphs.flatMap(({ citations }) => citations.map(({ quote }) => quote)).join('\n')
  // "…, og når var de ferdige?" is told by the times of the meeting.
  const tellsTimes = main.reason.startsWith('meeting-')
  const untold = parts.flatMap(({ draft: { reason }, plan: { part, wanted } = { wanted: 'any' } }) =>
    part !== undefined &&
    reason === 'not-in-documents' &&
    !(tellsTimes && wanted === 'date') &&
    isUntold(part, quotes, askedIn)
      ? [{ text: texts.notFoundPart(part.replace(/[?.\s]+$/u, '')), citations: [] }]
      : [],
  )
  return { ...main, paragraphs: [...paragraphs, ...untold], derived: told.flatMap(({ derived }) => derived) }
}
