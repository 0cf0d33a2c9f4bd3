import type { ReservedSql } from 'postgres'

/** Opens a connection with a token that is there already. */
export type Connect = (onLost: (connection: Connection) => void) => Promise<Connection>

/** One login. It ends once and never comes back: the driver is not allowed to reconnect. */
export interface Connection {
  readonly sql: ReservedSql
  /** Changes when the server recovers from a crash, after which it may give a transaction id twice. */
  readonly epoch: string
  readonly bornAtMs: number
  /** From here on it is not handed out. */
  readonly endAtMs: number
  /** Since when it waits in the pool. */
  idleSinceMs: number
  /** Whether the session refuses writes, as the last statement left it. */
  readOnly: boolean
  /** Asks the server, on a connection of its own, to stop what runs on this one. Fails in silence. */
  cancel(): void
  /** Its socket is gone, or it must not be used again. */
  isLost(): boolean
  destroy(): void
}
