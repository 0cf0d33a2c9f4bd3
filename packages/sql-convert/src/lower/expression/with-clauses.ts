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
  const filter = and([said, pivoted, own.filter].filter((one) => one !== undefined))
  const over = call.over === undefined ? undefined : lowerer.window(call.over, scope)
  if (over !== undefined) noteTies(lowerer, call, own)
  const orderBy = own.orderBy ?? lowerer.order(call.orderBy, scope)
  const withinGroup =
    own.withinGroup ?? (call.withinGroup && lowerer.order(call.withinGroup, scope))
  return {
    kind: 'call',
    name: own.name,
    arguments: own.arguments,
    distinct: own.distinct ?? call.distinct,
    orderBy: orderBy.length > 0 ? orderBy : undefined,
    withinGroup,
    filter,
    over,
  }
}

/** Functions for which rows that are equal in the order are the same. */
const TIES_ARE_EQUAL =
  /^(rank|dense_rank|percent_rank|cume_dist|count|sum|avg|min|max|stddev\w*|var\w*|bool_\w+|bit_\w+)$/

function noteTies(lowerer: Lowerer, call: Call, { name }: PgCall): void {
  const { over } = call
  const frame = typeof over === 'object' ? over.frame : undefined
  if (TIES_ARE_EQUAL.test(name) && frame?.unit !== 'rows') return
  lowerer.context.note({
    grade: 'equivalent',
    because: "Rows that are equal in a window's order may come in another sequence.",
    span: { start: call.start, end: call.end },
  })
}
