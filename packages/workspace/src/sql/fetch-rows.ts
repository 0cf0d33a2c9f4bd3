import { parseValue } from '../http/parse-answer.js'
import type { SendRequest } from '../http/request.js'
import { decodeValue } from './decode-value.js'
import { rowsOf } from './rows-of.js'
import { sqlError } from './sql-error.js'
import type { SqlRows } from './sql-rows.js'
import { type StatementAnswer, StatementResult, statementPath } from './statement-answer.js'

/** All rows of a statement that has succeeded, chunk after chunk, so that an abort finds one on its way. */
export async function fetchRows(
  { statement_id, manifest, result }: StatementAnswer,
  statement: string,
  request: SendRequest,
  signal: AbortSignal,
): Promise<SqlRows> {
  if (manifest?.truncated) {
    throw sqlError(statement, 'the result is larger than the Statement Execution API sends', {
      hint: 'Ask for less, or use the driver databricks-sql.',
    })
  }
  const columns = (manifest?.schema.columns ?? []).map(({ name, type_name }) => ({
    name,
    type: type_name,
  }))
  const rows = [...(result?.data_array ?? [])]
  const seen = new Set<number>()
  let next = result?.next_chunk_index
  while (next !== undefined && !seen.has(next)) {
    seen.add(next)
    const chunk = await fetchChunk(statement_id, next, request, signal)
    // One by one: a spread of a large piece would overflow the stack.
    for (const row of chunk.data_array ?? []) rows.push(row)
    next = chunk.next_chunk_index
  }
  const expected = manifest?.total_row_count
  if (expected !== undefined && expected !== rows.length) {
    throw sqlError(statement, `${rows.length} rows came of ${expected}`)
  }
  return rowsOf(columns, rows, decodeValue)
}

async function fetchChunk(
  statementId: string,
  index: number,
  request: SendRequest,
  signal: AbortSignal,
): Promise<StatementResult> {
  const path = `${statementPath(statementId)}/result/chunks/${index}`
  return parseValue(StatementResult, { method: 'GET', path }, await request({ path, signal }))
}
