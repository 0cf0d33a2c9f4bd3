import type { Span } from '../source/span.js'

/** A statement that cannot be converted, and why; caught where statements are converted. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly refusal: RefusalCode
  readonly span: Span
  readonly hint?: string | undefined

  constructor(refusal: RefusalCode, message: string, span: Span, hint?: string) {
    super(message)
    this.refusal = refusal
    this.span = span
    if (hint !== undefined) this.hint = hint
  }
}

/** `unsupported`: no rule; `needs schema`: a rule that asks for the columns; `not applicable`: nothing to do. */
export type RefusalCode = 'needs schema' | 'not applicable' | 'unsupported'
