import type { Span } from '../../source/span.js'

/** Text that is no Databricks SQL as far as we know it: what was expected, and what stands there. */
export class ParseError extends Error {
  override readonly name = 'ParseError'
  readonly span: Span
  readonly expected: string
  readonly found: string

  constructor(expected: string, found: string, span: Span) {
    super(`expected ${expected}, found ${found}`)
    this.expected = expected
    this.found = found
    this.span = span
  }
}
