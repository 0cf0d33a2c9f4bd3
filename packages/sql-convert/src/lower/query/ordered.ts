import type { PgOrderItem } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgQuery } from '../../postgres/query.js'
import type { Expression } from '../../spark/ast/expression.js'
import type { OrderItem, Query, QueryOrder } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import { name, number } from '../pg.js'
import type { OutputColumn, Scope } from '../scope.js'
import { lowerSelect } from './select.js'

interface Ordered {
  readonly ordered: PgQuery
  readonly columns?: readonly OutputColumn[]
}

/** The body of a query with its order. */
export function lowerOrdered(lowerer: Lowerer, query: Query, scope: Scope): Ordered {
  const { body, order } = query
  if (body.kind === 'select') {
    const windows = [...body.windows, ...query.windows]
    const select = lowerSelect(lowerer, { ...body, windows }, scope)
    const { columns } = select
    const orderBy = lowerKeys(lowerer, query, order, columns, select.orderScope)
    return { ordered: { body: select.body, orderBy }, ...(columns && { columns }) }
  }
  const lowered = lowerer.body(body, scope)
  const { columns } = lowered
  const relation = columns ? [{ names: [], columns }] : [{ names: [] }]
  const inner: Scope = { ...scope, relations: relation }
  const orderBy = lowerKeys(lowerer, query, order, columns, inner)
  const isPlain = orderBy.every(({ value }) => value.kind === 'name' || value.kind === 'number')
  if (isPlain) return { ordered: { body: lowered.body, orderBy }, ...(columns && { columns }) }
  const derived = {
    kind: 'derived',
    lateral: false,
    query: { body: lowered.body },
    alias: { name: lowerer.context.fresh('q'), columns: [] },
  } as const
  const star = { value: { kind: 'star', qualifier: [] } } as const
  const select = {
    kind: 'select',
    distinct: false,
    items: [star],
    from: [derived],
    windows: [],
  } as const
  return { ordered: { body: select, orderBy }, ...(columns && { columns }) }
}

function lowerKeys(
  lowerer: Lowerer,
  query: Query,
  order: QueryOrder,
  columns: readonly OutputColumn[] | undefined,
  scope: Scope,
): readonly PgOrderItem[] {
  if (order.orderBy === 'all') return orderByAll(lowerer, query, columns)
  const items = keysOf(order)
  return items.flatMap((item) => lowerKey(lowerer, item, columns, scope))
}

/** SORT BY sorts within partitions: here there is one. DISTRIBUTE BY has nothing to distribute. */
function keysOf(order: QueryOrder): readonly OrderItem[] {
  if (order.orderBy !== 'all' && order.orderBy.length > 0) return order.orderBy
  if (order.sortBy.length > 0) return order.sortBy
  return order.clusterBy.map((value) => ({ value, descending: false }))
}

function orderByAll(
  lowerer: Lowerer,
  query: Query,
  columns: readonly OutputColumn[] | undefined,
): readonly PgOrderItem[] {
  if (!columns) return lowerer.context.needsSchema('ORDER BY ALL needs the columns', query)
  return columns.map((_, place) => ({
    value: number(place + 1),
    descending: false,
    nulls: 'first',
  }))
}

function lowerKey(
  lowerer: Lowerer,
  { value, descending, nulls }: OrderItem,
  columns: readonly OutputColumn[] | undefined,
  scope: Scope,
): readonly PgOrderItem[] {
  const key = (pg: PgOrderItem['value']): readonly PgOrderItem[] => [
    { value: pg, descending, nulls: nulls ?? (descending ? 'last' : 'first') },
  ]
  if (value.kind === 'number' && value.type === 'integer') return key(number(value.digits))
  const output = outputName(value, columns)
  if (output !== undefined) return key(name(output))
  const bound = lowerer.expression(value, scope)
  return bound.constant === undefined ? key(bound.pg) : []
}

/** Postgres looks among the output columns first for a plain name, as Databricks does. */
function outputName(
  value: Expression,
  columns: readonly OutputColumn[] | undefined,
): string | undefined {
  if (value.kind !== 'column' || value.parts.length !== 1) return undefined
  const wanted = fold(value.parts[0] ?? '')
  const found = columns?.filter(
    (column) => column.name !== undefined && fold(column.name) === wanted,
  )
  return found?.length === 1 ? wanted : undefined
}
