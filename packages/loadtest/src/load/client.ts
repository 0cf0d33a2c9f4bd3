import type {
  Batch,
  BatchListener,
  Failure,
  Session,
  StatementFailure,
  TransactionState,
} from '../driver/session.js'
import { GenerateError } from '../generate/generate-error.js'
import type { Recorder } from '../record/recorder.js'
import type { ParameterValue } from '../scenario/generator.js'
import type { Arrival } from './arrival.js'
import type { ScriptPlan } from './script-plan.js'
import { type TimedFailure, TransactionAccount } from './transaction-account.js'
import { type CancelledFor, isRetryable, LEFT_OPEN, loss, refusal } from './transaction-failure.js'

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

/** Runs transactions over one session, one at a time. */
export class Client implements BatchListener {
  readonly number: number
  session: Session | undefined
  /** A transaction is under way. */
  busy = false
  /** Why what is under way was cancelled by us. */
  cancelledFor: CancelledFor | undefined
  readonly #host: ClientHost
  readonly #account: TransactionAccount
  readonly #values: ParameterValue[] = []
  #plan: ScriptPlan | undefined
  #action = 0
  #batch: Batch | undefined
  #rows = 0
  #pause: NodeJS.Timeout | undefined
  /** What went wrong, while the transaction is rolled back. */
  #failure: TimedFailure | undefined

  constructor(number: number, host: ClientHost) {
    this.number = number
    this.#host = host
    this.#account = new TransactionAccount(host.recorder)
  }

  start(arrival: Arrival, nowMs: number): void {
    const { plan, number } = arrival
    this.busy = true
    this.#plan = plan
    this.#action = 0
    this.#account.begin(arrival, nowMs, this.session)
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

  /** When the statements that are under way were sent. Not a number when none are. */
  get sentMs(): number {
    return this.#account.sentMs
  }

  /** The think time behind the transaction that has just ended. */
  get thinkMs(): number {
    const slot = this.#plan?.compiled.thinkSlot
    return slot === undefined ? 0 : Number(this.#values[slot])
  }

  statementDone(place: number, rows: number): void {
    const batch = this.#batch
    // Alone, a statement ends with its batch: only then what it wrote is committed.
    if (batch === undefined || batch.length === 1) this.#rows = rows
    else this.#account.statement(batch[place] ?? 0, rows, this.#host.now())
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
    const plan = this.#plan
    const single = this.#batch?.length === 1 ? this.#batch[0] : undefined
    const account = this.#account
    this.cancelledFor = undefined
    if (single !== undefined && plan?.actions.length === 1 && transaction === 'none') {
      account.succeededAlone(single, this.#rows, nowMs, this.session)
      this.#finished(nowMs)
      return
    }
    if (single !== undefined) account.statement(single, this.#rows, nowMs)
    account.sentMs = Number.NaN
    if (plan !== undefined && this.#action < plan.actions.length) this.#advance(nowMs)
    else if (transaction === 'none') this.#succeeded(nowMs)
    else this.#failed(LEFT_OPEN, transaction, nowMs)
  }

  lost(failure: Failure): void {
    clearTimeout(this.#pause)
    const { cancelledFor } = this
    if (this.#failure === undefined)
      this.#fail(loss(failure, this.#batch, { cancelledFor, atMs: this.#host.now() }))
    this.session = undefined
    this.cancelledFor = undefined
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
      this.#account.sentMs = nowMs
      this.session?.run(action.batch, this.#values, this)
    }
  }

  #succeeded(nowMs: number): void {
    this.#account.succeeded(nowMs, this.session)
    this.#finished(nowMs)
  }

  #finished(nowMs: number): void {
    this.#account.sentMs = Number.NaN
    this.#batch = undefined
    this.busy = false
    this.#host.finished(this, nowMs)
  }

  #failed(failure: Failure | StatementFailure, transaction: TransactionState, atMs: number): void {
    const { cancelledFor } = this
    this.#fail(refusal(failure, this.#batch, { cancelledFor, atMs }))
    this.cancelledFor = undefined
    this.#account.sentMs = atMs
    if (transaction === 'none') this.#endFailed()
    else this.session?.rollback(this)
  }

  #fail(failure: TimedFailure): void {
    this.#failure = failure
    if (failure.statement !== undefined) this.#account.statementFailed(failure.statement)
  }

  #endFailed(): void {
    const failure = this.#failure
    this.#account.sentMs = Number.NaN
    this.cancelledFor = undefined
    const again = failure && isRetryable(failure) && this.#account.tries < this.#host.maxTries
    if (again && !this.#host.stopping()) {
      this.#failure = undefined
      this.#action = 0
      this.#account.again()
      this.#advance(this.#host.now())
      return
    }
    this.#recordFailed()
    this.#finished(this.#host.now())
  }

  #recordFailed(): void {
    const failure = this.#failure
    this.#failure = undefined
    this.#batch = undefined
    this.#account.sentMs = Number.NaN
    if (failure) this.#account.failed(failure, this.session)
  }
}
