import type { Failure } from '../driver/session.js'
import { WireError } from './wire-error.js'

/** By the server's SQLSTATE, or else a failure of the connection. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'connection', message: String(error) }
  const sqlState = error instanceof WireError ? error.sqlState : undefined
  return { code: sqlState ?? 'connection', message: error.message }
}
