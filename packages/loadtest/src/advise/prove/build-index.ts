import * as v from 'valibot'
import type { Candidate } from '../candidates/candidate.js'
import { trialIndexSql } from '../candidates/create-index.js'
import { ask } from '../catalog/ask.js'
import { qualifiedName, quoteName } from '../quote.js'
import type { RunSql } from '../run-sql.js'
import { attempt } from './attempt.js'
import type { Refusal, Trial } from './trial.js'

const builtSchema = v.object({
  bytes: v.number(),
  waits: v.boolean(),
  oids: v.array(v.number()),
  names: v.array(v.string()),
})

/** `indcheckxmin`: planners of older snapshots, and of this transaction, must not use it yet. */
const BUILT_SQL = `
WITH own AS (
  SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relname = $1 AND n.nspname = $2
), parts AS (
  SELECT oid FROM own
  UNION SELECT p.relid FROM own, pg_catalog.pg_partition_tree(own.oid) p
)
SELECT json_build_object(
  'oids', json_agg(c.oid::int8), 'names', json_agg(c.relname), 'waits', bool_or(i.indcheckxmin),
  'bytes', coalesce(sum(pg_catalog.pg_relation_size(c.oid)) FILTER (WHERE c.relkind = 'i'), 0))::text AS answer
FROM parts
JOIN pg_catalog.pg_class c ON c.oid = parts.oid
JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid`

export interface BuiltTrial extends Trial {
  readonly oids: readonly number[]
}

/** Builds an index within the running transaction. */
export async function buildIndex(
  runSql: RunSql,
  candidate: Candidate,
  name: string,
): Promise<BuiltTrial | Refusal> {
  const { table } = candidate
  const built = await attempt(runSql, async () => {
    await runSql(trialIndexSql(candidate, name))
    return ask(runSql, builtSchema, BUILT_SQL, [name, table.schema])
  })
  if (!built.done) return refusal(built.code, built.message)
  if (!built.value.waits) {
    await describeExpressions(runSql, candidate, name)
    return built.value
  }
  return {
    reason: 'unproven',
    why: 'rows of the table were just updated, so that a new index cannot be used yet; VACUUM it and try again',
  }
}

/**
 * Only statistics tell how selective an expression is. A statistics object is gathered by ANALYZE of
 * any column; an ANALYZE of the whole table would reset autovacuum's counters beyond the rollback.
 */
async function describeExpressions(
  runSql: RunSql,
  { table, keys }: Candidate,
  name: string,
): Promise<void> {
  const [column] = table.columns
  const expressions = keys.filter((key) => key.column === undefined)
  for (const [place, { sql }] of expressions.entries()) {
    await attempt(runSql, async () => {
      const statistics = quoteName(`${name}_statistics_${place}`)
      await runSql(`CREATE STATISTICS ${statistics} ON (${sql}) FROM ${qualifiedName(table)}`)
      await runSql(`ANALYZE ${qualifiedName(table)} (${quoteName(column?.name ?? '')})`)
    })
  }
}

/** A lock or time that was not to be had says nothing about the index. */
function refusal(code: string, message: string): Refusal {
  return code === '55P03' || code === '57014'
    ? { reason: 'unproven', why: `could not be built in time: ${message}` }
    : { reason: 'refused', why: message }
}
