import { codeOf, LakebaseError } from '../lakebase-error.js'
import { isTlsRefusal, tlsError } from './open-socket.js'

/** Postgres refuses the password, or the role. */
export function isRefusedLogin(error: unknown): boolean {
  return codeOf(error) === '28P01' || codeOf(error) === '28000'
}

/** No token, or a refused one: when there is to be another is up to where tokens come from, which keeps a pace. */
export function isTokenFailure(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'CREDENTIAL' || code === 'TOKEN_REFUSED'
}

/**
 * What a failed connect means. A LakebaseError ends the wait of all who wanted a connection; undefined
 * means that the next try may do better.
 */
export function connectVerdict(error: unknown, place: string): LakebaseError | undefined {
  if (error instanceof LakebaseError) {
    return error.code === 'CREDENTIAL' && !isWorkspaceRefusal(error.cause) ? undefined : error
  }
  if (isWorkspaceRefusal(error)) {
    const message = `the workspace does not say where ${place} is: ${error.message}`
    return new LakebaseError('CREDENTIAL', message, { sent: 'no' }, error)
  }
  const code = codeOf(error)
  if (isTlsRefusal(code)) return tlsError(error, place)
  if (code === undefined || isPassing(code)) return undefined
  const said = error instanceof Error ? error.message : 'unknown'
  return new LakebaseError(
    'CONNECT',
    `${place} refused: ${said}`,
    { sent: 'no', sqlState: code },
    error,
  )
}

/** A WorkspaceError that asking again does not cure. As a cause it is a copy that keeps name and code. */
function isWorkspaceRefusal(error: unknown): error is Error {
  return (
    error instanceof Error && error.name === 'WorkspaceError' && REFUSALS.has(codeOf(error) ?? '')
  )
}

const REFUSALS = new Set([
  ...['AUTH', 'BAD_REQUEST', 'CONFIG', 'NOT_FOUND', 'PERMISSION', 'REDIRECT', 'TLS'],
])

/**
 * SQLSTATE classes 08, 53 and 57 pass (57014: a statement_timeout shorter than a busy server's first answer), and
 * so does all that is not an SQLSTATE: the network.
 */
function isPassing(code: string): boolean {
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|53|57)/.test(code) || code === 'EPIPE'
}

/** The connection is gone, and with it the answer. */
export function isLoss(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && (LOST.has(code) || /^08/.test(code))
}

const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNABORTED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
  // admin_shutdown, crash_shutdown, cannot_connect_now, idle_session_timeout, idle_in_transaction_timeout
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '25P03',
])
