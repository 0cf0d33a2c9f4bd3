import type { Span } from '../../source/span.js'

/** Text that is no token: a quote or comment without end, a character of no meaning. */
export class LexError extends Error {
  override readonly name = 'LexError'
  readonly span: Span

  constructor(message: string, span: Span) {
    super(message)
    this.span = span
  }
}
