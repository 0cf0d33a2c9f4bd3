import type { PgOrderItem } from '../../postgres/expression.js'
import type { OrderItem } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'

/** Keys of an order. Databricks puts NULL first unless the order is descending, Postgres last. */
export function lowerOrder(
  lowerer: Lowerer,
  items: readonly OrderItem[],
  scope: Scope,
): readonly PgOrderItem[] {
  return items.map(({ value, descending, nulls }) => ({
    value: lowerer.expression(value, scope).pg,
    descending,
    nulls: nulls ?? (descending ? 'last' : 'first'),
  }))
}
