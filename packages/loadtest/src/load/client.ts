import type {
  Batch,
  BatchListener,
  Failure,
  Session,
  StatementFailure,
  TransactionState,
} from '../driver/session.js'
import { GenerateError } from '../generate/generate-error.js'
import type { Recorder, TransactionFailure } from '../record/recorder.js'
import type { ParameterValue } from '../scenario/generator.js'
import type { ScriptPlan } from './script-plan.js'

/** What a transaction is, before it runs. */
export interface Arrival {
  readonly plan: ScriptPlan
  /** Number of the arrival: its values depend on it. */
  readonly number: number
  /** When it should have begun, in ms of the run. */
  readonly dueMs: number
  readonly measured: boolean
}

/** What a client asks of the load that it is a part of. */
export interface ClientHost {
  readonly recorder: Recorder
  readonly maxTries: number
  /** Milliseconds since the run's start. */
  now(): number
  /** The run ends: nothing is tried again. */
  stopping(): boolean
  /** The transaction is over, well or not; the session is free. */
  finished(client: Client, nowMs: number): void
  /** As `finished`, and the session is gone. */
  lost(client: Client): void
}

/** SQLSTATEs after which the same transaction may well succeed (`errcodes.txt`, classes 40). */
const RETRYABLE: ReadonlySet<string> = new Set(['40001', '40P01'])
const QUERY_CANCELED = '57014'
const LEFT_OPEN: Failure = {
  code: '25000',
  message: 'the script ended within a transaction, which was rolled back',
}

/** Runs transactions over one session, one at a time, and records what becomes of them. */
export class Client implements BatchListener {
  readonly number: number
  session: Session | undefined
  /** A transaction is under way. */
  busy = false
  /** When the statements that are under way were sent; undefined when none are. */
  sentMs: number | undefined
  /** Why what is under way was cancelled by us. */
  cancelledFor: 'timeout' | 'interrupted' | undefined
  readonly #host: ClientHost
  readonly #values: ParameterValue[] = []
  #plan: ScriptPlan | undefined
  #dueMs = 0
  #measured = false
  #startMs = 0
  #tries = 0
  #action = 0
  #batch: Batch | undefined
  #rows = 0
  #pause: NodeJS.Timeout | undefined
  #received = 0
  #sent = 0
  /** What went wrong, while the transaction is rolled back. */
  #failure: (TransactionFailure & { readonly atMs: number }) | undefined

  constructor(number: number, host: ClientHost) {
    this.number = number
    this.#host = host
  }

  start({ plan, number, dueMs, measured }: Arrival, nowMs: number): void {
    this.busy = true
    this.#plan = plan
    this.#dueMs = dueMs
    this.#measured = measured
    this.#startMs = nowMs
    this.#tries = 1
    this.#action = 0
    this.#received = this.session?.bytesReceived ?? 0
    this.#sent = this.session?.bytesSent ?? 0
    try {
      plan.compiled.draw(number, this.number, this.#values)
    } catch (error) {
      if (!(error instanceof GenerateError)) throw error
      this.#failure = { code: error.code, message: error.message, atMs: nowMs }
      setImmediate(() => this.#endFailed())
      return
    }
    this.#advance(nowMs)
  }

  /** The think time behind the transaction that has just ended. */
  get thinkMs(): number {
    const slot = this.#plan?.compiled.thinkSlot
    return slot === undefined ? 0 : Number(this.#values[slot])
  }

  statementDone(place: number, rows: number): void {
    this.#rows = rows
    // Alone, a statement ends with its batch: only then what it wrote is committed.
    if (this.#batch !== undefined && this.#batch.length > 1)
      this.#recordStatement(this.#batch[place], this.#host.now())
  }

  batchDone(transaction: TransactionState, failure: StatementFailure | undefined): void {
    const nowMs = this.#host.now()
    if (this.#failure) {
      if (transaction === 'none') this.#endFailed()
      else this.session?.destroy('ROLLBACK left the transaction open')
      return
    }
    if (failure) {
      this.#failed(failure, transaction, nowMs)
      return
    }
    const batch = this.#batch
    if (batch?.length === 1) this.#recordStatement(batch[0], nowMs)
    this.sentMs = undefined
    this.cancelledFor = undefined
    if (this.#plan !== undefined && this.#action < this.#plan.actions.length) this.#advance(nowMs)
    else if (transaction === 'none') this.#succeeded(nowMs)
    else this.#failed(LEFT_OPEN, transaction, nowMs)
  }

  lost({ code, message }: Failure): void {
    const atMs = this.#host.now()
    const known = this.#failure
    const statement = this.#batch?.[0]
    const because = this.cancelledFor ?? code
    clearTimeout(this.#pause)
    if (known === undefined && statement !== undefined)
      this.#host.recorder.statementFailed(statement, this.#measured)
    this.session = undefined
    this.sentMs = undefined
    this.cancelledFor = undefined
    this.#failure = known ?? {
      ...(statement !== undefined && { statement }),
      ...{ code: because, message, atMs },
    }
    this.#recordFailed()
    this.busy = false
    this.#host.lost(this)
  }

  #advance(nowMs: number): void {
    const action = this.#plan?.actions[this.#action++]
    if (action === undefined) this.#succeeded(nowMs)
    else if (action.kind === 'sleep') {
      const resume = () => this.#advance(this.#host.now())
      this.#pause = setTimeout(resume, Number(this.#values[action.slot]))
    } else {
      this.#batch = action.batch
      this.sentMs = nowMs
      this.session?.run(action.batch, this.#values, this)
    }
  }

  #recordStatement(statement: number | undefined, nowMs: number): void {
    if (statement === undefined || this.sentMs === undefined) return
    this.#host.recorder.statement(
      statement,
      (nowMs - this.sentMs) * 1000,
      this.#rows,
      this.#measured,
    )
  }

  #succeeded(nowMs: number): void {
    const { recorder } = this.#host
    const script = this.#plan?.index ?? 0
    const measured = this.#measured
    const responseUs = (nowMs - this.#dueMs) * 1000
    const serviceUs = (nowMs - this.#startMs) * 1000
    recorder.succeeded(script, responseUs, serviceUs, Math.floor(nowMs / 1000), measured)
    this.#recordBytes()
    this.#batch = undefined
    this.busy = false
    this.#host.finished(this, nowMs)
  }

  #failed(failure: Failure | StatementFailure, transaction: TransactionState, atMs: number): void {
    const statement = 'place' in failure ? this.#batch?.[failure.place] : undefined
    const { code, message } = failure
    const because = code === QUERY_CANCELED && this.cancelledFor ? this.cancelledFor : code
    this.#failure = { ...(statement !== undefined && { statement }), code: because, message, atMs }
    this.cancelledFor = undefined
    if (statement !== undefined) this.#host.recorder.statementFailed(statement, this.#measured)
    this.sentMs = atMs
    if (transaction === 'none') this.#endFailed()
    else this.session?.rollback(this)
  }

  #endFailed(): void {
    const failure = this.#failure
    this.sentMs = undefined
    this.cancelledFor = undefined
    const { maxTries, recorder } = this.#host
    const again = failure && RETRYABLE.has(failure.code) && this.#tries < maxTries
    if (again && !this.#host.stopping()) {
      this.#failure = undefined
      this.#tries++
      this.#action = 0
      recorder.retried(this.#plan?.index ?? 0, this.#measured)
      this.#advance(this.#host.now())
      return
    }
    this.#recordFailed()
    this.busy = false
    this.#host.finished(this, this.#host.now())
  }

  #recordFailed(): void {
    const failure = this.#failure
    this.#failure = undefined
    this.#batch = undefined
    if (failure === undefined || this.#plan === undefined) return
    const us = (failure.atMs - this.#dueMs) * 1000
    const second = Math.floor(failure.atMs / 1000)
    this.#host.recorder.failed(this.#plan.index, failure, us, second, this.#measured)
    this.#recordBytes()
  }

  #recordBytes(): void {
    const { session } = this
    if (session === undefined) return
    const received = session.bytesReceived - this.#received
    const sent = session.bytesSent - this.#sent
    this.#host.recorder.bytes(this.#plan?.index ?? 0, received, sent, this.#measured)
  }
}
