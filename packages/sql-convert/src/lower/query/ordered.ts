import type { PgExpression, PgOrderItem } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { PgQuery } from '../../postgres/query.js'
import type { Expression } from '../../spark/ast/expression.js'
import type { OrderItem, Query, QueryOrder } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import { name, number } from '../pg.js'
import { type OutputColumn, type Scope, scopeWith } from '../scope.js'
import { lowerSelect } from './select.js'

interface Ordered {
  readonly ordered: PgQuery
  readonly columns?: readonly OutputColumn[] | undefined
}

/** The body of a query with its order. */
export function lowerOrdered(lowerer: Lowerer, query: Query, scope: Scope): Ordered {
  const { body, order } = query
  if (body.kind === 'select') {
    const windows = [...body.windows, ...query.windows]
    const named = query.windows.length > 0 ? { ...body, windows } : body
    const select = lowerSelect(lowerer, named, scope)
    const { columns } = select
    const orderBy = lowerKeys(lowerer, query, order, columns, select.orderScope)
    return { ordered: { body: select.body, orderBy }, columns }
  }
  const lowered = lowerer.body(body, scope)
  const { columns } = lowered
  const relation = columns ? [{ names: [], columns }] : [{ names: [] }]
  const inner: Scope = scopeWith(scope, { relations: relation })
  const orderBy = lowerKeys(lowerer, query, order, columns, inner)
  const isPlain = orderBy.every(({ value }) => value.kind === 'name' || value.kind === 'number')
  if (isPlain) return { ordered: { body: lowered.body, orderBy }, columns }
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
  return { ordered: { body: select, orderBy }, columns }
}

function lowerKeys(
  lowerer: Lowerer,
  query: Query,
  order: QueryOrder,
  columns: readonly OutputColumn[] | undefined,
  scope: Scope,
): readonly PgOrderItem[] {
  const every = isColumnAll(columns) ? undefined : allOf(order)
  if (every) return orderByAll(lowerer, query, columns, every)
  const items = order.orderBy === 'all' ? [columnAll(query)] : keysOf(order)
  const keys = items.flatMap((item) => lowerKey(lowerer, item, columns, scope))
  noteTies(lowerer, query, items, columns)
  return keys
}

/** `ORDER BY all` where there is a column of that name. */
function isColumnAll(columns: readonly OutputColumn[] | undefined): boolean {
  return columns?.some(({ name: own }) => fold(own ?? '') === 'all') === true
}

function columnAll({ start, end }: Query): OrderItem {
  return { value: { kind: 'column', parts: ['all'], start, end }, descending: false }
}

/** Rows that are equal in all keys, and differ in another column, come in any sequence. */
function noteTies(
  lowerer: Lowerer,
  { order, start, end }: Query,
  items: readonly OrderItem[],
  columns: readonly OutputColumn[] | undefined,
): void {
  const span = { start, end }
  if (order.orderBy !== 'all' && order.orderBy.length === 0 && order.sortBy.length > 0) {
    lowerer.context.note({
      grade: 'equivalent',
      because: 'SORT BY sorts each partition on its own; Postgres sorts all rows.',
      span,
    })
    return
  }
  const keys = new Set(
    items.map(({ value }) => {
      if (value.kind === 'number') return `#${value.digits}`
      return value.kind === 'column' ? fold(value.parts.at(-1) ?? '') : ''
    }),
  )
  const isKey = ({ name: own }: OutputColumn, place: number) =>
    keys.has(`#${place + 1}`) || (own !== undefined && keys.has(fold(own)))
  if (items.length === 0 || columns?.every(isKey)) return
  lowerer.context.note({
    grade: 'equivalent',
    because: 'Rows that are equal in the order may come in another sequence.',
    span,
  })
}

/** SORT BY sorts within partitions: here there is one. DISTRIBUTE BY has nothing to distribute. */
function keysOf(order: QueryOrder): readonly OrderItem[] {
  if (order.orderBy !== 'all' && order.orderBy.length > 0) return order.orderBy
  if (order.sortBy.length > 0) return order.sortBy
  return order.clusterBy.map((value) => ({ value, descending: false }))
}

type Direction = Pick<OrderItem, 'descending' | 'nulls'>

/** `ORDER BY ALL [DESC] [NULLS LAST]`: how every column is sorted. */
function allOf({ orderBy }: QueryOrder): Direction | undefined {
  if (orderBy === 'all') return { descending: false }
  const [item] = orderBy
  const isAll = item?.value.kind === 'column' && /^all$/i.test(item.value.parts.join('.'))
  return isAll && orderBy.length === 1 ? item : undefined
}

function orderByAll(
  lowerer: Lowerer,
  query: Query,
  columns: readonly OutputColumn[] | undefined,
  { descending, nulls }: Direction,
): readonly PgOrderItem[] {
  if (!columns) return lowerer.context.needsSchema('ORDER BY ALL needs the columns', query)
  return columns.map((_, place) => ({
    value: number(place + 1),
    descending,
    nulls: nulls ?? (descending ? 'last' : 'first'),
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
  if (output === 'several') return key(inputColumn(lowerer, value, scope))
  if (output) return key(name(output.name))
  const bound = lowerer.expression(value, scope)
  return bound.constant === undefined ? key(bound.pg) : []
}

/** Postgres looks among the output columns first for a plain name, as Databricks does. */
function outputName(
  value: Expression,
  columns: readonly OutputColumn[] | undefined,
): { readonly name: string } | 'several' | undefined {
  if (value.kind !== 'column' || value.parts.length !== 1) return undefined
  const wanted = fold(value.parts[0] ?? '')
  const found = columns?.filter((column) => fold(column.name ?? '') === wanted) ?? []
  if (found.length > 1) return 'several'
  return found.length === 1 ? { name: wanted } : undefined
}

/** A name of two output columns means the column of the table; Postgres wants to know which. */
function inputColumn(lowerer: Lowerer, value: Expression, scope: Scope): PgExpression {
  const { pg } = lowerer.expression(value, scopeWith(scope, { parameters: new Map() }))
  if (pg.kind !== 'name' || pg.parts.length !== 1) return pg
  const [own = ''] = pg.parts
  const table = scope.relations.find(({ columns }) =>
    columns?.some((column) => fold(column.name ?? '') === own),
  )?.names[0]
  return table === undefined ? pg : name(table, own)
}
