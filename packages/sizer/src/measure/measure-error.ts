/** A table that cannot be measured as asked. */
export class MeasureError extends Error {
  override readonly name = 'MeasureError'
  readonly code: MeasureErrorCode

  constructor(code: MeasureErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** `NEEDS_SCAN`: only reading all of it would tell. `UNEXPECTED_ANSWER`: the warehouse says something else than was asked. */
export type MeasureErrorCode = 'NEEDS_SCAN' | 'UNEXPECTED_ANSWER'
