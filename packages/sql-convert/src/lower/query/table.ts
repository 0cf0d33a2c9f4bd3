import { fold } from '../../postgres/identifier.js'
import type { TableReference } from '../../spark/ast/query.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { EMPTY_SCOPE, innerScope, type Scope, scopeWith } from '../scope.js'
import { pgAlias, relationOf } from './alias.js'
import { lowerInlineRows } from './inline-table.js'
import { lowerJoin } from './join.js'
import { lowerPivot } from './pivot.js'
import { lowerSample } from './sample.js'
import { lowerTableFunction } from './table-function.js'
import { tableName } from './table-name.js'
import { lowerUnpivot } from './unpivot.js'

type Of<Kind extends TableReference['kind']> = Extract<TableReference, { readonly kind: Kind }>

export function lowerTable(lowerer: Lowerer, table: TableReference, scope: Scope): LoweredTable {
  switch (table.kind) {
    case 'named table':
      return lowerNamed(lowerer, table, scope)
    case 'derived table':
      return lowerDerived(lowerer, table, scope)
    case 'inline table':
      return lowerInlineRows(lowerer, table, scope)
    case 'table function':
      return lowerTableFunction(lowerer, table, scope)
    case 'join':
      return lowerJoin(lowerer, table, scope)
    case 'pivot':
      return lowerPivot(lowerer, table, lowerer.table(table.table, scope), scope)
    case 'unpivot':
      return lowerUnpivot(lowerer, table, lowerer.table(table.table, scope), scope)
  }
}

function lowerNamed(lowerer: Lowerer, table: Of<'named table'>, scope: Scope): LoweredTable {
  const { name, alias, sample, timeTravel } = table
  if (timeTravel) {
    return lowerer.context.refuse(
      'time travel',
      table,
      'Postgres keeps no versions: sync the version you need into a table of its own.',
    )
  }
  const common = name.length === 1 ? scope.tables.get(fold(name[0] ?? '')) : undefined
  const isCommon = name.length === 1 && scope.tables.has(fold(name[0] ?? ''))
  const columns = isCommon ? common : lowerer.catalog.table(name)
  const own = tableName(lowerer, name, table)
  const lowered: LoweredTable = {
    table: {
      kind: 'table',
      name: own,
      alias: alias?.name === undefined ? undefined : pgAlias(alias, () => ''),
    },
    relations: [relationOf(alias, columns, name)],
    conditions: [],
  }
  return sample ? lowerSample(lowerer, sample, lowered, table) : lowered
}

function lowerDerived(lowerer: Lowerer, table: Of<'derived table'>, scope: Scope): LoweredTable {
  const within = table.lateral ? innerScope(scope) : outerOnly(scope)
  const { query, columns } = lowerer.query(table.query, within)
  const lowered: LoweredTable = {
    table: {
      kind: 'derived',
      lateral: table.lateral,
      query,
      alias: pgAlias(table.alias, () => lowerer.context.fresh('q')),
    },
    relations: [relationOf(table.alias, columns)],
    conditions: [],
  }
  return table.sample ? lowerSample(lowerer, table.sample, lowered, table) : lowered
}

/** A table that is not LATERAL does not see those beside it, but what its query sees. */
function outerOnly(scope: Scope): Scope {
  return scopeWith(innerScope(scope), { outer: scope.outer ?? EMPTY_SCOPE })
}
