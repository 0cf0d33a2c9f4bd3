import { lineIndex } from '../source/line-index.js'
import type { Span } from '../source/span.js'

/** A schema that cannot be read: what was found where, and what to do. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError'
  readonly code = 'SCHEMA_INVALID'
  /** Where in the text, for an excerpt. */
  readonly span: Span
  readonly line: number
  readonly column: number
  readonly hint?: string

  constructor(message: string, text: string, span: Span, hint?: string) {
    const { line, column } = lineIndex(text).at(span.start)
    super(`${line}:${column} ${message}`)
    this.span = { start: span.start, end: span.end }
    this.line = line
    this.column = column
    if (hint !== undefined) this.hint = hint
  }
}
