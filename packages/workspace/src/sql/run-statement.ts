import type { Clock } from '../clock.js'
import { startDeadline, unlessAborted } from '../http/deadline.js'
import { parseValue } from '../http/parse-answer.js'
import type { SendRequest } from '../http/request.js'
import { WorkspaceError } from '../workspace-error.js'
import { cancelStatement } from './cancel-statement.js'
import { encodeParameters } from './encode-parameters.js'
import { fetchRows } from './fetch-rows.js'
import { firstLine, sqlError } from './sql-error.js'
import type { RunSqlOptions, SqlRows } from './sql-rows.js'
import { STATEMENTS, StatementAnswer, statementPath } from './statement-answer.js'

const FIRST_POLL_MS = 100
const LONGEST_POLL_MS = 5_000
const POLL_GROWTH = 1.6

export interface StatementRun extends RunSqlOptions {
  readonly statement: string
  readonly warehouseId: string
  readonly timeoutMs: number
  readonly idempotent: boolean
}

/** Runs a statement through the Statement Execution API and fetches all of its rows. */
export async function runStatement(
  run: StatementRun,
  request: SendRequest,
  clock: Clock,
): Promise<SqlRows> {
  const deadline = startDeadline(
    `SQL statement (${firstLine(run.statement)})`,
    run.timeoutMs,
    run.signal,
  )
  try {
    deadline.signal.throwIfAborted()
    return await submitAndFetch(run, request, clock, deadline.signal)
  } finally {
    deadline.end()
  }
}

async function submitAndFetch(
  run: StatementRun,
  request: SendRequest,
  clock: Clock,
  signal: AbortSignal,
): Promise<SqlRows> {
  // The answer holds the id without which nothing can be cancelled, so an abort does not cut it off.
  const patience = new AbortController()
  const submitted = submit(run, request, patience.signal)
  try {
    const first = await unlessAborted(submitted, signal)
    const done = await poll(first, run, request, clock, signal)
    return await fetchRows(done, run.statement, request, signal)
  } catch (error) {
    // Nobody waits for it any more, so it need not go on; unless it has ended by itself.
    if (!isSqlError(error)) await cancelStatement(submitted, request)
    throw error
  } finally {
    patience.abort()
  }
}

async function submit(
  run: StatementRun,
  request: SendRequest,
  signal: AbortSignal,
): Promise<StatementAnswer> {
  const answer = await request({
    method: 'POST',
    path: STATEMENTS,
    idempotent: run.idempotent,
    signal,
    body: {
      warehouse_id: run.warehouseId,
      statement: run.statement,
      parameters: encodeParameters(run.parameters ?? {}),
      // Answers at once with the id: an abort never has to wait for a running statement.
      wait_timeout: '0s',
      disposition: 'INLINE',
      format: 'JSON_ARRAY',
    },
  })
  return parseValue(StatementAnswer, { method: 'POST', path: STATEMENTS }, answer)
}

async function poll(
  first: StatementAnswer,
  run: StatementRun,
  request: SendRequest,
  clock: Clock,
  signal: AbortSignal,
): Promise<StatementAnswer> {
  const startedMs = clock.now()
  const path = statementPath(first.statement_id)
  let answer = first
  for (let pauseMs = FIRST_POLL_MS; ; pauseMs = Math.min(pauseMs * POLL_GROWTH, LONGEST_POLL_MS)) {
    const { state } = answer.status
    const elapsedMs = clock.now() - startedMs
    run.onProgress?.({ statementId: first.statement_id, state, elapsedMs })
    if (state === 'SUCCEEDED') return answer
    if (state !== 'PENDING' && state !== 'RUNNING') throw failure(run.statement, answer)
    await clock.sleep(pauseMs, signal)
    signal.throwIfAborted()
    answer = parseValue(StatementAnswer, { method: 'GET', path }, await request({ path, signal }))
  }
}

function isSqlError(error: unknown): boolean {
  return error instanceof WorkspaceError && error.code === 'SQL'
}

function failure(statement: string, { status }: StatementAnswer): Error {
  const { state, error, sql_state } = status
  return sqlError(statement, error?.message ?? `ended as ${state}`, {
    ...(error?.error_code !== undefined && { errorCode: error.error_code }),
    ...(sql_state !== undefined && { sqlState: sql_state }),
  })
}
