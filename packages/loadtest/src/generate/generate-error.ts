/** A value cannot be drawn: a fault of the scenario that shows only when its expressions are computed. */
export class GenerateError extends Error {
  override readonly name = 'GenerateError'
  readonly code: 'DIVISION_BY_ZERO' | 'OUT_OF_RANGE' | 'UNRESOLVED_COLUMN' | 'EMPTY_COLUMN'

  constructor(code: GenerateError['code'], message: string) {
    super(message)
    this.code = code
  }
}
