import type { Asker } from './asker.ts'
import type { Language } from './document.ts'
import type { LocalDate } from './ids.ts'

export type Outcome = 'answered' | 'abstained' | 'clarify'

/** Where a sentence of an answer comes from. */
export interface Citation {
  /** File name, as listed by `rakel status`; an attachment's follows its e-mail's: `innkalling.msg/referat.pdf`. */
  readonly document: string
  readonly title: string
  readonly page: number | null
  readonly caseNumber: string | null
  readonly meetingDate: LocalDate | null
  /** Verbatim from the document, white space folded. */
  readonly quote: string
  /** The item in the case system; null when the document gives none. */
  readonly url: string | null
}

/** A number of the text that stands in no quote, with the numbers of quotes it was computed from. */
export interface Derived {
  readonly value: string
  readonly operation: 'sum' | 'difference' | 'average' | 'share' | 'count' | 'scale'
  /** As they stand in the quotes; empty for a count of things that are quoted. */
  readonly from: readonly string[]
}

/** A paragraph of an answer with the citations it rests on, as 1-based places in `Answer.citations`. */
export interface AnswerParagraph {
  readonly text: string
  readonly citations: readonly number[]
}

/** What `rakel ask --json` prints, `paragraphs` left out; see README. */
export interface Answer {
  readonly question: string
  readonly language: Language
  readonly outcome: Outcome
  /** The text a reader sees, plain text with line breaks. */
  readonly answer: string
  /** The same text by paragraph, so that each surface can set its own marks where a citation belongs. */
  readonly paragraphs: readonly AnswerParagraph[]
  /** In the order the text uses them. */
  readonly citations: readonly Citation[]
  readonly derived: readonly Derived[]
  /** Why it was answered so: the kind of question, or why it was declined. Stable codes, for logs and tests. */
  readonly reason: string
  readonly mode: 'model-free' | 'model'
  readonly elapsedMs: number
}

/** The answering part as its users (command line, Teams) see it. Never throws for a question it cannot answer. */
export type AnswerQuestion = (question: string, asker: Asker) => Promise<Answer>
