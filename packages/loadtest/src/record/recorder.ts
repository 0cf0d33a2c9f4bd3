import { Histogram } from '../histogram/histogram.js'
import type { Scenario } from '../scenario/scenario.js'
import { FailureCounter } from './failure-counter.js'
import type { RecorderSnapshot, SecondSnapshot } from './recorder-snapshot.js'
import { ScriptRecorder, StatementRecorder } from './script-recorder.js'
import { SecondRecorder } from './second-recorder.js'
import { statementsOf } from './statements-of.js'

/** Why a transaction failed. */
export interface TransactionFailure {
  /** Index into `statementsOf(scenario)`; missing when it was none of them. */
  readonly statement?: number
  /** An SQLSTATE, or `timeout`, `connection`, `interrupted`. */
  readonly code: string
  /** Without values of parameters. */
  readonly message: string
}

/**
 * What a worker's hot loop writes into; one for each worker. Scripts and statements are indices,
 * times microseconds, a second a whole number since the run's start. Only what is `measured` counts
 * in the figures; the figures by second have all. Nothing is allocated by a call, but for the first
 * of a second and the first failure of its kind.
 */
export class Recorder {
  readonly #scripts: readonly ScriptRecorder[]
  readonly #statements: readonly StatementRecorder[]
  /** For each statement its script. */
  readonly #scriptOf: readonly ScriptRecorder[]
  readonly #failures = new FailureCounter()
  readonly #connectFailures = new FailureCounter()
  readonly #connectTime = new Histogram()
  readonly #scheduleLag = new Histogram()
  readonly #connectionWait = new Histogram()
  readonly #seconds = new SecondRecorder()

  constructor(scenario: Scenario) {
    const statements = statementsOf(scenario)
    this.#scripts = scenario.scripts.map(
      ({ steps }) =>
        new ScriptRecorder(steps.filter(({ kind }) => kind === 'statement').length === 1),
    )
    this.#statements = statements.map(() => new StatementRecorder())
    this.#scriptOf = statements.map(({ script }) => at(this.#scripts, script))
  }

  /** An arrival of the open loop whose time has come; `second` is the one of that time. */
  due(script: number, second: number, measured: boolean): void {
    this.#seconds.counts(second).due++
    if (measured) at(this.#scripts, script).due++
  }

  /** `second` is the one of the answer. */
  succeeded(
    script: number,
    responseUs: number,
    serviceUs: number,
    second: number,
    measured: boolean,
  ): void {
    this.#seconds.succeeded(responseUs, second)
    if (measured) at(this.#scripts, script).succeeded(responseUs, serviceUs)
  }

  /**
   * A transaction that was one statement, the only one of its script, and began when it was due: `us` is the
   * time of the response, of the service and of the statement.
   */
  succeededAlone(
    script: number,
    statement: number,
    us: number,
    rows: number,
    second: number,
    measured: boolean,
  ): void {
    this.#seconds.succeeded(us, second)
    if (!measured) return
    at(this.#scripts, script).succeededAlone(us)
    at(this.#statements, statement).rows += rows
  }

  failed(
    script: number,
    failure: TransactionFailure,
    us: number,
    second: number,
    measured: boolean,
  ): void {
    this.#seconds.counts(second).failed++
    if (!measured) return
    at(this.#scripts, script).failure.record(us)
    this.#failures.count(script, failure)
  }

  /** A transaction begins another time. */
  retried(script: number, measured: boolean): void {
    if (measured) at(this.#scripts, script).retries++
  }

  statement(statement: number, us: number, rows: number, measured: boolean): void {
    if (measured) at(this.#statements, statement).succeeded(us, rows)
  }

  statementFailed(statement: number, measured: boolean): void {
    if (measured) at(this.#statements, statement).failed++
  }

  bytes(script: number, received: number, sent: number, measured: boolean): void {
    if (measured) at(this.#scripts, script).bytes(received, sent)
  }

  /** Actual minus intended start while a connection was free. */
  scheduleLag(us: number, second: number, measured: boolean): void {
    const counts = this.#seconds.counts(second)
    counts.lagCount++
    counts.lagSum += us
    if (measured) this.#scheduleLag.record(us)
  }

  connectionWait(us: number, measured: boolean): void {
    if (measured) this.#connectionWait.record(us)
  }

  opened(us: number): void {
    this.#connectTime.record(us)
  }

  openFailed(code: string, message: string): void {
    this.#connectFailures.count(0, { code, message })
  }

  /** How many arrivals wait and how many connections are busy, at some moment of the second. */
  sample(second: number, queue: number, busy: number): void {
    const counts = this.#seconds.counts(second)
    counts.queue = queue
    counts.busyConnections = busy
    if (queue > counts.longestQueue) counts.longestQueue = queue
  }

  /** Figures of one second so far, for a live view; of several workers, `mergeSeconds` makes one. */
  progress(second: number): SecondSnapshot | undefined {
    return this.#seconds.snapshot(second)
  }

  snapshot(): RecorderSnapshot {
    return {
      scripts: this.#scripts.map((script) => script.snapshot()),
      statements: this.#statements.map((statement, index) =>
        statement.snapshot(this.#scriptOf[index]?.ofStatement),
      ),
      failures: this.#failures.snapshot(),
      connecting: {
        time: this.#connectTime.snapshot(),
        failures: this.#connectFailures
          .snapshot()
          .map(({ code, message, count }) => ({ code, message, count })),
      },
      scheduleLag: this.#scheduleLag.snapshot(),
      connectionWait: this.#connectionWait.snapshot(),
      seconds: this.#seconds.snapshots(),
    }
  }
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined)
    throw new RangeError(`The scenario has ${items.length}, there is no ${index}`)
  return item
}
