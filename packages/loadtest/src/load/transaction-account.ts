import type { Session } from '../driver/session.js'
import type { Recorder, TransactionFailure } from '../record/recorder.js'
import type { Arrival } from './arrival.js'
import type { ScriptPlan } from './script-plan.js'

/** A failure, and when it was heard of. */
export type TimedFailure = TransactionFailure & { readonly atMs: number }

/** The times of the transaction that a client runs, and what the recorder is told of it. */
export class TransactionAccount {
  /** How often it has begun. */
  tries = 0
  /** When the statements that are under way were sent. Not a number when none are. */
  sentMs = Number.NaN
  readonly #recorder: Recorder
  #plan: ScriptPlan | undefined
  #measured = false
  // Not a number is a fraction to V8, which then writes fractions in place.
  #dueMs = Number.NaN
  #startMs = Number.NaN
  #received = 0
  #sent = 0

  constructor(recorder: Recorder) {
    this.#recorder = recorder
  }

  begin({ plan, dueMs, measured }: Arrival, nowMs: number, session: Session | undefined): void {
    this.tries = 1
    this.#plan = plan
    this.#measured = measured
    this.#dueMs = dueMs
    this.#startMs = nowMs
    this.#received = session?.bytesReceived ?? 0
    this.#sent = session?.bytesSent ?? 0
  }

  again(): void {
    this.tries++
    this.#recorder.retried(this.#plan?.index ?? 0, this.#measured)
  }

  statement(statement: number, rows: number, nowMs: number): void {
    const us = microseconds(nowMs - this.sentMs)
    this.#recorder.statement(statement, us, rows, this.#measured)
  }

  statementFailed(statement: number): void {
    this.#recorder.statementFailed(statement, this.#measured)
  }

  succeeded(nowMs: number, session: Session | undefined): void {
    const script = this.#plan?.index ?? 0
    const responseUs = microseconds(nowMs - this.#dueMs)
    const serviceUs = microseconds(nowMs - this.#startMs)
    const second = Math.floor(nowMs / 1000)
    this.#recorder.succeeded(script, responseUs, serviceUs, second, this.#measured)
    this.#countBytes(script, session)
  }

  /** All of a transaction that was one statement, of so many rows. */
  succeededAlone(
    statement: number,
    rows: number,
    nowMs: number,
    session: Session | undefined,
  ): void {
    if (this.tries > 1 || this.#dueMs !== this.#startMs) {
      this.statement(statement, rows, nowMs)
      this.succeeded(nowMs, session)
      return
    }
    const script = this.#plan?.index ?? 0
    const us = microseconds(nowMs - this.#startMs)
    const second = Math.floor(nowMs / 1000)
    this.#recorder.succeededAlone(script, statement, us, rows, second, this.#measured)
    this.#countBytes(script, session)
  }

  failed(failure: TimedFailure, session: Session | undefined): void {
    const script = this.#plan?.index ?? 0
    const us = microseconds(failure.atMs - this.#dueMs)
    const second = Math.floor(failure.atMs / 1000)
    this.#recorder.failed(script, failure, us, second, this.#measured)
    this.#countBytes(script, session)
  }

  #countBytes(script: number, session: Session | undefined): void {
    if (session === undefined) return
    const received = session.bytesReceived - this.#received
    const sent = session.bytesSent - this.#sent
    this.#recorder.bytes(script, received, sent, this.#measured)
  }
}

/** A whole number, which V8 hands on without an allocation; no time is counted more finely. */
function microseconds(ms: number): number {
  return Math.round(ms * 1000)
}
