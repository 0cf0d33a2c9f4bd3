/** `negative` and `out_of_range` are about the value, `not_finite` about NaN and Infinity. */
export type SizingInputErrorCode =
  | 'not_finite'
  | 'negative'
  | 'not_whole'
  | 'out_of_range'
  | 'wrong_length'

/** A number that no workload can have. Nothing is sized with it, or with a number put in its place. */
export class SizingInputError extends Error {
  override readonly name = 'SizingInputError'
  readonly code: SizingInputErrorCode
  /** Of the value in the input: `load.hourlyLoad[3]`. */
  readonly path: string
  readonly expected: string
  readonly found: string

  constructor(code: SizingInputErrorCode, path: string, expected: string, found: number) {
    super(`${path}: expected ${expected}, found ${found}`)
    this.code = code
    this.path = path
    this.expected = expected
    this.found = String(found)
  }
}
