import type { Clock } from '../clock.js'
import type { Connection } from '../connection/connection.js'
import type { Emit } from '../event.js'
import { LakebaseError } from '../lakebase-error.js'
import type { Pool } from '../pool/pool.js'

/** What running anything needs. */
export interface RunContext {
  readonly pool: Pool
  readonly clock: Clock
  readonly emit: Emit
  /** When a call that begins now gives up. */
  readonly deadline: () => number
  /** Ends the connection when the work on it takes longer than a query may. */
  readonly withTimeout: <T>(connection: Connection, work: () => PromiseLike<T>) => PromiseLike<T>
}

/**
 * A socket can be silent for ever, so the timer ends the connection, and the driver then the query; the server,
 * which may not notice, is asked to stop.
 */
export function createTimeout(timeoutMs: number | undefined): RunContext['withTimeout'] {
  if (timeoutMs === undefined) return (_, work) => work()
  return async (connection, work) => {
    let timedOut = false
    const timer = setTimeout(() => {
      timedOut = true
      connection.cancel()
      connection.destroy()
    }, timeoutMs)
    try {
      return await work()
    } catch (error) {
      if (!timedOut) throw error
      const message = `no answer within queryTimeoutMs (${timeoutMs} ms); the statement may have taken effect`
      throw new LakebaseError('TIMEOUT', message, { sent: 'maybe' }, error)
    } finally {
      clearTimeout(timer)
    }
  }
}
