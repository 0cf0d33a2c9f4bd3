import type {
  Batch,
  BatchListener,
  Failure,
  Session,
  StatementFailure,
  TransactionState,
} from '../driver/session.js'
import type { ParameterValue } from '../scenario/generator.js'
import type { StatementStep } from '../scenario/scenario.js'
import type { Target } from '../target.js'
import { cancelOnServer } from './cancel.js'
import type { Connection, Exchange } from './connection.js'
import { query, SYNC } from './protocol/messages.js'
import type { ServerMessage } from './protocol/server-message.js'
import { type FixedBatch, fixedBatch } from './statement/fixed-batch.js'
import { type Prepared, prepare } from './statement/prepare.js'
import { type TextBatch, textBatch } from './statement/text-batch.js'
import { WireError } from './wire-error.js'

interface ReadyBatch {
  readonly fixed: FixedBatch | undefined
  readonly text: TextBatch
}

const ROLLBACK = query('ROLLBACK')
const OPEN = 0x54
const NONE = 0x49
const CANCEL_TIMEOUT_MS = 5000

/** Runs batches over a connection of our own protocol. */
export class WireSession implements Session, Exchange {
  onLost: ((failure: Failure) => void) | undefined
  readonly #connection: Connection
  readonly #target: Target
  readonly #steps: readonly StatementStep[]
  readonly #prepared: Prepared[]
  /** By a batch's first statement: none is in two batches. */
  readonly #batches: (ReadyBatch | undefined)[] = []
  #listener: BatchListener | undefined
  #place = 0
  #failure: StatementFailure | undefined
  /** A request to cancel that the server may not have passed on yet. */
  #cancelling: Promise<void> | undefined

  constructor(
    connection: Connection,
    target: Target,
    statements: {
      readonly steps: readonly StatementStep[]
      readonly prepared: readonly Prepared[]
    },
  ) {
    this.#connection = connection
    this.#target = target
    this.#steps = statements.steps
    this.#prepared = [...statements.prepared]
    connection.onLost = (error) => this.onLost?.(failureOf(error))
  }

  get bytesReceived(): number {
    return this.#connection.scanner.bytes
  }

  get bytesSent(): number {
    return this.#connection.bytesSent
  }

  run(batch: Batch, values: readonly ParameterValue[], listener: BatchListener): void {
    const ready = this.#batches[batch[0]] ?? this.#ready(batch)
    if (ready === undefined) {
      void this.#prepareAndRun(batch, values, listener)
      return
    }
    if (!this.#begin(listener)) return
    this.#connection.send(ready.fixed?.patch(values) ? ready.fixed.bytes : ready.text(values))
  }

  rollback(listener: BatchListener): void {
    if (this.#begin(listener)) this.#connection.send(ROLLBACK)
  }

  cancel(): void {
    const { key } = this.#connection
    if (
      key === undefined ||
      this.#cancelling !== undefined ||
      this.#connection.exchange === undefined
    )
      return
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

  lost(error: WireError): void {
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

  /** A request to cancel that comes late must not hit what runs next. */
  async #settle(cancelling: Promise<void>, state: TransactionState): Promise<void> {
    await cancelling
    this.#cancelling = undefined
    const { end } = this.#connection
    if (end) {
      this.lost(end)
      return
    }
    const failure = this.#failure
    this.#connection.exchange = {
      commandComplete: () => undefined,
      failed: () => undefined,
      message: () => undefined,
      lost: (error) => this.lost(error),
      readyForQuery: () => {
        this.#connection.exchange = undefined
        this.#failure = failure
        this.#done(state)
      },
    }
    this.#connection.send(SYNC)
  }

  #ready(batch: Batch): ReadyBatch | undefined {
    const statements = batch
      .map((index) => this.#prepared[index])
      .flatMap((prepared) => (prepared && 'statement' in prepared ? [prepared.statement] : []))
    if (statements.length < batch.length) return undefined
    const ready = { fixed: fixedBatch(statements), text: textBatch(statements) }
    this.#batches[batch[0]] = ready
    return ready
  }

  /** A statement that could not be prepared at the start may be about a table that is there by now. */
  async #prepareAndRun(
    batch: Batch,
    values: readonly ParameterValue[],
    listener: BatchListener,
  ): Promise<void> {
    try {
      for (const [place, index] of batch.entries()) {
        const step = this.#steps[index]
        const known = this.#prepared[index]
        if (step === undefined || (known && 'statement' in known)) continue
        const [prepared] = await prepare(this.#connection, [{ name: statementName(index), step }])
        if (prepared && 'error' in prepared) {
          const { error, status } = prepared
          this.#listener = listener
          this.#failure = { code: error.code, message: error.message, place }
          this.readyForQuery(status)
          return
        }
        if (prepared) this.#prepared[index] = prepared
      }
    } catch (error) {
      listener.lost(failureOf(error))
      return
    }
    this.run(batch, values, listener)
  }
}

export function statementName(index: number): string {
  return `s${index}`
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'connection', message: String(error) }
  const sqlState = error instanceof WireError ? error.sqlState : undefined
  return { code: sqlState ?? 'connection', message: error.message }
}
