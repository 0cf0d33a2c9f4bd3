import postgres from 'postgres'
import { isLoss } from '../connection/connect-failure.js'
import type { Connection } from '../connection/connection.js'
import { codeOf, LakebaseError, saidWithoutValues } from '../lakebase-error.js'

/** The connection failed before the answer was there. */
export function isLost(connection: Connection, error: unknown): boolean {
  return connection.isLost() || isLoss(error)
}

/** The server read the statement, refused it and rolled back: the connection is in order. */
export function isRefusal(error: unknown): error is postgres.PostgresError {
  return error instanceof postgres.PostgresError && error.severity_local !== 'FATAL'
}

/** Serialization failure, deadlock: the transaction is undone and may be run again. */
export function mayRunAgain(error: unknown): boolean {
  if (error instanceof LakebaseError) return isRerunCode(error.sqlState)
  return isRefusal(error) && isRerunCode(error.code)
}

function isRerunCode(sqlState: string | undefined): boolean {
  return sqlState === '40001' || sqlState === '40P01'
}

/** Trying again does no good: the caller has waited as long as it wanted to, or asks for what cannot be. */
export function isFinal(error: unknown): error is LakebaseError {
  return error instanceof LakebaseError && FINAL.has(error.code)
}

const FINAL = new Set(['ABORTED', 'CONFIG', 'TIMEOUT'])

/** The driver could not write a value out, and has sent nothing; undefined for a failure of another kind. */
export function unsendable(connection: Connection, error: unknown): LakebaseError | undefined {
  const isOther = error instanceof LakebaseError || error instanceof postgres.PostgresError
  if (isOther || connection.isLost() || isLoss(error)) return undefined
  const said = error instanceof Error ? error.message : String(error)
  return new LakebaseError('CONFIG', `a value cannot be sent: ${said}`, { sent: 'no' }, error)
}

/** A statement's failure without its text and parameters. What is not the driver's is left as it is. */
export function queryError(error: unknown, attempts: number): unknown {
  if (error instanceof LakebaseError || !(error instanceof Error)) return error
  if (!(error instanceof postgres.PostgresError)) {
    if (codeOf(error) === undefined) return error
    return new LakebaseError('QUERY', error.message, { sent: 'no', attempts }, error)
  }
  const { code, constraint_name, table_name } = error
  const facts = {
    sent: 'yes' as const,
    sqlState: code,
    attempts,
    ...(constraint_name && { constraint: constraint_name }),
    ...(table_name && { table: table_name }),
  }
  return new LakebaseError('QUERY', `${code}: ${saidWithoutValues(error)}`, facts, error)
}

export function lostError(cause: unknown, sent: 'maybe' | 'no', attempts: number): LakebaseError {
  const message =
    sent === 'maybe'
      ? 'the connection was lost before the answer came; the statement may have taken effect'
      : 'the connection was lost and the deadline has passed; nothing has taken effect'
  return new LakebaseError('CONNECTION_LOST', message, { sent, attempts }, cause)
}

/**
 * Waits for both, so that no rejection is left alone; gives the first failure, or the last result.
 *
 * A value that the driver cannot write out fails what is under way before it, while the statement itself never
 * settles (measured with postgres 3.4.9): then only the end of the connection does settle it.
 */
export async function lastOf<T>(
  connection: Connection,
  before: PromiseLike<unknown>,
  last: PromiseLike<T>,
): Promise<T> {
  const heard = Promise.allSettled([last])
  try {
    await before
  } catch (error) {
    const cause = unsendable(connection, error) ?? error
    if (!isRefusal(error)) connection.destroy()
    await heard
    throw cause
  }
  const [end] = await heard
  if (end.status === 'fulfilled') return end.value
  throw unsendable(connection, end.reason) ?? end.reason
}
