/** What kind of rule an input breaks. */
export type CostInputErrorCode =
  | 'NOT_A_NUMBER'
  | 'OUT_OF_RANGE'
  | 'NOT_24_HOURS'
  | 'NOT_A_DATE'
  | 'NOT_UNIQUE'

/** A quantity that cannot be priced. Nothing is clamped or replaced: the caller mends its input. */
export class CostInputError extends Error {
  override readonly name = 'CostInputError'
  readonly code: CostInputErrorCode
  /** Place in the input, such as `computes[0].hoursUp`. */
  readonly path: string
  /** What would have been right, in words. */
  readonly expected: string
  readonly found: unknown

  constructor(code: CostInputErrorCode, path: string, expected: string, found: unknown) {
    super(`${path} must be ${expected}, but is ${String(found)}`)
    this.code = code
    this.path = path
    this.expected = expected
    this.found = found
  }
}
