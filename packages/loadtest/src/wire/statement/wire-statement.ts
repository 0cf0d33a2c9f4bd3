/** A statement that a connection has prepared. */
export interface WireStatement {
  /** On the server; the same on each connection. */
  readonly name: string
  /** OIDs of `$1`, `$2`, … */
  readonly types: readonly number[]
  /** The slot that each takes its value from. */
  readonly slots: readonly number[]
}
