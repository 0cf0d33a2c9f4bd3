import { setTimeout as sleep } from 'node:timers/promises'
import { parseBody } from '../server/parse-body.js'
import { ApiError, type Reply } from '../server/reply.js'
import type { Call, Route } from '../server/route.js'
import type { SqlFunction } from './sql-answer.js'
import { type Statement, startStatement } from './statement.js'
import { chunkDocument, statementDocument } from './statement-document.js'
import { statementRequest } from './statement-request.js'

export interface StatementSettings {
  readonly sql: SqlFunction
  readonly warehouseIds: readonly string[]
  /** The longest that a call is held although its wait_timeout asks for more. */
  readonly maxSqlWaitMs: number
  readonly closing: AbortSignal
}

interface Entry {
  readonly statement: Statement
  readonly rowLimit: number | undefined
}

/** The Statement Execution API, INLINE and JSON_ARRAY. */
export function statementRoutes(settings: StatementSettings): readonly Route[] {
  const entries = new Map<string, Entry>()
  const find = ({ parts }: Call): Entry => {
    const entry = entries.get(parts.id ?? '')
    if (entry !== undefined) return entry
    throw new ApiError(404, 'NOT_FOUND', `The statement ${parts.id} was not found.`)
  }
  return [
    {
      method: 'POST',
      path: '/api/2.0/sql/statements',
      answer: (call) => execute(call, settings, entries),
    },
    {
      method: 'GET',
      path: '/api/2.0/sql/statements/{id}',
      answer: (call) => documentReply(find(call)),
    },
    {
      method: 'GET',
      path: '/api/2.0/sql/statements/{id}/result/chunks/{index}',
      answer: (call) => chunkReply(find(call), call.parts.index ?? ''),
    },
    {
      method: 'POST',
      path: '/api/2.0/sql/statements/{id}/cancel',
      answer: (call) => {
        find(call).statement.cancel()
        return { status: 200, body: {} }
      },
    },
  ]
}

async function execute(
  { request }: Call,
  { sql, warehouseIds, maxSqlWaitMs, closing }: StatementSettings,
  entries: Map<string, Entry>,
): Promise<Reply> {
  const asked = parseBody(statementRequest, request.body)
  if (!warehouseIds.includes(asked.warehouse_id)) {
    const known = warehouseIds.join(', ')
    const message = `SQL warehouse ${asked.warehouse_id} was not found (the fake has: ${known})`
    throw new ApiError(404, 'NOT_FOUND', message)
  }
  const statement = startStatement(
    (signal) =>
      sql(asked.statement, asked.parameters, {
        warehouseId: asked.warehouse_id,
        catalog: asked.catalog,
        schema: asked.schema,
        signal,
      }),
    closing,
  )
  const entry = { statement, rowLimit: asked.row_limit }
  entries.set(statement.id, entry)
  const waitMs = Math.min(asked.wait_timeout * 1000, maxSqlWaitMs)
  if (asked.wait_timeout > 0) {
    await waitAtMost(waitMs, statement.ended)
    if (asked.on_wait_timeout === 'CANCEL') statement.cancel()
  }
  return documentReply(entry)
}

/** Leaves no timer behind when the statement ends first. */
async function waitAtMost(waitMs: number, ended: Promise<void>): Promise<void> {
  const done = new AbortController()
  const timeout = sleep(waitMs, undefined, { signal: done.signal }).catch(() => undefined)
  await Promise.race([ended, timeout])
  done.abort()
}

function documentReply({ statement, rowLimit }: Entry): Reply {
  return { status: 200, body: statementDocument(statement, rowLimit) }
}

function chunkReply({ statement, rowLimit }: Entry, index: string): Reply {
  const rows = statement.rows()
  if (rows === undefined) {
    const message = `The statement ${statement.id} has no result: it is ${statement.state()}.`
    throw new ApiError(400, 'BAD_REQUEST', message)
  }
  const chunk = chunkDocument(statement.id, rows, rowLimit, Number(index))
  if (chunk === undefined) {
    throw new ApiError(400, 'INVALID_PARAMETER_VALUE', `Chunk ${index} is out of range.`)
  }
  return { status: 200, body: chunk }
}
