import type { ParameterValue } from '../scenario/generator.js'
import type { StatementStep } from '../scenario/scenario.js'
import type {
  Batch,
  BatchListener,
  Failure,
  Session,
  StatementFailure,
  TransactionState,
} from './session.js'

/** What a client of others' making does for a session. */
export interface ClientCalls {
  /** Runs one statement. */
  run(step: StatementStep | 'ROLLBACK', values: readonly ParameterValue[]): Promise<Ran>
  /** Behind each batch that leaves no transaction open. */
  release?(): void
  cancel?(): void
  destroy(): void
  close(): Promise<void>
}

interface Ran {
  readonly rows: number
  /** The first word of the command's tag, such as `BEGIN`. */
  readonly command: string
}

/** SQLSTATEs after which the connection is gone, beside those of class 08 (`errcodes.txt`). */
const GONE = /^(08...|57P0[1-5])$/
const SQLSTATE = /^[0-9A-Z]{5}$/

/** A session over a client that takes one statement at a time and answers with a promise. */
export class CallSession implements Session {
  onLost: ((failure: Failure) => void) | undefined
  /** Such a client does not tell. */
  readonly bytesReceived = 0
  readonly bytesSent = 0
  readonly #steps: readonly StatementStep[]
  readonly #calls: ClientCalls
  #open = false
  #destroyed: string | undefined

  constructor(steps: readonly StatementStep[], calls: ClientCalls) {
    this.#steps = steps
    this.#calls = calls
  }

  run(batch: Batch, values: readonly ParameterValue[], listener: BatchListener): void {
    const steps = batch.flatMap((index) => this.#steps[index] ?? [])
    void this.#run(steps, values, listener)
  }

  rollback(listener: BatchListener): void {
    void this.#run(['ROLLBACK'], [], listener)
  }

  cancel(): void {
    this.#calls.cancel?.()
  }

  destroy(reason: string): void {
    this.#destroyed = reason
    this.#calls.destroy()
  }

  close(): Promise<void> {
    return this.#calls.close()
  }

  async #run(
    steps: readonly (StatementStep | 'ROLLBACK')[],
    values: readonly ParameterValue[],
    listener: BatchListener,
  ): Promise<void> {
    let failure: StatementFailure | undefined
    for (const [place, step] of steps.entries()) {
      const slots = step === 'ROLLBACK' ? [] : step.parameters
      try {
        const ran = await this.#calls.run(
          step,
          slots.map((slot) => values[slot] ?? null),
        )
        this.#open = transactionIsOpen(ran.command, this.#open)
        if (step !== 'ROLLBACK') listener.statementDone(place, ran.rows)
      } catch (error) {
        failure = { ...failureOf(error), place }
        if (this.#destroyed !== undefined || isGone(failure.code)) {
          this.#calls.destroy()
          listener.lost({ code: failure.code, message: this.#destroyed ?? failure.message })
          return
        }
        break
      }
    }
    listener.batchDone(this.#state(failure), failure)
    if (!this.#open) this.#calls.release?.()
  }

  #state(failure: StatementFailure | undefined): TransactionState {
    if (!this.#open) return 'none'
    return failure ? 'failed' : 'open'
  }
}

function transactionIsOpen(command: string, before: boolean): boolean {
  if (/^(BEGIN|START)/.test(command)) return true
  if (/^(COMMIT|ROLLBACK)$/.test(command)) return false
  return before
}

function isGone(code: string): boolean {
  return code === 'connection' || GONE.test(code)
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'connection', message: String(error) }
  const { message } = error
  const named = 'sqlState' in error ? error.sqlState : 'code' in error ? error.code : undefined
  const code = typeof named === 'string' && SQLSTATE.test(named) ? named : 'connection'
  return { code, message }
}
