import * as v from 'valibot'
import type { ParameterValue } from '../../scenario/generator.js'
import { AdviseError } from '../advise-error.js'
import type { BoundValue, RunSql } from '../run-sql.js'
import { type Plan, planSchema } from './plan-node.js'

/** A query to plan: with values, as the server plans it for these; without, for any. */
export interface Explainable {
  readonly sql: string
  readonly hasParameters: boolean
  readonly parameters?: readonly ParameterValue[]
}

/** @throws what Postgres says of the query */
export async function explain(
  runSql: RunSql,
  { sql, hasParameters, parameters }: Explainable,
  analyze = false,
): Promise<Plan> {
  const generic = hasParameters && parameters === undefined
  const options = [
    'FORMAT JSON',
    'VERBOSE',
    ...(generic ? ['GENERIC_PLAN'] : []),
    ...(analyze ? ['ANALYZE', 'BUFFERS', 'TIMING OFF'] : []),
  ]
  const rows = await runSql(
    `EXPLAIN (${options.join(', ')}) ${sql}`,
    generic ? [] : parameters?.map(bound),
  )
  const [answer] = Object.values(rows[0] ?? {})
  const parsed = v.safeParse(planSchema, typeof answer === 'string' ? JSON.parse(answer) : answer)
  if (parsed.success) return parsed.output
  throw new AdviseError(
    'UNEXPECTED_ANSWER',
    `EXPLAIN answered in an unknown shape: ${v.getDotPath(parsed.issues[0]) ?? ''} ${parsed.issues[0].message}`,
  )
}

/** Not every driver knows bigint; every server reads a number from text. */
function bound(value: ParameterValue): BoundValue {
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'object' && value !== null ? value.map(bound) : value
}
