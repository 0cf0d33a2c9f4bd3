/** What one compute unit did on an endpoint of the user's: plain JSON, beside what is documented. */
export interface Calibration {
  readonly schemaVersion: 1
  readonly rates: readonly MeasuredRate[]
}

export type MeasuredRateName =
  | 'bulkRowsPerSecondPerCu'
  | 'incrementalRowsPerSecondPerCu'
  | 'readsPerSecondPerCu'

export interface MeasuredRate {
  readonly name: MeasuredRateName
  readonly value: number
  /** The sweep: its scenario, database, size and knee. */
  readonly source: string
  /** ISO date of the last step. */
  readonly asOf: string
  /** One measurement on one endpoint: M, as a secondary source is; L when a verdict doubts it. */
  readonly confidence: 'M' | 'L'
}
