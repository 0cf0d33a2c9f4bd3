import type { ServerMessage } from './protocol/server-message.js'

export type WireErrorCode =
  /** No connection, or one that ended. */
  | 'CONNECTION'
  /** No connection within the time that it may take. */
  | 'TIMEOUT'
  /** The server has no TLS, or its certificate does not hold. */
  | 'TLS'
  /** The server wants another proof of who we are than we can give. */
  | 'AUTHENTICATION'
  /** The server said no, by SQLSTATE (`sqlState`). */
  | 'SERVER'
  /** What came was not the protocol of PostgreSQL. */
  | 'PROTOCOL'

/** Why a connection could not be opened, or ended. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly code: WireErrorCode
  /** The server's own code, when it was the server that said no. */
  readonly sqlState?: string

  constructor(
    code: WireErrorCode,
    message: string,
    facts: { readonly sqlState?: string; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: facts.cause })
    this.code = code
    if (facts.sqlState !== undefined) this.sqlState = facts.sqlState
  }
}

export function serverError({ code, message, detail, hint }: ServerMessage): WireError {
  const more = [detail, hint].filter((part) => part !== undefined)
  return new WireError('SERVER', [message, ...more].join('. '), { sqlState: code })
}
