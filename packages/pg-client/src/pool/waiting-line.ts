import type { Clock } from '@lakebase/workspace'
import type { Connection } from '../connection/connection.js'
import { abortedError, type LakebaseError } from '../lakebase-error.js'

interface Wait {
  readonly deadlineMs: number
  readonly signal: AbortSignal | undefined
  /** What a wait that ends at its deadline ends with. */
  readonly late: () => LakebaseError
}

/**
 * Callers that wait for a connection, the one whose deadline is nearest at its head: a call that has lost its
 * connection does not queue up anew behind those that came after it.
 */
export interface WaitingLine {
  readonly length: () => number
  readonly join: (wait: Wait) => Promise<Connection>
  /** Gives it to the first in line; false when nobody waits. */
  readonly serve: (connection: Connection) => boolean
  /** Ends the wait of everybody. */
  readonly dismiss: (error: LakebaseError) => void
}

interface Waiter {
  readonly deadlineMs: number
  readonly resolve: (connection: Connection) => void
  readonly reject: (error: LakebaseError) => void
}

export function createWaitingLine(clock: Clock): WaitingLine {
  const waiters: Waiter[] = []
  return {
    length: () => waiters.length,
    join: ({ deadlineMs, signal, late }) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiters.splice(waiters.indexOf(waiter), 1)
          clearTimeout(timer)
          signal?.removeEventListener('abort', onAbort)
        }
        const waiter: Waiter = {
          deadlineMs,
          resolve: (connection) => {
            leave()
            resolve(connection)
          },
          reject: (error) => {
            leave()
            reject(error)
          },
        }
        const onAbort = () => waiter.reject(abortedError('no', signal?.reason))
        const timer = setTimeout(() => waiter.reject(late()), deadlineMs - clock.now())
        signal?.addEventListener('abort', onAbort)
        const before = waiters.findLastIndex((other) => other.deadlineMs <= deadlineMs)
        waiters.splice(before + 1, 0, waiter)
      }),
    serve(connection) {
      const [first] = waiters
      first?.resolve(connection)
      return first !== undefined
    },
    dismiss(error) {
      for (const waiter of [...waiters]) waiter.reject(error)
    },
  }
}
