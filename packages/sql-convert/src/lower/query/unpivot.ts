import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { Unpivot } from '../../spark/ast/query.js'
import { STRING } from '../../type/spark-type.js'
import { unifiedType, unify } from '../cast/unify.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { cast, name, template, text } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'
import { pgAlias, relationOf } from './alias.js'

/** UNPIVOT: a row for each column named, by a join with VALUES of them. */
export function lowerUnpivot(
  lowerer: Lowerer,
  unpivot: Omit<Unpivot, 'table'>,
  table: LoweredTable,
  outer: Scope,
): LoweredTable {
  const scope: Scope = { ...outer, relations: table.relations }
  const keys = keysOf(lowerer, unpivot, table)
  const cells = unpivot.columns.map(({ columns }) =>
    columns.map((parts) =>
      lowerer.expression({ kind: 'column', parts, start: unpivot.start, end: unpivot.end }, scope),
    ),
  )
  const values = unpivot.values.map(
    (own, place): OutputColumn => ({
      name: own,
      type: unifiedType(cells.flatMap((row) => row[place] ?? [])),
    }),
  )
  const unified = unpivot.values.map((_, place) =>
    unify(
      lowerer.context,
      cells.flatMap((row) => row[place] ?? []),
      unpivot,
    ),
  )
  const rows = unpivot.columns.map(({ columns, alias }, line) => {
    const label = alias ?? columns.map((parts) => parts.at(-1) ?? '').join('_')
    return [
      line === 0 ? cast(text(label), 'text') : text(label),
      ...unified.flatMap((column) => column[line]?.pg ?? []),
    ]
  })
  const names = [unpivot.name, ...unpivot.values]
  const join = {
    kind: 'join',
    type: 'cross',
    left: table.table,
    right: {
      kind: 'derived',
      lateral: true,
      query: { body: { kind: 'values', rows } },
      alias: { name: '_u', columns: names },
    },
    natural: false,
  } as const
  const where = unpivot.includeNulls
    ? table.conditions
    : [...table.conditions, notNull(unpivot.values)]
  const items = [
    ...keys.map(({ name: own }) => name(fold(own ?? ''))),
    ...names.map((own) => name('_u', own)),
  ]
  const [first, ...rest] = where
  const filter = first && rest.reduce((left, right) => template('$1 AND $2', left, right), first)
  const body = {
    kind: 'select',
    distinct: false,
    items: items.map((value) => ({ value })),
    from: [join],
    ...(filter && { where: filter }),
    windows: [],
  } as const
  const columns = [...keys, { name: unpivot.name, type: STRING }, ...values]
  return {
    table: {
      kind: 'derived',
      lateral: false,
      query: { body },
      alias: pgAlias(unpivot.alias, () => lowerer.context.fresh('u')),
    },
    relations: [relationOf(unpivot.alias, columns)],
    conditions: [],
  }
}

/** A row of nothing but NULL is left out. */
function notNull(values: readonly string[]): PgExpression {
  const [first = '', ...rest] = values
  const test = (own: string) => template('$1 IS NOT NULL', name('_u', own))
  const any = rest.reduce((left, own) => template('$1 OR $2', left, test(own)), test(first))
  return rest.length > 0 ? template('($1)', any) : any
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
