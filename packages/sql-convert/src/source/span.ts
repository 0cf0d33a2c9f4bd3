/** Where something stands in the text: offsets of UTF-16 units, the end not included. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The place alone of something that has more than a place. */
export function placeOf({ start, end }: Span): Span {
  return { start, end }
}
