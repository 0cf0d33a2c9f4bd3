import type { PgExpression } from '../../postgres/expression.js'
import type { Expression } from '../../spark/ast/expression.js'
import type { Query } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'

interface Limits {
  readonly limit?: PgExpression
  readonly offset?: PgExpression
}

export function lowerLimit(
  lowerer: Lowerer,
  { limit, offset, order, ...span }: Pick<Query, 'end' | 'limit' | 'offset' | 'order' | 'start'>,
  scope: Scope,
): Limits {
  const isLimited = (limit !== undefined && limit !== 'all') || offset !== undefined
  if (isLimited) noteTies(lowerer, order, span)
  const lowered = (one: Expression) => lowerer.expression(one, scope).pg
  return {
    ...(limit !== undefined && limit !== 'all' && { limit: lowered(limit) }),
    ...(offset && { offset: lowered(offset) }),
  }
}

function noteTies(
  lowerer: Lowerer,
  order: Query['order'],
  span: Parameters<Lowerer['context']['note']>[0]['span'],
): void {
  const isOrdered = order.orderBy === 'all' || order.orderBy.length > 0 || order.sortBy.length > 0
  lowerer.context.note({
    grade: 'equivalent',
    because: isOrdered
      ? 'Among rows that are equal in the order, each engine may choose others for LIMIT and OFFSET.'
      : 'LIMIT and OFFSET without an order: each engine may choose other rows.',
    span: { start: span.start, end: span.end },
  })
}
