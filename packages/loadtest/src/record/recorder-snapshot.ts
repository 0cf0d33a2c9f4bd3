import type { HistogramSnapshot } from '../histogram/histogram.js'

/** What one worker recorded: plain data that can be cloned to another thread and added up. */
export interface RecorderSnapshot {
  /** In the scenario's order. */
  readonly scripts: readonly ScriptSnapshot[]
  /** In the order of `statementsOf(scenario)`. */
  readonly statements: readonly StatementSnapshot[]
  readonly failures: readonly FailureSnapshot[]
  readonly connecting: ConnectingSnapshot
  readonly scheduleLag: HistogramSnapshot
  readonly connectionWait: HistogramSnapshot
  /** In ascending order; seconds in which nothing happened are missing. */
  readonly seconds: readonly SecondSnapshot[]
}

/** Of measured stages only. */
export interface ScriptSnapshot {
  readonly due: number
  readonly retries: number
  readonly bytesReceived: number
  readonly bytesSent: number
  readonly response: HistogramSnapshot
  readonly service: HistogramSnapshot
  readonly failure: HistogramSnapshot
}

/** Of measured stages only. */
export interface StatementSnapshot {
  readonly failed: number
  readonly rows: number
  readonly service: HistogramSnapshot
}

/** Failed transactions of one script and statement by code, of measured stages only. */
export interface FailureSnapshot {
  readonly script: number
  readonly statement?: number
  readonly code: string
  /** Of the first. */
  readonly message: string
  readonly count: number
}

interface ConnectingSnapshot {
  readonly time: HistogramSnapshot
  readonly failures: readonly Omit<FailureSnapshot, 'script' | 'statement'>[]
}

/** One second of the run, whether measured or not. */
export interface SecondSnapshot {
  /** Whole seconds since the start. */
  readonly second: number
  readonly due: number
  readonly succeeded: number
  readonly failed: number
  readonly lagCount: number
  readonly lagSum: number
  /** Arrivals that waited for a connection: at its end, and at most. */
  readonly queue: number
  readonly longestQueue: number
  readonly busyConnections: number
  /** Response times of the successes; 2 digits. */
  readonly response: HistogramSnapshot
}
