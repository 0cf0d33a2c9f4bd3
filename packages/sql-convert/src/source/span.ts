/** Where something stands in the text: offsets of UTF-16 units, the end not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** From the beginning of one to the end of the other. */
export function spanOf(first: Span, last: Span): Span {
  return { start: first.start, end: last.end }
}
