/**
 * The other side said no, and why can be told in one sentence. Do not try again.
 * `code` is stable and safe to log; the message holds no document text, token or national id.
 */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** It may have happened or not. Look before deciding; never simply repeat. */
export class UnknownOutcome extends Error {
  override readonly name = 'UnknownOutcome'
  readonly code: string
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
