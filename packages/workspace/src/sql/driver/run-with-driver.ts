import type { Clock } from '../../clock.js'
import { apiError } from '../../http/api-error.js'
import { connectionError } from '../../http/connection-error.js'
import { startDeadline, unlessAborted } from '../../http/deadline.js'
import { WorkspaceError } from '../../workspace-error.js'
import { rowsOf } from '../rows-of.js'
import { firstLine, sqlError } from '../sql-error.js'
import type { RunSqlOptions, SqlRows } from '../sql-rows.js'
import { decodeDriverValue } from './decode-driver-value.js'
import type { ConnectDriver, DriverOperation, DriverOptions } from './sql-driver.js'

const CLEAN_UP_MS = 5_000

export interface DriverRun extends RunSqlOptions {
  readonly statement: string
  readonly timeoutMs: number
}

/** Runs a statement in a session of its own and fetches all of its rows. */
export async function runWithDriver(
  run: DriverRun,
  options: DriverOptions,
  connect: ConnectDriver,
  clock: Clock,
): Promise<SqlRows> {
  const deadline = startDeadline(
    `SQL statement (${firstLine(run.statement)})`,
    run.timeoutMs,
    run.signal,
  )
  const { signal } = deadline
  try {
    signal.throwIfAborted()
    return await connectAndFetch(run, options, connect, clock, signal)
  } catch (error) {
    throw driverError(error, run.statement, options, signal)
  } finally {
    deadline.end()
  }
}

async function connectAndFetch(
  run: DriverRun,
  options: DriverOptions,
  connect: ConnectDriver,
  clock: Clock,
  signal: AbortSignal,
): Promise<SqlRows> {
  const startedMs = clock.now()
  const opening = connect(options)
  let executing: Promise<DriverOperation> | undefined
  let operation: DriverOperation | undefined
  const report = (state: string) => {
    const statementId = operation?.id ?? ''
    run.onProgress?.({ statementId, state, elapsedMs: clock.now() - startedMs })
  }
  try {
    const session = await unlessAborted(opening, signal)
    executing = session.execute(run.statement, run.parameters ?? {})
    operation = await unlessAborted(executing, signal)
    report('RUNNING')
    const { columns, rows } = await unlessAborted(operation.fetch(), signal)
    report('SUCCEEDED')
    return rowsOf(columns, cellsOf(columns, rows), decodeDriverValue)
  } catch (error) {
    // A statement that was still on its way is cancelled when it has arrived.
    if (signal.aborted) {
      const cancelling = executing?.then((started) => started.cancel())
      await atMost(CLEAN_UP_MS, cancelling)
    }
    throw error
  } finally {
    // Also ends a statement that did not arrive in that time.
    await atMost(
      CLEAN_UP_MS,
      opening.then((session) => session.close()),
    )
  }
}

function cellsOf(
  columns: readonly { readonly name: string }[],
  rows: readonly object[],
): readonly (readonly unknown[])[] {
  return rows.map((row) => {
    const cells = new Map<string, unknown>(Object.entries(row))
    return columns.map(({ name }) => cells.get(name))
  })
}

/** Waits for the clean-up, but neither for ever nor for its success: the result stands by then. */
async function atMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  const deadline = startDeadline('cleaning up', ms)
  try {
    await unlessAborted(Promise.resolve(work), deadline.signal)
  } catch {
  } finally {
    deadline.end()
  }
}

function driverError(
  error: unknown,
  statement: string,
  { host, port, httpPath }: DriverOptions,
  signal: AbortSignal,
): unknown {
  if (signal.aborted) return signal.reason
  if (!(error instanceof Error) || error instanceof WorkspaceError) return error
  const place = { method: 'POST', path: httpPath }
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    const text = JSON.stringify({ message: error.message })
    return apiError(place, { status: error.statusCode, header: () => undefined, text }, 0)
  }
  if ('code' in error && typeof error.code === 'string' && /^[A-Z_]+$/.test(error.code)) {
    return connectionError(error, `https://${host}:${port}`, place, signal)
  }
  const sqlState = 'sqlState' in error && typeof error.sqlState === 'string' ? error.sqlState : ''
  return sqlError(statement, error.message, { ...(sqlState && { sqlState }) }, { cause: error })
}
