import { Histogram, type HistogramSnapshot } from '../histogram/histogram.js'
import type { ScriptSnapshot, StatementSnapshot } from './recorder-snapshot.js'

/** Figures of one script on one worker. */
export class ScriptRecorder {
  due = 0
  retries = 0
  readonly failure = new Histogram()
  readonly #response = new Histogram()
  readonly #service = new Histogram()
  readonly #single: boolean
  /**
   * Transactions whose response and service times are the same, as in every closed loop, and in a script of a
   * single statement that statement's, too: counted once for all.
   */
  readonly #alike = new Histogram()
  #bytesReceived = 0
  #bytesSent = 0

  /** `single`: the script has one statement. */
  constructor(single: boolean) {
    this.#single = single
  }

  succeeded(responseUs: number, serviceUs: number): void {
    // In a script of a single statement, what comes here was tried again: its statement took less.
    if (responseUs === serviceUs && !this.#single) {
      this.#alike.record(responseUs)
      return
    }
    this.#response.record(responseUs)
    this.#service.record(serviceUs)
  }

  succeededAlone(us: number): void {
    this.#alike.record(us)
  }

  bytes(received: number, sent: number): void {
    this.#bytesReceived += received
    this.#bytesSent += sent
  }

  /** Times that are also those of the script's only statement. */
  get ofStatement(): Histogram | undefined {
    return this.#single ? this.#alike : undefined
  }

  snapshot(): ScriptSnapshot {
    return {
      due: this.due,
      retries: this.retries,
      bytesReceived: this.#bytesReceived,
      bytesSent: this.#bytesSent,
      response: together(this.#response, this.#alike),
      service: together(this.#service, this.#alike),
      failure: this.failure.snapshot(),
    }
  }
}

/** Figures of one statement on one worker. */
export class StatementRecorder {
  failed = 0
  rows = 0
  readonly #service = new Histogram()

  succeeded(us: number, rows: number): void {
    this.#service.record(us)
    this.rows += rows
  }

  /** `alone`: times that are counted with the script. */
  snapshot(alone: Histogram | undefined): StatementSnapshot {
    const service = alone ? together(this.#service, alone) : this.#service.snapshot()
    return { failed: this.failed, rows: this.rows, service }
  }
}

function together(one: Histogram, other: Histogram): HistogramSnapshot {
  const sum = new Histogram()
  sum.add(one)
  sum.add(other)
  return sum.snapshot()
}
