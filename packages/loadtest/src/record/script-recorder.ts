import { Histogram } from '../histogram/histogram.js'
import type { ScriptSnapshot, StatementSnapshot } from './recorder-snapshot.js'

/** Figures of one script on one worker. */
export class ScriptRecorder {
  due = 0
  retries = 0
  readonly failure = new Histogram()
  readonly #response = new Histogram()
  readonly #service = new Histogram()
  #bytesReceived = 0
  #bytesSent = 0

  succeeded(responseUs: number, serviceUs: number): void {
    this.#response.record(responseUs)
    this.#service.record(serviceUs)
  }

  bytes(received: number, sent: number): void {
    this.#bytesReceived += received
    this.#bytesSent += sent
  }

  snapshot(): ScriptSnapshot {
    return {
      due: this.due,
      retries: this.retries,
      bytesReceived: this.#bytesReceived,
      bytesSent: this.#bytesSent,
      response: this.#response.snapshot(),
      service: this.#service.snapshot(),
      failure: this.failure.snapshot(),
    }
  }
}

/** Figures of one statement on one worker. */
export class StatementRecorder {
  failed = 0
  #rows = 0
  readonly #service = new Histogram()

  succeeded(us: number, rows: number): void {
    this.#service.record(us)
    this.#rows += rows
  }

  snapshot(): StatementSnapshot {
    return { failed: this.failed, rows: this.#rows, service: this.#service.snapshot() }
  }
}
