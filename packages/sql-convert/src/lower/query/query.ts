import { fold } from '../../postgres/identifier.js'
import type { PgQuery, PgWith } from '../../postgres/query.js'
import type { CommonTable, Query } from '../../spark/ast/query.js'
import type { LoweredQuery, Lowerer } from '../lowerer.js'
import { type OutputColumn, type Scope, scopeWith } from '../scope.js'
import { renamed } from './alias.js'
import { lowerLimit } from './limit.js'
import { lowerOrdered } from './ordered.js'
import { lowerPipes } from './pipe.js'

export function lowerQuery(lowerer: Lowerer, query: Query, outer: Scope): LoweredQuery {
  const { common, scope } = lowerWith(lowerer, query, outer)
  if (query.pipes.length > 0) return withTables(common, lowerPipes(lowerer, query, scope))
  const { ordered, columns } = lowerOrdered(lowerer, query, scope)
  const { limit, offset } = lowerLimit(lowerer, query, scope)
  const { body, orderBy } = ordered
  return withTables(common, { query: { body, orderBy, limit, offset }, columns })
}

function withTables(common: PgWith | undefined, lowered: LoweredQuery): LoweredQuery {
  if (!common) return lowered
  const inner = lowered.query.with
  if (!inner) return { ...lowered, query: { ...lowered.query, with: common } }
  const query: PgQuery = { with: common, body: { kind: 'bracketed', query: lowered.query } }
  return { ...lowered, query }
}

function lowerWith(
  lowerer: Lowerer,
  query: Query,
  outer: Scope,
): { readonly common?: PgWith; readonly scope: Scope } {
  if (query.with.length === 0) return { scope: outer }
  const known = new Map(outer.tables)
  const tables = query.with.map((table) => {
    const scope: Scope = scopeWith(outer, { tables: new Map(known), relations: [] })
    const { name, columns } = table
    const lowered = query.recursive
      ? lowerRecursive(lowerer, table, scope)
      : lowerer.query(table.query, scope)
    known.set(fold(name), renamed(lowered.columns, columns))
    return { name, columns, query: lowered.query }
  })
  return {
    common: { recursive: query.recursive, tables },
    scope: scopeWith(outer, { tables: known }),
  }
}

/** The first part of the union tells the columns that the others see. */
function lowerRecursive(lowerer: Lowerer, table: CommonTable, scope: Scope): LoweredQuery {
  const own = fold(table.name)
  const { body } = table.query
  refuseRecursion(lowerer, table)
  const first = body.kind === 'set operation' ? body.left : body
  const anchor = anchorColumns(lowerer, first, scope, own)
  const known = new Map(scope.tables)
  known.set(own, renamed(anchor, table.columns))
  if (table.maxRecursionLevel) {
    const { start, end } = table
    lowerer.context.note({
      grade: 'equivalent',
      because: 'MAX RECURSION LEVEL is left out: Postgres goes on until no row is new.',
      span: { start, end },
    })
  }
  return lowerer.query(table.query, scopeWith(scope, { tables: known }))
}

function anchorColumns(
  lowerer: Lowerer,
  first: Parameters<Lowerer['body']>[0],
  scope: Scope,
  own: string,
): readonly OutputColumn[] | undefined {
  const known = new Map(scope.tables)
  known.set(own, undefined)
  return lowerer.body(first, scopeWith(scope, { tables: known })).columns
}

/** Postgres takes one reference to the table itself, in FROM of the second part of the union. */
function refuseRecursion(lowerer: Lowerer, table: CommonTable): void {
  const { body } = table.query
  if (body.kind !== 'set operation') return
  const uses = referencesTo(body.right, fold(table.name), false)
  if (uses.length > 1) {
    lowerer.context.refuse('a recursive table that is named twice in its recursive part', table)
  }
  if (uses.includes('within')) {
    lowerer.context.refuse('a recursive table within a sub-query, EXCEPT or INTERSECT', table)
  }
}

/** Where a table is named: in FROM, or within what recursion cannot go through. */
function referencesTo(
  value: unknown,
  own: string,
  isWithin: boolean,
): readonly ('from' | 'within')[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((one) => referencesTo(one, own, isWithin))
  const kind = 'kind' in value ? value.kind : undefined
  if (kind === 'named table' && 'name' in value && Array.isArray(value.name)) {
    const isOwn = value.name.length === 1 && fold(String(value.name[0])) === own
    return isOwn ? [isWithin ? 'within' : 'from'] : []
  }
  const isClosed =
    kind === 'scalar query' ||
    kind === 'exists' ||
    kind === 'in query' ||
    (kind === 'set operation' && 'operator' in value && value.operator !== 'union')
  return Object.values(value).flatMap((one) => referencesTo(one, own, isWithin || isClosed))
}
