import { AdviseError } from '../advise-error.js'
import type { WorkloadQuery } from '../advise-options.js'
import type { Catalog, Server, Table } from '../catalog/catalog.js'
import { loadCatalog } from '../catalog/load-catalog.js'
import type { Grammar, ParsedStatement } from '../grammar/parse.js'
import { attempt } from '../prove/attempt.js'
import { qualifiedName, quoteName } from '../quote.js'
import type { RunSql } from '../run-sql.js'
import { type FailedQuery, isPrepared, type PreparedQuery, prepareQuery } from './prepared-query.js'

export interface Workload {
  readonly catalog: Catalog
  readonly prepared: readonly PreparedQuery[]
  readonly failed: readonly FailedQuery[]
}

/** Reads the queries, and of the catalog what they name. */
export async function prepareWorkload(
  runSql: RunSql,
  server: Server,
  grammar: Grammar,
  queries: readonly WorkloadQuery[],
  { allowBuild }: { readonly allowBuild: boolean },
): Promise<Workload> {
  const parsed = queries.map((query) => parseQuery(grammar, query))
  const statements = parsed.flatMap((one) => ('statements' in one ? one.statements : []))
  const first = await loadCatalog(runSql, server, grammar, statements)
  const catalog =
    allowBuild && (await analyzeNew(runSql, first.tables))
      ? await loadCatalog(runSql, server, grammar, statements)
      : first
  const prepared = parsed.map((one) =>
    'statements' in one ? prepareQuery(one.query, one.statements, catalog, grammar) : one,
  )
  return {
    catalog,
    prepared: prepared.filter(isPrepared),
    failed: prepared.flatMap((one) => (isPrepared(one) ? [] : one)),
  }
}

interface ParsedQuery {
  readonly query: WorkloadQuery
  readonly statements: readonly ParsedStatement[]
}

function parseQuery(grammar: Grammar, query: WorkloadQuery): ParsedQuery | FailedQuery {
  try {
    return { query, statements: grammar.parse(query.sql) }
  } catch (error) {
    if (error instanceof AdviseError) return { query, why: error.message }
    throw error
  }
}

/**
 * A table that was never analyzed is planned by guesses, and building an index would change them: so
 * statistics are gathered first, where something may be done at all. They go with the rollback; with
 * the columns named, autovacuum's counters stay as they are, which no rollback would bring back.
 */
async function analyzeNew(runSql: RunSql, tables: readonly Table[]): Promise<boolean> {
  const fresh = tables.filter(({ kind, rows, bytes }) => kind === 'r' && rows < 0 && bytes > 0)
  for (const table of fresh) {
    const columns = table.columns.map(({ name }) => quoteName(name)).join(', ')
    await attempt(runSql, () => runSql(`ANALYZE ${qualifiedName(table)} (${columns})`))
  }
  return fresh.length > 0
}
