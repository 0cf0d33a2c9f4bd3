import type { Failure } from '../driver/session.js'

/** Why no connection came about: the server's SQLSTATE, or `timeout`, or `connection`. */
export function openFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: 'connection', message: String(error) }
  const { message } = error
  if ('sqlState' in error && typeof error.sqlState === 'string')
    return { code: error.sqlState, message }
  const code = 'code' in error ? String(error.code) : ''
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) return { code, message }
  return { code: /TIMEOUT|ETIMEDOUT/.test(code) ? 'timeout' : 'connection', message }
}
