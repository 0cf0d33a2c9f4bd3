import type { Batch, StatementFailure } from '../../driver/session.js'
import type { StatementStep } from '../../scenario/scenario.js'
import type { Connection } from '../connection.js'
import { type FixedBatch, fixedBatch } from './fixed-batch.js'
import { type Prepared, prepare } from './prepare.js'
import { type TextBatch, textBatch } from './text-batch.js'

/** The bytes of a batch, but for its values. */
export interface ReadyBatch {
  /** Undefined: a value has a type of no fixed length. */
  readonly fixed: FixedBatch | undefined
  readonly text: TextBatch
}

export interface RefusedStatement {
  readonly failure: StatementFailure
  /** The status byte behind it: `I`, `T` or `E`. */
  readonly status: number
}

/** What one connection has prepared of a scenario's statements. */
export class PreparedBatches {
  readonly #steps: readonly StatementStep[]
  readonly #prepared: Prepared[]
  /** By a batch's first statement: none is in two batches. */
  readonly #ready: (ReadyBatch | undefined)[] = []

  constructor(steps: readonly StatementStep[], prepared: readonly Prepared[]) {
    this.#steps = steps
    this.#prepared = [...prepared]
  }

  /** Undefined: one of its statements is not prepared. */
  ready(batch: Batch): ReadyBatch | undefined {
    return this.#ready[batch[0]] ?? this.#make(batch)
  }

  /**
   * A statement that could not be prepared at the start may be about a table that is there by now. Returns the
   * first that cannot be prepared now either. @throws WireError when the connection is lost
   */
  async prepareMissing(
    connection: Connection,
    batch: Batch,
  ): Promise<RefusedStatement | undefined> {
    for (const [place, index] of batch.entries()) {
      const step = this.#steps[index]
      const known = this.#prepared[index]
      if (step === undefined || (known && 'statement' in known)) continue
      const [prepared] = await prepare(connection, [{ name: statementName(index), step }])
      if (prepared && 'error' in prepared) {
        const { error, status } = prepared
        return { failure: { code: error.code, message: error.message, place }, status }
      }
      if (prepared) this.#prepared[index] = prepared
    }
    return undefined
  }

  #make(batch: Batch): ReadyBatch | undefined {
    const statements = batch
      .map((index) => this.#prepared[index])
      .flatMap((prepared) => (prepared && 'statement' in prepared ? [prepared.statement] : []))
    if (statements.length < batch.length) return undefined
    const ready = { fixed: fixedBatch(statements), text: textBatch(statements) }
    this.#ready[batch[0]] = ready
    return ready
  }
}

/** The same on each connection. */
export function statementName(index: number): string {
  return `s${index}`
}
