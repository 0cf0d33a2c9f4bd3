/** What is wrong with an expression, with its place in the expression's text. Thrown while parsing, and caught there. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  readonly start: number
  readonly end: number
  readonly hint: string | undefined
  /** The variable that is not known, when that is what is wrong. */
  readonly unknown: string | undefined

  constructor(
    message: string,
    place: { readonly start: number; readonly end: number },
    details: { readonly hint?: string | undefined; readonly unknown?: string } = {},
  ) {
    super(message)
    this.start = place.start
    this.end = place.end
    this.hint = details.hint
    this.unknown = details.unknown
  }
}
