import type { Citation } from '../domain/answer.ts'
import type { Draft, DraftParagraph } from './draft.ts'

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

/** One answer to a sentence that asks twice. What only one of them finds is answered; the other is left out. */
export function joined([first, ...others]: readonly [Draft, ...Draft[]]): Draft {
  const told = [first, ...others].filter(({ outcome }) => outcome === 'answered')
  const [main, ...rest] = told
  if (!main || rest.length === 0) return main ?? first
  const paragraphs = rest.reduce((before: readonly DraftParagraph[], { paragraphs: added }) => {
    const kept = before.filter((paragraph) => !isQuote(paragraph) || !isTold(paragraph, added))
    return [...kept, ...added.filter((paragraph) => !isTold(paragraph, kept))]
  }, main.paragraphs)
  return { ...main, paragraphs, derived: told.flatMap(({ derived }) => derived) }
}
