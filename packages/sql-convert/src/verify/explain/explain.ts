import type { SchemaTable } from '../../catalog/schema-table.js'
import { sparkCompatSql } from '../../compat/library.js'
import { type PostgresStatement, parsePostgres } from '../grammar/parse-postgres.js'
import { type Check, type CheckReason, checkOf, skipped } from '../verification.js'
import { planOf } from './plan.js'
import { reasonOf } from './reason.js'
import { schemaSql } from './schema-sql.js'

/** Runs one statement; each on the same connection, after the one before has ended. */
export type RunSql = (statement: string) => Promise<unknown>

/**
 * Plans statements, each list on its own; a check for each. The `statement` of its reasons is the place
 * in the list, the `position` that in the statement.
 */
export type Explain = (request: ExplainRequest) => Promise<readonly Check[]>

export interface ExplainRequest {
  readonly statements: readonly (readonly PostgresStatement[])[]
  /** Functions of `spark_compat` that the statements call. */
  readonly compatFunctions: readonly string[]
}

export interface ExplainOptions {
  /** Tables that are created for the checks where they are missing. */
  readonly schema?: readonly SchemaTable[]
  /** Longest wait for a lock, in milliseconds: 5 s by default. */
  readonly lockTimeoutMs?: number
  /** Longest time for one statement, in milliseconds: 30 s by default. */
  readonly statementTimeoutMs?: number
}

/**
 * EXPLAIN of each statement, on a Postgres that the function reaches. All happens in one transaction
 * that is rolled back. Queries and changes are planned and not run; with parameters by GENERIC_PLAN.
 * Definitions are run, so that the statements behind them find what they create; tables from queries
 * without their rows. What cannot be rolled back, or runs code (COPY, DO, CALL, COMMIT), is skipped.
 *
 * @throws what `runSql` throws without an SQLSTATE, as when the connection is lost
 */
export function explainWith(runSql: RunSql, options: ExplainOptions = {}): Explain {
  const { schema = [], lockTimeoutMs = 5_000, statementTimeoutMs = 30_000 } = options
  return async ({ statements, compatFunctions }) => {
    await runSql('BEGIN')
    try {
      await runSql(`SET LOCAL lock_timeout = ${Math.round(lockTimeoutMs)}`)
      await runSql(`SET LOCAL statement_timeout = ${Math.round(statementTimeoutMs)}`)
      // Where they are there already, or may not be created, the statements themselves will tell.
      const compat = await parsePostgres(sparkCompatSql(compatFunctions))
      for (const sql of [...compat.map(({ text }) => text), ...schemaSql(schema)]) {
        await attempt(runSql, sql)
      }
      const checks: Check[] = []
      for (const list of statements) checks.push(await explainList(runSql, list))
      return checks
    } finally {
      await runSql('ROLLBACK')
    }
  }
}

/** The statements that one became, in order. */
async function explainList(runSql: RunSql, list: readonly PostgresStatement[]): Promise<Check> {
  const reasons: CheckReason[] = []
  const skips: string[] = []
  for (const [place, statement] of list.entries()) {
    const plan = planOf(statement)
    if (plan.kind === 'skip') {
      skips.push(plan.why)
      continue
    }
    const error = await attempt(runSql, plan.sql)
    if (error !== undefined) reasons.push(reasonOf(error, plan, statement, place))
  }
  if (reasons.length > 0) return checkOf(reasons)
  return skips[0] === undefined ? checkOf([]) : skipped(skips[0])
}

/** An error of Postgres does not end the transaction; any other is thrown. */
async function attempt(runSql: RunSql, sql: string): Promise<Error | undefined> {
  await runSql('SAVEPOINT lakebase_explain')
  try {
    await runSql(sql)
    await runSql('RELEASE SAVEPOINT lakebase_explain')
    return undefined
  } catch (error) {
    if (!(error instanceof Error) || !isOfPostgres(error)) throw error
    await runSql('ROLLBACK TO SAVEPOINT lakebase_explain')
    return error
  }
}

/** With an SQLSTATE, and not one that says that the connection or server is gone. */
function isOfPostgres(error: Error): boolean {
  if (!('code' in error) || typeof error.code !== 'string') return false
  return /^[0-9A-Z]{5}$/.test(error.code) && !/^(?:08|57P|58)/.test(error.code)
}
