import type { ParameterValue } from '../../scenario/generator.js'
import type { WorkloadQuery } from '../advise-options.js'
import type { Catalog } from '../catalog/catalog.js'
import type { Grammar, ParsedStatement } from '../grammar/parse.js'
import { nodesBelow } from '../grammar/tree.js'
import type { Explainable } from '../plan/explain.js'
import { collectUses, type StatementUses } from '../uses/collect-uses.js'

/** A query with all that its text says. */
export interface PreparedQuery extends StatementUses {
  readonly query: WorkloadQuery
  readonly explainables: readonly [Explainable, ...Explainable[]]
  /** It changes nothing by itself; a function that it calls might. */
  readonly isRead: boolean
}

/** A query that cannot be planned, and why. */
export interface FailedQuery {
  readonly query: WorkloadQuery
  readonly why: string
}

/** More values of one parameter than these plan alike, or are an average anyway. */
const MOST_SAMPLES = 3

/** EXPLAIN (GENERIC_PLAN). */
const GENERIC_PLANS = 160_000

const EXPLAINED = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'])
const WRITES = new Set([
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'IntoClause',
  'LockingClause',
])

export function prepareQuery(
  query: WorkloadQuery,
  statements: readonly ParsedStatement[],
  catalog: Catalog,
  grammar: Grammar,
): PreparedQuery | FailedQuery {
  const [statement, ...others] = statements
  if (!statement || others.length > 0)
    return { query, why: `${statements.length} statements where one is meant` }
  if (!EXPLAINED.has(statement.node[0]))
    return { query, why: `${statement.node[0].replace(/Stmt$/, '')} has no plan` }
  const all = [...nodesBelow(statement.node)]
  const hasParameters = all.some(([kind]) => kind === 'ParamRef')
  const samples = hasParameters ? (query.samples ?? []).slice(0, MOST_SAMPLES) : []
  if (hasParameters && samples.length === 0 && catalog.server.version < GENERIC_PLANS)
    return { query, why: 'before PostgreSQL 16 parameters need values: give samples' }
  return {
    query,
    explainables: explainables(statement.text, hasParameters, samples),
    isRead: !all.some(([kind, body]) => WRITES.has(kind) || 'intoClause' in body),
    ...collectUses(statement, catalog, grammar, samples[0]),
  }
}

function explainables(
  sql: string,
  hasParameters: boolean,
  samples: readonly (readonly ParameterValue[])[],
): readonly [Explainable, ...Explainable[]] {
  const [first, ...rest] = samples
  if (!first) return [{ sql, hasParameters }]
  const withValues = (parameters: readonly ParameterValue[]) => ({ sql, hasParameters, parameters })
  return [withValues(first), ...rest.map(withValues)]
}

export function isPrepared(query: PreparedQuery | FailedQuery): query is PreparedQuery {
  return 'uses' in query
}
