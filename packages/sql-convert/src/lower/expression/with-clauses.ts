import type { PgCall, PgExpression } from '../../postgres/expression.js'
import type { Call } from '../../spark/ast/expression.js'
import type { Lowerer } from '../lowerer.js'
import { and } from '../pg.js'
import type { Scope } from '../scope.js'
import { condition } from './condition.js'

/** An aggregate or window call with the DISTINCT, ORDER BY, FILTER and OVER of the source. */
export function withClauses(lowerer: Lowerer, call: Call, own: PgCall, scope: Scope): PgExpression {
  const said = call.filter && condition(lowerer, call.filter, scope).pg
  const pivoted = call.over === undefined ? scope.filter : undefined
  const filter = and([said, pivoted, own.filter].flatMap((one) => (one ? [one] : [])))
  const over = call.over === undefined ? undefined : lowerer.window(call.over, scope)
  const orderBy = own.orderBy ?? lowerer.order(call.orderBy, scope)
  const withinGroup =
    own.withinGroup ?? (call.withinGroup && lowerer.order(call.withinGroup, scope))
  return {
    kind: 'call',
    name: own.name,
    arguments: own.arguments,
    distinct: own.distinct ?? call.distinct,
    ...(orderBy.length > 0 && { orderBy }),
    ...(withinGroup && { withinGroup }),
    ...(filter && { filter }),
    ...(over !== undefined && { over }),
  }
}
