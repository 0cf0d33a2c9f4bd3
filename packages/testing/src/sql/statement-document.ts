import type { SqlRows } from './sql-answer.js'
import type { Statement } from './statement.js'

/** The StatementResponse document: status, and manifest and first chunk once it has succeeded. */
export function statementDocument(statement: Statement, rowLimit: number | undefined): object {
  const failure = statement.failure()
  const status = {
    state: statement.state(),
    ...(failure && { error: failure.error }),
    ...(failure?.sqlState !== undefined && { sql_state: failure.sqlState }),
  }
  const rows = statement.rows()
  if (rows === undefined) return { statement_id: statement.id, status }
  return {
    statement_id: statement.id,
    status,
    manifest: manifest(rows, rowLimit),
    result: chunkDocument(statement.id, rows, rowLimit, 0) ?? {},
  }
}

/** A chunk of the result, or undefined when there is none of that index. */
export function chunkDocument(
  statementId: string,
  answer: SqlRows,
  rowLimit: number | undefined,
  index: number,
): object | undefined {
  const chunks = chunksOf(answer, rowLimit)
  const chunk = chunks[index]
  if (chunk === undefined) return undefined
  const next = index + 1
  const rows = answer.rows.slice(chunk.row_offset, chunk.row_offset + chunk.row_count)
  return {
    ...chunk,
    ...(next < chunks.length && {
      next_chunk_index: next,
      next_chunk_internal_link: `/api/2.0/sql/statements/${statementId}/result/chunks/${next}?row_offset=${chunk.row_offset + chunk.row_count}`,
    }),
    data_array: rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
  }
}

function manifest(answer: SqlRows, rowLimit: number | undefined): object {
  const chunks = chunksOf(answer, rowLimit)
  return {
    format: 'JSON_ARRAY',
    schema: {
      column_count: answer.columns.length,
      columns: answer.columns.map((column, position) => ({
        name: column.name,
        position,
        type_name: column.type_name,
        type_text: column.type_text ?? column.type_name,
      })),
    },
    total_chunk_count: chunks.length,
    chunks,
    total_row_count: rowCount(answer, rowLimit),
    truncated: rowLimit !== undefined && answer.rows.length > rowLimit,
  }
}

interface Chunk {
  readonly chunk_index: number
  readonly row_offset: number
  readonly row_count: number
}

/** An empty result has no chunk. */
function chunksOf(answer: SqlRows, rowLimit: number | undefined): readonly Chunk[] {
  const total = rowCount(answer, rowLimit)
  const size = answer.chunkRows ?? Math.max(total, 1)
  return Array.from({ length: Math.ceil(total / size) }, (_, index) => ({
    chunk_index: index,
    row_offset: index * size,
    row_count: Math.min(size, total - index * size),
  }))
}

function rowCount(answer: SqlRows, rowLimit: number | undefined): number {
  return Math.min(answer.rows.length, rowLimit ?? answer.rows.length)
}
