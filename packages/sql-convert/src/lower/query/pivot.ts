import type { PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgSelectItem } from '../../postgres/query.js'
import type { Expression, NamedExpression } from '../../spark/ast/expression.js'
import type { Pivot } from '../../spark/ast/query.js'
import { compare } from '../expression/comparison.js'
import type { LoweredTable, Lowerer } from '../lowerer.js'
import { and, name, number, template } from '../pg.js'
import { type OutputColumn, type Scope, scopeWith } from '../scope.js'
import { pgAlias, relationOf } from './alias.js'

/** PIVOT: one FILTER an aggregate and value; all columns that are not used are the keys. */
export function lowerPivot(
  lowerer: Lowerer,
  pivot: Omit<Pivot, 'table'>,
  table: LoweredTable,
  outer: Scope,
): LoweredTable {
  const scope: Scope = scopeWith(outer, { relations: table.relations })
  const keys = keysOf(lowerer, pivot, table)
  const cells = pivot.values.flatMap((value) => cellsOf(lowerer, pivot, value, scope))
  const groups = keys.map(({ name: own }) => ({ value: name(fold(own ?? '')) }))
  const where = and(table.conditions)
  const body = {
    kind: 'select',
    distinct: false,
    items: [...groups, ...cells.map(({ item }) => item)],
    from: [table.table],
    where,
    groupBy: groups.length
      ? groups.map((_, place) => ({ kind: 'expression', value: number(place + 1) }) as const)
      : [{ kind: 'set', values: [] } as const],
    windows: [],
  } as const
  const columns = [...keys, ...cells.map(({ column }) => column)]
  return {
    table: {
      kind: 'derived',
      lateral: false,
      query: { body },
      alias: pgAlias(pivot.alias, () => lowerer.context.fresh('p')),
    },
    relations: [relationOf(pivot.alias, columns)],
    conditions: [],
  }
}

function keysOf(
  lowerer: Lowerer,
  pivot: Omit<Pivot, 'table'>,
  { relations }: LoweredTable,
): readonly OutputColumn[] {
  if (relations.some(({ columns }) => !columns)) {
    return lowerer.context.needsSchema('PIVOT needs the columns of its table', pivot)
  }
  const used = new Set(
    [...pivot.columns, ...columnsIn(pivot.aggregates)].map((parts) => fold(parts.at(-1) ?? '')),
  )
  return relations
    .flatMap(({ columns }) => columns ?? [])
    .filter((column) => !column.qualifiedOnly && !used.has(fold(column.name ?? '')))
}

/** Every column that is named in an expression. */
function columnsIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  if (
    'kind' in value &&
    value.kind === 'column' &&
    'parts' in value &&
    Array.isArray(value.parts)
  ) {
    return [value.parts.map(String)]
  }
  return Object.values(value).flatMap(columnsIn)
}

function cellsOf(
  lowerer: Lowerer,
  pivot: Omit<Pivot, 'table'>,
  value: NamedExpression,
  scope: Scope,
): readonly { readonly item: PgSelectItem; readonly column: OutputColumn }[] {
  const filter = and(
    partsOf(value.value).map((part, place) => {
      const column = lowerer.expression(
        { kind: 'column', parts: pivot.columns[place] ?? [], start: pivot.start, end: pivot.end },
        scope,
      )
      return compare(lowerer.context, '=', column, lowerer.expression(part, scope), part).pg
    }),
  )
  const own = value.alias ?? nameOf(lowerer, value.value)
  return pivot.aggregates.map((aggregate) => {
    const bound = lowerer.expression(aggregate.value, scopeWith(scope, { filter }))
    const isOnly = pivot.aggregates.length === 1
    const alias = isOnly ? own : `${own}_${aggregate.alias ?? textOf(lowerer, aggregate.value)}`
    const value = filter ? nullWithoutRows(aggregate.value, bound.pg, filter) : bound.pg
    return { item: { value, alias }, column: { name: alias, type: bound.type } }
  })
}

/** Aggregates that are NULL of no rows by themselves. */
const NULL_OF_NOTHING = /^(?:sum|avg|mean|min|max|first|last|any_value|first_value|last_value)$/i

/** A cell without rows is NULL, be it of a count. */
function nullWithoutRows(
  aggregate: Expression,
  value: PgExpression,
  filter: PgExpression,
): PgExpression {
  const isNull = aggregate.kind === 'call' && NULL_OF_NOTHING.test(aggregate.name.join('.'))
  if (isNull) return value
  return template('CASE WHEN count(*) FILTER (WHERE $1) > 0 THEN $2 END', filter, value)
}

function partsOf(value: Expression): readonly Expression[] {
  if (value.kind === 'row') return value.items.map((item) => item.value)
  return [value]
}

function nameOf(lowerer: Lowerer, value: Expression): string {
  if (value.kind === 'literal' && typeof value.value === 'string') return value.value
  return partsOf(value).length > 1
    ? `{${partsOf(value)
        .map((part) => nameOf(lowerer, part))
        .join(', ')}}`
    : textOf(lowerer, value)
}

function textOf(lowerer: Lowerer, { start, end }: Expression): string {
  return lowerer.context.text.slice(start, end)
}
