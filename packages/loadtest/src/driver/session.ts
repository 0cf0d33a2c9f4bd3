import type { ParameterValue } from '../scenario/generator.js'
import type { StatementStep } from '../scenario/scenario.js'

/** Opens connections; what the load loops know of a way to speak to a server. */
export interface Driver {
  /** @throws Error whose `code`, or `sqlState`, says what failed */
  open(): Promise<Session>
}

/** A driver for the statements of a scenario, in the order of its scripts. */
export type OpenDriver = (statements: readonly StatementStep[]) => Driver

/** Statements that go out together, by their index among all statements of the scenario. */
export type Batch = readonly [number, ...number[]]

/** One connection; runs one batch at a time. */
export interface Session {
  /**
   * Runs the statements of a batch; `values` are those of its script's slots. Does not throw: what
   * becomes of it, the listener hears.
   */
  run(batch: Batch, values: readonly ParameterValue[], listener: BatchListener): void
  /** Ends the transaction that a batch left open. */
  rollback(listener: BatchListener): void
  /** Asks the server to cancel what runs; the listener hears of it as of any failure. */
  cancel(): void
  /** Ends the connection at once; what runs is lost. */
  destroy(reason: string): void
  /** Ends it in peace. Nothing may be running. */
  close(): Promise<void>
  /** Hears of an end that comes while nothing runs. */
  onLost: ((failure: Failure) => void) | undefined
  /** So far; 0 where a driver does not tell. */
  readonly bytesReceived: number
  readonly bytesSent: number
}

export interface BatchListener {
  /** The statement at this place of the batch has been answered. */
  statementDone(place: number, rows: number): void
  /** All of it, or up to the statement that failed: those behind it have not run. */
  batchDone(transaction: TransactionState, failure: StatementFailure | undefined): void
  /** The connection is gone; whether the server did what was asked is not known. */
  lost(failure: Failure): void
}

export type TransactionState = 'none' | 'open' | 'failed'

export interface Failure {
  /** SQLSTATE, or one of ours: `timeout`, `connection`, `interrupted`. */
  readonly code: string
  readonly message: string
}

export interface StatementFailure extends Failure {
  readonly place: number
}
