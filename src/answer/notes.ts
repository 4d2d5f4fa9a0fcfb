import type { Derived } from '../domain/answer.ts'
import type { Told } from '../domain/register.ts'
import type { Contradiction } from '../domain/relation.ts'
import { foldSpaces } from '../norwegian/fold.ts'
import { findNumbers } from '../norwegian/numbers.ts'
import type { Draft, DraftParagraph } from './draft.ts'
import type { Inquiry } from './evidence.ts'

const MIN_SHARED_CHARS = 20

/** Whether one of two texts holds a good part of the other. */
function overlap(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= MIN_SHARED_CHARS && long.includes(short)
}

function noteOf(
  { document, fact }: Told<Contradiction>,
  inquiry: Inquiry,
): { paragraph: DraftParagraph; derived: Derived[] } {
  const quote = foldSpaces(fact.quotes.join(' '))
  const from = fact.quotes.slice(1).flatMap((text) => findNumbers(text).map(({ literal }) => literal))
  return {
    paragraph: {
      text: inquiry.texts.contradiction(
        fact.stated,
        from.length > 1 && from.length < 15 ? `${from.join(' + ')} = ${fact.found}` : fact.found,
      ),
      citations: [
        {
          document: document.name,
          title: document.title,
          page: fact.page,
          caseNumber: fact.caseNumber ?? null,
          meetingDate: document.date ?? null,
          quote,
          url: null,
        },
      ],
    },
    derived: from.length > 0 ? [{ value: fact.found, operation: fact.kind === 'sum' ? 'sum' : 'count', from }] : [],
  }
}

/** Where the sources contradict what is quoted, the reader is told; nothing is repaired. */
export function withContradictions(draft: Draft, inquiry: Inquiry): Draft {
  if (draft.outcome !== 'answered') return draft
  const cited = draft.paragraphs.flatMap(({ citations }) => citations)
  const told = inquiry.register
    .contradictions(inquiry.asker, {})
    .filter(({ document, fact }) =>
      cited.some(
        (citation) =>
          citation.document === document.name &&
          fact.quotes.some((quote) => overlap(foldSpaces(quote), citation.quote)),
      ),
    )
  const notes = told.slice(0, 2).map((entry) => noteOf(entry, inquiry))
  return {
    ...draft,
    paragraphs: [...draft.paragraphs, ...notes.map(({ paragraph }) => paragraph)],
    derived: [...draft.derived, ...notes.flatMap(({ derived }) => derived)],
  }
}
