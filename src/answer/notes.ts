import type { Derived } from '../domain/answer.ts'
import type { Told } from '../domain/register.ts'
import type { Contradiction, Said } from '../domain/relation.ts'
import { foldSpaces } from '../norwegian/fold.ts'
import { findNumbers } from '../norwegian/numbers.ts'
import { citeDocument } from './citations.ts'
import { disagreements } from './disagreements.ts'
import type { Draft, DraftParagraph } from './draft.ts'
import type { Inquiry } from './evidence.ts'

const MIN_SHARED_CHARS = 20

/** Whether one of two texts holds a good part of the other. */
function overlap(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return a === b || (short.length >= MIN_SHARED_CHARS && long.includes(short))
}

function noteOf(
  { document, fact }: Told<Contradiction>,
  inquiry: Inquiry,
): { paragraph: DraftParagraph; derived: Derived[] } {
  const quote = foldSpaces(fact.quotes.join(' '))
  const from = fact.quotes.slice(1).flatMap((text) => findNumbers(text).map(({ literal }) => literal))
  return {
    paragraph: {
      text:
        fact.kind === 'date'
          ? inquiry.texts.wrongDate(fact.stated, fact.found)
          : inquiry.texts.contradiction(
              fact.stated,
              from.length > 1 && from.length < 15 ? `${from.join(' + ')} = ${fact.found}` : fact.found,
            ),
      citations: [citeDocument(document, { ...fact, quote })],
    },
    derived:
      from.length > 0 || fact.kind === 'date'
        ? [{ value: fact.found, operation: fact.kind === 'sum' ? 'sum' : 'count', from }]
        : [],
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

/** Where another document tells of what is quoted otherwise, the reader is told, with both quotes. */
export function withDisagreements(draft: Draft, { asker, register, texts }: Inquiry): Draft {
  if (draft.outcome !== 'answered') return draft
  const cited = draft.paragraphs.flatMap(({ citations }) => citations)
  const isCited = ({ document, quote }: Said): boolean =>
    cited.some((citation) => citation.document === document.name && overlap(foldSpaces(quote), citation.quote))
  const notes = disagreements(register.figures(asker, {}), register.meetings(asker, {}))
    .filter(({ one, other }) => isCited(one) || isCited(other))
    .slice(0, 2)
    .map(
      ({ about, one, other }): DraftParagraph => ({
        text: texts.disagreement(about, one.value, one.document.name, other.value, other.document.name),
        citations: [citeDocument(one.document, one), citeDocument(other.document, other)],
      }),
    )
  return { ...draft, paragraphs: [...draft.paragraphs, ...notes] }
}

/** Words that a machine read off a picture may be misread, numbers above all: whoever reads the answer is told. */
export function withOcrWarning(draft: Draft, { asker, register, texts }: Inquiry): Draft {
  if (draft.outcome !== 'answered') return draft
  const cited = draft.paragraphs.flatMap(({ citations }) => citations)
  const names = new Set(cited.filter(({ page }) => page !== null).map((citation) => citation.document))
  if (names.size === 0) return draft
  const isRecognised = register
    .documents(asker)
    .filter(({ name, format }) => names.has(name) && (format === 'pdf' || format === 'image'))
    .some(({ id, name }) =>
      register
        .passagesOf(asker, id)
        .some(
          ({ isOcr, text }) =>
            isOcr && cited.some((citation) => citation.document === name && overlap(foldSpaces(text), citation.quote)),
        ),
    )
  return isRecognised
    ? { ...draft, paragraphs: [...draft.paragraphs, { text: texts.readByMachine, citations: [] }] }
    : draft
}
