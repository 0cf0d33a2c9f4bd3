import type { Clock } from '@lakebase/workspace'
import type { Connection } from '../connection/connection.js'
import { abortedError, type LakebaseError } from '../lakebase-error.js'

interface Wait {
  readonly deadlineMs: number
  readonly signal: AbortSignal | undefined
  /** What a wait that ends at its deadline ends with. */
  readonly late: () => LakebaseError
}

/** Callers that wait for a connection, the one that came first at its head. */
export interface WaitingLine {
  readonly length: () => number
  readonly join: (wait: Wait) => Promise<Connection>
  /** Gives it to the first in line; false when nobody waits. */
  readonly serve: (connection: Connection) => boolean
  /** Ends the wait of everybody. */
  readonly dismiss: (error: LakebaseError) => void
}

interface Waiter {
  readonly resolve: (connection: Connection) => void
  readonly reject: (error: LakebaseError) => void
}

export function createWaitingLine(clock: Clock): WaitingLine {
  const waiters = new Set<Waiter>()
  return {
    length: () => waiters.size,
    join: ({ deadlineMs, signal, late }) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiters.delete(waiter)
          clearTimeout(timer)
          signal?.removeEventListener('abort', onAbort)
        }
        const waiter: Waiter = {
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
        waiters.add(waiter)
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
