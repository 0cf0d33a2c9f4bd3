import * as v from 'valibot'
import { AdviseError } from '../advise-error.js'
import type { BoundValue, RunSql } from '../run-sql.js'

/**
 * The answer of a query that gives one row with one JSON text: drivers disagree on numbers and
 * arrays, not on texts.
 *
 * @throws AdviseError UNEXPECTED_ANSWER
 */
export async function ask<Schema extends v.GenericSchema>(
  runSql: RunSql,
  schema: Schema,
  sql: string,
  parameters: readonly BoundValue[] = [],
): Promise<v.InferOutput<Schema>> {
  const [row] = await runSql(sql, parameters)
  const answer = row?.answer
  const parsed = v.safeParse(schema, typeof answer === 'string' ? JSON.parse(answer) : answer)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const where = v.getDotPath(issue) ?? 'the answer'
  throw new AdviseError(
    'UNEXPECTED_ANSWER',
    `the catalog's ${where}: ${issue.message}. RunSql must give rows as objects.`,
    { cause: parsed.issues },
  )
}
