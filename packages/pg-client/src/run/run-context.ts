import type { Clock } from '@lakebase/workspace'
import type { Connection } from '../connection/connection.js'
import type { Emit } from '../event.js'
import { abortedError, LakebaseError } from '../lakebase-error.js'
import type { Pool } from '../pool/pool.js'

/** How long a call may take. */
export interface CallLimits {
  /** Ends the call. */
  readonly signal?: AbortSignal
  /** A call gives up after so many milliseconds, retries and the wait for a connection included. */
  readonly deadlineMs?: number
  /** One statement, in milliseconds. When it takes longer its connection is ended. */
  readonly queryTimeoutMs?: number
}

/** What running anything needs. */
export interface RunContext {
  readonly pool: Pool
  readonly clock: Clock
  readonly emit: Emit
  readonly limits: CallLimits & { readonly deadlineMs: number }
  /** When a call that begins now gives up. */
  readonly deadline: () => number
  /** Ends the connection when the work on it takes longer than a query may, or the call is aborted. */
  readonly withTimeout: <T>(connection: Connection, work: () => PromiseLike<T>) => PromiseLike<T>
}

type Means = Pick<RunContext, 'clock' | 'emit' | 'limits' | 'pool'>

export function createContext(means: Means): RunContext {
  const { clock, limits } = means
  return {
    ...means,
    deadline: () => clock.now() + limits.deadlineMs,
    withTimeout: createTimeout(limits),
  }
}

/** The same with other limits; those that are not given stay. */
export function limitContext({ limits, ...context }: RunContext, other: CallLimits): RunContext {
  return createContext({ ...context, limits: { ...limits, ...other } })
}

/**
 * A socket can be silent for ever, so the timer ends the connection, and the driver then the query; the server,
 * which may not notice, is asked to stop.
 */
function createTimeout({ queryTimeoutMs, signal }: CallLimits): RunContext['withTimeout'] {
  if (queryTimeoutMs === undefined && signal === undefined) return (_, work) => work()
  return async (connection, work) => {
    if (signal?.aborted) throw abortedError('no', signal.reason)
    let givenUp: LakebaseError | undefined
    const giveUp = (why: LakebaseError) => {
      givenUp = why
      connection.cancel()
      connection.destroy()
    }
    const onAbort = () => giveUp(abortedError('maybe', signal?.reason))
    const timer =
      queryTimeoutMs === undefined
        ? undefined
        : setTimeout(() => giveUp(timeoutError(queryTimeoutMs)), queryTimeoutMs)
    signal?.addEventListener('abort', onAbort)
    try {
      return await work()
    } catch (error) {
      throw givenUp ?? error
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
  }
}

function timeoutError(timeoutMs: number): LakebaseError {
  const message = `no answer within queryTimeoutMs (${timeoutMs} ms)`
  return new LakebaseError('TIMEOUT', message, { sent: 'maybe' })
}
