import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SqlAnswer, SqlFailure, SqlRows } from './sql-answer.js'

type StatementState = 'PENDING' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELED'

/** A statement on its way, or done. */
export interface Statement {
  readonly id: string
  readonly state: () => StatementState
  /** The rows of a statement that has SUCCEEDED. */
  readonly rows: () => SqlRows | undefined
  /** Why a statement has FAILED. */
  readonly failure: () => SqlFailure | undefined
  /** Without effect on a statement that has ended. */
  readonly cancel: () => void
  /** Settles when the statement has ended, whichever way. */
  readonly ended: Promise<void>
}

/** Starts a statement at once and takes it through its states. */
export function startStatement(
  compute: (signal: AbortSignal) => SqlAnswer | Promise<SqlAnswer>,
  closing: AbortSignal,
): Statement {
  const cancelling = new AbortController()
  const signal = AbortSignal.any([cancelling.signal, closing])
  let state: StatementState = 'PENDING'
  let answer: SqlAnswer | undefined

  async function run(): Promise<void> {
    const computed = await answerOf(compute, signal)
    await sleep(computed.pendingMs ?? 0, undefined, { signal })
    state = 'RUNNING'
    await sleep(computed.delayMs ?? 0, undefined, { signal })
    answer = computed
    state = 'error' in computed ? 'FAILED' : 'SUCCEEDED'
  }
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  const ended = Promise.race([run(), stopped]).catch(() => {
    // Only a sleep rejects, and only when the statement is cancelled.
  })
  return {
    id: randomUUID(),
    state: () => state,
    rows: () => (answer !== undefined && 'rows' in answer ? answer : undefined),
    failure: () => (answer !== undefined && 'error' in answer ? answer : undefined),
    cancel: () => {
      if (state !== 'PENDING' && state !== 'RUNNING') return
      state = 'CANCELED'
      cancelling.abort()
    },
    ended,
  }
}

/** A throwing function of the test is a failed statement, so that the client's error names it. */
async function answerOf(
  compute: (signal: AbortSignal) => SqlAnswer | Promise<SqlAnswer>,
  signal: AbortSignal,
): Promise<SqlAnswer> {
  try {
    return await compute(signal)
  } catch (error) {
    const message = `the sql function of the test threw: ${String(error)}`
    return { error: { error_code: 'INTERNAL_ERROR', message } }
  }
}
