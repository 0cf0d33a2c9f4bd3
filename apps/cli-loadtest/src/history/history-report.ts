import type { Exit } from '@lakebase/cli-kit'

/** What `history` prints with `--json`. */
export interface HistoryReport {
  readonly ok: true
  readonly schemaVersion: 1
  readonly kind: 'history'
  /** Newest first. */
  readonly runs: readonly KeptRun[]
  readonly exit: Exit
}

export interface KeptRun {
  readonly id: string
  readonly scenario: string
  /** ISO 8601. */
  readonly startedAt: string
  /** Transactions a second that succeeded. */
  readonly perSecond: number
  /** Of response times, in µs. */
  readonly p50: number
  readonly p99: number
  readonly failed: number
  /** False for a run that was broken off. */
  readonly complete: boolean
}
