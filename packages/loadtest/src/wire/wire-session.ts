import type {
  Batch,
  BatchListener,
  Failure,
  Session,
  StatementFailure,
  TransactionState,
} from '../driver/session.js'
import type { ParameterValue } from '../scenario/generator.js'
import type { Target } from '../target.js'
import { cancelOnServer } from './cancel.js'
import type { Connection, Exchange } from './connection.js'
import { failureOf } from './failure-of.js'
import { letCancelPass } from './late-cancel.js'
import { query } from './protocol/messages.js'
import type { ServerMessage } from './protocol/server-message.js'
import type { PreparedBatches } from './statement/prepared-batches.js'
import { WireError } from './wire-error.js'

const ROLLBACK = query('ROLLBACK')
const OPEN = 0x54
const NONE = 0x49
const CANCEL_TIMEOUT_MS = 5000

/** Runs batches over a connection of our own protocol. */
export class WireSession implements Session, Exchange {
  onLost: ((failure: Failure) => void) | undefined
  readonly #connection: Connection
  readonly #target: Target
  readonly #batches: PreparedBatches
  #listener: BatchListener | undefined
  #place = 0
  #failure: StatementFailure | undefined
  /** A request to cancel that the server may not have passed on yet. */
  #cancelling: Promise<void> | undefined

  constructor(connection: Connection, target: Target, batches: PreparedBatches) {
    this.#connection = connection
    this.#target = target
    this.#batches = batches
    connection.onLost = (error) => this.onLost?.(failureOf(error))
  }

  get bytesReceived(): number {
    return this.#connection.scanner.bytes
  }

  get bytesSent(): number {
    return this.#connection.bytesSent
  }

  run(batch: Batch, values: readonly ParameterValue[], listener: BatchListener): void {
    const ready = this.#batches.ready(batch)
    if (ready === undefined) void this.#prepareAndRun(batch, values, listener)
    else if (this.#begin(listener))
      this.#connection.send(ready.fixed?.patch(values) ? ready.fixed.bytes : ready.text(values))
  }

  rollback(listener: BatchListener): void {
    if (this.#begin(listener)) this.#connection.send(ROLLBACK)
  }

  cancel(): void {
    const { key, exchange } = this.#connection
    if (key === undefined || exchange === undefined || this.#cancelling !== undefined) return
    this.#cancelling = cancelOnServer(this.#target, key, CANCEL_TIMEOUT_MS).catch(() => undefined)
  }

  destroy(reason: string): void {
    this.#connection.destroy(new WireError('CONNECTION', reason))
  }

  async close(): Promise<void> {
    this.#connection.close()
  }

  commandComplete(rows: number): void {
    this.#listener?.statementDone(this.#place++, rows)
  }

  failed({ code, message }: ServerMessage): void {
    this.#failure ??= { code, message, place: this.#place }
  }

  readyForQuery(status: number): void {
    const state = status === NONE ? 'none' : status === OPEN ? 'open' : 'failed'
    this.#connection.exchange = undefined
    if (this.#cancelling !== undefined) void this.#settle(this.#cancelling, state)
    else this.#done(state)
  }

  message(): void {
    // Heads of rows and the like: nothing in them is counted.
  }

  lost(error: unknown): void {
    const listener = this.#listener
    this.#listener = undefined
    listener?.lost(failureOf(error))
  }

  #begin(listener: BatchListener): boolean {
    const { end } = this.#connection
    if (end) {
      listener.lost(failureOf(end))
      return false
    }
    this.#listener = listener
    this.#place = 0
    this.#failure = undefined
    this.#connection.exchange = this
    return true
  }

  #done(state: TransactionState): void {
    const listener = this.#listener
    this.#listener = undefined
    listener?.batchDone(state, this.#failure)
  }

  async #settle(cancelling: Promise<void>, state: TransactionState): Promise<void> {
    try {
      await letCancelPass(this.#connection, cancelling)
    } catch (error) {
      this.lost(error)
      return
    }
    this.#cancelling = undefined
    this.#done(state)
  }

  async #prepareAndRun(
    batch: Batch,
    values: readonly ParameterValue[],
    listener: BatchListener,
  ): Promise<void> {
    try {
      const refused = await this.#batches.prepareMissing(this.#connection, batch)
      if (refused) {
        this.#listener = listener
        this.#failure = refused.failure
        this.readyForQuery(refused.status)
        return
      }
    } catch (error) {
      listener.lost(failureOf(error))
      return
    }
    this.run(batch, values, listener)
  }
}
