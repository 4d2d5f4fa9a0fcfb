import type { Citation, Derived, Outcome } from '../domain/answer.ts'

export interface DraftParagraph {
  readonly text: string
  readonly citations: readonly Citation[]
}

/** An answer before the gate has looked at it. */
export interface Draft {
  readonly outcome: Outcome
  readonly paragraphs: readonly DraftParagraph[]
  readonly derived: readonly Derived[]
  readonly reason: string
}

export const declined = (reason: string, text: string, derived: readonly Derived[] = []): Draft => ({
  outcome: 'abstained',
  paragraphs: [{ text, citations: [] }],
  derived,
  reason,
})

export const count = (value: number): Derived => ({ value: String(value), operation: 'count', from: [] })
