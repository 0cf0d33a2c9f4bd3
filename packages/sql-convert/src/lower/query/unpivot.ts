import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgTable } from '../../postgres/query.js'
import type { Unpivot } from '../../spark/ast/query.js'
import { STRING } from '../../type/spark-type.js'
import { unifiedType, unify } from '../cast/unify.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { and, cast, name, template, text } from '../pg.js'
import { type OutputColumn, type Scope, scopeWith } from '../scope.js'
import { pgAlias, relationOf } from './alias.js'

/** UNPIVOT: a row for each column named, by a join with VALUES of them. */
export function lowerUnpivot(
  lowerer: Lowerer,
  unpivot: Omit<Unpivot, 'table'>,
  table: LoweredTable,
  outer: Scope,
): LoweredTable {
  const keys = keysOf(lowerer, unpivot, table)
  const cells = cellsOf(lowerer, unpivot, scopeWith(outer, { relations: table.relations }))
  const names = [unpivot.name, ...unpivot.values]
  const join: PgTable = {
    kind: 'join',
    type: 'cross',
    left: table.table,
    right: {
      kind: 'derived',
      lateral: true,
      query: { body: { kind: 'values', rows: cells.rows } },
      alias: { name: '_u', columns: names },
    },
    natural: false,
  }
  const filters = unpivot.includeNulls ? [] : [notNull(unpivot.values)]
  const where = and([...table.conditions, ...filters])
  const items = [
    ...keys.map(({ name: own }) => name(fold(own ?? ''))),
    ...names.map((own) => name('_u', own)),
  ].map((value) => ({ value }))
  const body = { kind: 'select', distinct: false, items, from: [join], windows: [] } as const
  const columns = [...keys, { name: unpivot.name, type: STRING }, ...cells.columns]
  return {
    table: {
      kind: 'derived',
      lateral: false,
      query: { body: { ...body, where } },
      alias: pgAlias(unpivot.alias, () => lowerer.context.fresh('u')),
    },
    relations: [relationOf(unpivot.alias, columns)],
    conditions: [],
  }
}

/** The label of each column and its values, all of one place in one type. */
function cellsOf(
  lowerer: Lowerer,
  unpivot: Omit<Unpivot, 'table'>,
  scope: Scope,
): {
  readonly rows: readonly (readonly PgExpression[])[]
  readonly columns: readonly OutputColumn[]
} {
  const { start, end } = unpivot
  const cells = unpivot.columns.map(({ columns }) =>
    columns.map((parts) => lowerer.expression({ kind: 'column', parts, start, end }, scope)),
  )
  const byPlace = unpivot.values.map((_, place) => cells.flatMap((row) => row[place] ?? []))
  const unified = byPlace.map((column) => unify(lowerer.context, column, unpivot))
  const rows = unpivot.columns.map(({ columns, alias }, line) => {
    const label = text(alias ?? columns.map((parts) => parts.at(-1) ?? '').join('_'))
    const values = unified.flatMap((column) => column[line]?.pg ?? [])
    return [line === 0 ? cast(label, 'text') : label, ...values]
  })
  const columns = unpivot.values.map((own, place) => ({
    name: own,
    type: unifiedType(byPlace[place] ?? []),
  }))
  return { rows, columns }
}

/** A row of nothing but NULL is left out. */
function notNull(values: readonly string[]): PgExpression {
  const [first = '', ...rest] = values
  const test = (own: string) => template('$1 IS NOT NULL', name('_u', own))
  const oneIsSet = rest.reduce((left, own) => template('$1 OR $2', left, test(own)), test(first))
  return rest.length > 0 ? template('($1)', oneIsSet) : oneIsSet
}

function keysOf(
  lowerer: Lowerer,
  unpivot: Omit<Unpivot, 'table'>,
  { relations }: LoweredTable,
): readonly OutputColumn[] {
  if (relations.some(({ columns }) => !columns)) {
    return lowerer.context.needsSchema('UNPIVOT needs the columns of its table', unpivot)
  }
  const used = new Set(
    unpivot.columns.flatMap(({ columns }) => columns.map((parts) => fold(parts.at(-1) ?? ''))),
  )
  return relations
    .flatMap(({ columns }) => columns ?? [])
    .filter((column) => !column.qualifiedOnly && !used.has(fold(column.name ?? '')))
}
