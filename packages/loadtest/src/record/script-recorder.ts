import { Histogram, type HistogramSnapshot } from '../histogram/histogram.js'
import type { ScriptSnapshot, StatementSnapshot } from './recorder-snapshot.js'

/** Figures of one script on one worker. */
export class ScriptRecorder {
  due = 0
  retries = 0
  readonly failure = new Histogram()
  readonly #response = new Histogram()
  readonly #service = new Histogram()
  /** Transactions of one statement: its time is the response's and the service's, too, and is counted once. */
  readonly #alone = new Histogram()
  #bytesReceived = 0
  #bytesSent = 0

  succeeded(responseUs: number, serviceUs: number): void {
    this.#response.record(responseUs)
    this.#service.record(serviceUs)
  }

  succeededAlone(us: number): void {
    this.#alone.record(us)
  }

  bytes(received: number, sent: number): void {
    this.#bytesReceived += received
    this.#bytesSent += sent
  }

  /** Also those of the script's only statement. */
  get alone(): Histogram {
    return this.#alone
  }

  snapshot(): ScriptSnapshot {
    return {
      due: this.due,
      retries: this.retries,
      bytesReceived: this.#bytesReceived,
      bytesSent: this.#bytesSent,
      response: together(this.#response, this.#alone),
      service: together(this.#service, this.#alone),
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
