/** Connections, and what has become of them since the client was opened. */
export interface PoolStats {
  /** Open at present, in use or idle. */
  readonly total: number
  readonly idle: number
  /** Tries to connect that are under way. */
  readonly connecting: number
  /** Calls that wait for a connection. */
  readonly waiting: number
  readonly opened: number
  /** Ended by the server, by the network, or because a call on it was given up. */
  readonly lost: number
  readonly failedConnects: number
}
