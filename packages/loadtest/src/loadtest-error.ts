/** Stable; what a caller may branch on. README.md says what each means. */
export type LoadtestErrorCode =
  | 'AUTHENTICATION'
  | 'CALIBRATE'
  | 'COMPARE'
  | 'CONNECT'
  | 'DRIVER'
  | 'FILL'
  | 'HISTOGRAM'
  | 'HISTORY'
  | 'MERGE'
  | 'OBJECTIVE'
  | 'REPORT'
  | 'SWEEP'
  | 'WORKER'

/** What cannot go on. The message says what was expected, what was found and what to do. */
export class LoadtestError extends Error {
  override readonly name = 'LoadtestError'
  readonly code: LoadtestErrorCode

  constructor(code: LoadtestErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
