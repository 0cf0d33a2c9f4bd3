import type { Objective, Scenario } from '../scenario/scenario.js'

/**
 * What a run found: plain JSON. Histograms are inside, so that reports of shards merge to what one
 * process would have said. Times are in microseconds, instants ISO 8601, counts of measured
 * stages only unless their name says otherwise.
 */
export interface RunReport {
  readonly schemaVersion: 1
  readonly scenario: Scenario
  readonly startedAt: string
  readonly endedAt: string
  /** Seconds of measured stages. */
  readonly measuredSeconds: number
  /** False: interrupted, the figures are those up to then. */
  readonly complete: boolean
  readonly target: TargetFacts
  readonly generator: GeneratorFacts
  /** All scripts together. */
  readonly total: ScriptFigures
  readonly scripts: readonly ScriptFigures[]
  readonly statements: readonly StatementFigures[]
  readonly errors: readonly ErrorFigures[]
  /** Opening connections, outside of every other figure. */
  readonly connecting: ConnectingFigures
  /** One a second, warm-up included. */
  readonly series: readonly SeriesPoint[]
  readonly server?: ServerFigures
  readonly objectives: readonly ObjectiveResult[]
  /** What to know before believing the figures, most important first. */
  readonly verdicts: readonly Verdict[]
  /** How many reports this one was merged from; 1 for a run. */
  readonly shards: number
  /** Which part of the scenario's load this was, counted from 0; missing when it was all. */
  readonly shard?: { readonly index: number; readonly count: number }
}

export interface TargetFacts {
  /** Host, port and database; no secret. */
  readonly address: string
  readonly serverVersion: string
  readonly tls: boolean
}

/** Connections that were opened in the whole run, and what became of those that were not. */
export interface ConnectingFigures {
  readonly opened: number
  readonly failed: number
  readonly time: Latency
  readonly errors: readonly Pick<ErrorFigures, 'code' | 'message' | 'count'>[]
}

/** How the client itself did; of several shards that of the one that was worst off. */
export interface GeneratorFacts {
  readonly workers: number
  readonly cores: number
  /** CPU seconds of the client / measured seconds / workers: 1 is a core kept busy. */
  readonly cpuShare: number
  /**
   * The busiest worker's share of time in its event loop; what it burns while it only waits for the
   * next arrival is not in it.
   */
  readonly loopUtilization: number
  /** Of the event loop. */
  readonly loopDelay: Latency
  /** Actual minus intended start while a connection was free: the client's own lateness. */
  readonly scheduleLag?: Latency
  /** Wait of an arrival for a free connection. */
  readonly connectionWait?: Latency
  /** Most arrivals that waited at once; of several workers or shards, at most so many. */
  readonly longestQueue: number
}

/** Times in microseconds. */
export interface Latency {
  readonly count: number
  readonly mean: number
  readonly min: number
  readonly max: number
  readonly p50: number
  readonly p75: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  readonly p999: number
  readonly p9999: number
  /** Times above one hour, which the histogram has no bucket for; they are in count, mean and max. */
  readonly beyond?: number
  /** HdrHistogram V2, compressed, base64. */
  readonly histogram: string
}

export interface ScriptFigures {
  /** The script's id; `total` for all. */
  readonly id: string
  /** Arrivals that were due (open loop). */
  readonly due?: number
  /** Transactions that ended well. */
  readonly succeeded: number
  readonly failed: number
  /** Tries beyond the first of transactions that were run again. */
  readonly retries: number
  /** Succeeded / measured seconds. */
  readonly perSecond: number
  readonly rows: number
  readonly bytesReceived: number
  readonly bytesSent: number
  /** From the intended start (open loop) or from the sending (closed loop); only of successes. */
  readonly response: Latency
  /** From the sending to the last answer; only of successes. */
  readonly service: Latency
  /** Of the failed. */
  readonly failure: Latency
}

export interface StatementFigures {
  readonly script: string
  readonly id: string
  readonly sql: string
  /** The failed ones too. */
  readonly executed: number
  readonly failed: number
  readonly rows: number
  readonly service: Latency
}

export interface ErrorFigures {
  /** Five characters, or ours: `timeout`, `connection`, `interrupted`. */
  readonly code: string
  readonly script: string
  readonly statement?: string
  /** Of the first one; values of parameters are not in it. */
  readonly message: string
  readonly count: number
}

export interface SeriesPoint {
  /** Seconds since the start. */
  readonly second: number
  /** The stage in which it begins; the last one for seconds in which only answers still come. */
  readonly stage: string
  /** All of it belongs to measured stages. */
  readonly measured: boolean
  /** Arrivals that were due in this second (open loop). */
  readonly due?: number
  readonly succeeded: number
  readonly failed: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** Response times of the second, with 2 digits: HdrHistogram V2, compressed, base64. */
  readonly histogram: string
  /** Mean over the second, in microseconds. */
  readonly scheduleLag?: number
  /** Arrivals waiting at its end. */
  readonly queue: number
  /** Most arrivals that waited at once; of several workers or shards, at most so many. */
  readonly longestQueue: number
  readonly busyConnections: number
}

/** The database's own side, after minus before. What the user may not see is not in it. */
export interface ServerFigures {
  readonly commits: number
  readonly rollbacks: number
  readonly rowsReturned: number
  readonly rowsFetched: number
  readonly rowsWritten: number
  readonly blocksHit: number
  readonly blocksRead: number
  /** hit / (hit + read) of this run; missing when nothing was read. */
  readonly cacheHit?: number
  readonly temporaryBytes: number
  readonly deadlocks: number
  /** From pg_stat_statements, most expensive first. */
  readonly statements?: readonly ServerStatement[]
  /** Samples of what the run's sessions waited for; `running` for nothing. */
  readonly waits?: readonly { readonly event: string; readonly samples: number }[]
}

export interface ServerStatement {
  readonly query: string
  readonly calls: number
  readonly totalMs: number
  readonly meanMs: number
  readonly rows: number
}

export interface ObjectiveResult {
  readonly objective: Objective
  /** In the objective's own unit; missing when there was nothing to measure. */
  readonly measured?: number
  readonly holds: boolean
}

export interface Verdict {
  /** Stable, such as `LT101`. */
  readonly ruleId: string
  readonly level: 'error' | 'warn' | 'note'
  readonly message: string
  readonly hint?: string
}
