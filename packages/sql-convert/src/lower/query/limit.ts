import type { PgExpression } from '../../postgres/expression.js'
import type { Query } from '../../spark/ast/query.js'
import type { Lowerer } from '../lowerer.js'
import type { Scope } from '../scope.js'

interface Limits {
  readonly limit?: PgExpression | undefined
  readonly offset?: PgExpression | undefined
}

export function lowerLimit(
  lowerer: Lowerer,
  query: Pick<Query, 'end' | 'limit' | 'offset' | 'order' | 'start'>,
  scope: Scope,
): Limits {
  const { offset } = query
  const limit = query.limit === 'all' ? undefined : query.limit
  if (limit || offset) noteTies(lowerer, query)
  return {
    limit: limit && lowerer.expression(limit, scope).pg,
    offset: offset && lowerer.expression(offset, scope).pg,
  }
}

function noteTies(
  lowerer: Lowerer,
  { order, start, end }: Pick<Query, 'end' | 'order' | 'start'>,
): void {
  const isOrdered = order.orderBy === 'all' || order.orderBy.length > 0 || order.sortBy.length > 0
  lowerer.context.note({
    grade: 'equivalent',
    because: isOrdered
      ? 'Among rows that are equal in the order, each engine may choose others for LIMIT and OFFSET.'
      : 'LIMIT and OFFSET without an order: each engine may choose other rows.',
    span: { start, end },
  })
}
