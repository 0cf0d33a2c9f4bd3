import { AdviseError } from '../advise-error.js'
import type { RunSql } from '../run-sql.js'

export interface SessionLimits {
  readonly lockTimeoutMs: number
  readonly statementTimeoutMs: number
}

/**
 * Runs a step of which nothing remains.
 *
 * @throws AdviseError NOT_ONE_SESSION
 */
export async function inRolledBackTransaction<Value>(
  runSql: RunSql,
  { lockTimeoutMs, statementTimeoutMs }: SessionLimits,
  step: () => Promise<Value>,
): Promise<Value> {
  await runSql('BEGIN')
  let value: Value
  try {
    await checkOneSession(runSql)
    await runSql(`SET LOCAL lock_timeout = ${Math.round(lockTimeoutMs)}`)
    await runSql(`SET LOCAL statement_timeout = ${Math.round(statementTimeoutMs)}`)
    value = await step()
  } catch (error) {
    // With the connection lost there is nothing to roll back, and the first error is the one to tell.
    await runSql('ROLLBACK').catch(() => undefined)
    throw error
  }
  await runSql('ROLLBACK')
  return value
}

/** In one transaction time stands still; in several it goes on. */
async function checkOneSession(runSql: RunSql): Promise<void> {
  const sql = 'SELECT pg_backend_pid()::text AS pid, extract(epoch FROM now())::text AS began'
  const [first] = await runSql(sql)
  const [second] = await runSql(sql)
  if (first?.pid === second?.pid && first?.began === second?.began) return
  throw new AdviseError(
    'NOT_ONE_SESSION',
    'RunSql ran two statements of one transaction on different connections: give it one connection of its own (a pool of one)',
  )
}
