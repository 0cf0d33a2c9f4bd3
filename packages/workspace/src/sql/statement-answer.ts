import * as v from 'valibot'

export const STATEMENTS = '/api/2.0/sql/statements'

export function statementPath(statementId: string): string {
  return `${STATEMENTS}/${encodeURIComponent(statementId)}`
}

export const StatementResult = v.object({
  data_array: v.optional(v.array(v.array(v.nullable(v.string())))),
  next_chunk_index: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
})
/** One piece of the rows. */
export type StatementResult = v.InferOutput<typeof StatementResult>

/** What the Statement Execution API answers about a statement (docs, api/2.0/sql/statements, 2026-11). */
export const StatementAnswer = v.object({
  statement_id: v.string(),
  status: v.object({
    state: v.string(),
    error: v.optional(
      v.object({ error_code: v.optional(v.string()), message: v.optional(v.string()) }),
    ),
    sql_state: v.optional(v.string()),
  }),
  manifest: v.optional(
    v.object({
      schema: v.object({
        columns: v.optional(v.array(v.object({ name: v.string(), type_name: v.string() })), []),
      }),
      truncated: v.optional(v.boolean()),
      total_row_count: v.optional(v.number()),
    }),
  ),
  result: v.optional(StatementResult),
})
export type StatementAnswer = v.InferOutput<typeof StatementAnswer>
