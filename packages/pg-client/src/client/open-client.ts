import type { Row } from 'postgres'
import { openPgPool } from '../adapters/pg-pool.js'
import { openPostgresJs } from '../adapters/postgres-js.js'
import { systemClock } from '../clock.js'
import type { LakebaseOptions } from '../options.js'
import { ROWS_AND_ID } from '../run/returned-id.js'
import { runCursor } from '../run/run-cursor.js'
import { runOnce, runRead } from '../run/run-statement.js'
import { runCallback, runRows, runWrite } from '../run/run-work.js'
import { toList } from '../run/transaction.js'
import { createCursorTag } from '../sql/cursor.js'
import { createTag, type RunStatement, type Statement } from '../sql/query.js'
import {
  deleteStatement,
  insertStatement,
  updateStatement,
  upsertStatement,
} from '../sql/row-statements.js'
import type { ResolvedTarget } from '../target/resolve-target.js'
import { createCalls } from './calls.js'
import { checkHealth } from './health.js'
import type { Lakebase } from './lakebase.js'
import { openContext, openTokens } from './open-context.js'
import { openUsers } from './open-users.js'

export function openClient(
  options: LakebaseOptions,
  target: ResolvedTarget,
  onClose: () => void,
): Lakebase {
  const tokens = openTokens(options, target)
  const context = openContext(options, target, tokens)
  const clock = options.clock ?? systemClock
  const calls = createCalls(clock, options.onEvent)
  const { guard } = calls
  const once: RunStatement = (statement) => guard('sql', () => runOnce(context, statement))
  const read: RunStatement = (statement) => guard('read', () => runRead(context, statement))
  const write: RunStatement = (statement) => guard('write', () => runWrite(context, statement))
  const change = (statement: Statement<Row[]>) => guard('write', () => runRows(context, statement))
  const users = openUsers(options, target, openClient)
  const pools = [context.pool]
  const ofItsOwn: Parameters<typeof openPostgresJs>[0] = (types) => {
    const own = openContext(options, target, tokens, types)
    pools.push(own.pool)
    return { context: own, calls }
  }
  async function close(drainMs: number): Promise<void> {
    onClose()
    await Promise.all([calls.end(drainMs), users.close(drainMs)])
    for (const pool of pools) pool.close()
  }
  return {
    sql: createTag(once),
    read: createTag(read),
    write: createTag(write),
    insert: async (table, rows) => change(insertStatement(table, toList(rows), ROWS_AND_ID)),
    update: async (table, set, where) => change(updateStatement(table, set, where, ROWS_AND_ID)),
    upsert: async (table, rows, { conflict }) =>
      change(upsertStatement(table, toList(rows), conflict, ROWS_AND_ID)),
    delete: async (table, where) => change(deleteStatement(table, where, ROWS_AND_ID)),
    tx: (work, { retry = 'never' } = {}) =>
      guard('tx', () => runCallback(context, work, retry === 'safe')),
    cursor: createCursorTag((statement, size) => runCursor(context, calls.enter, statement, size)),
    asUser: users.open,
    postgresJs: (settings) => openPostgresJs(ofItsOwn, settings),
    pgPool: (settings) => openPgPool(ofItsOwn, settings),
    stats: () => ({ ...context.pool.stats(), active: calls.active(), mints: tokens.mints() }),
    health: () => checkHealth(clock, read),
    close: ({ drain = 10_000 } = {}) => close(drain),
    [Symbol.asyncDispose]: () => close(10_000),
  }
}
