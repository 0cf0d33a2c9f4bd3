import type { AggregateCall, BoundOrderItem, FunctionCall } from '../../functions/rule.js'
import type { PgCall, PgExpression, PgOrderItem } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { Call, Expression } from '../../spark/ast/expression.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { cast } from '../pg.js'
import type { Scope } from '../scope.js'
import { templated } from './templated.js'
import { withClauses } from './with-clauses.js'

type Lambda = Extract<Expression, { readonly kind: 'lambda' }>

/** What a rule that is more than a text works with. */
export function functionCall(
  lowerer: Lowerer,
  call: Call,
  name: string,
  values: readonly Bound[],
  scope: Scope,
): FunctionCall {
  const { context } = lowerer
  const span = { start: call.start, end: call.end }
  const lambdaAt = (place: number): Lambda => {
    const argument = call.arguments[place]?.value
    return argument?.kind === 'lambda' ? argument : context.refuse(`${name}: no lambda`, call)
  }
  return {
    start: span.start,
    end: span.end,
    name,
    arguments: values,
    source: call,
    lambda: (place, given) => applyLambda(lowerer, lambdaAt(place), given, scope),
    lambdaSize: (place) => lambdaAt(place).parameters.length,
    cast: (value, type) =>
      castTo(value, type) ?? context.refuse(`${name}: ${value.type.kind} as ${type.kind}`, call),
    order: orderOf(lowerer, call, scope),
    groupKeys: scope.groupKeys,
    aggregate: (own, type) => ({
      pg: withFrame(withClauses(lowerer, unordered(call), pgCall(own), scope), own),
      type,
      ...(call.over === undefined && { aggregates: true }),
    }),
    fresh: context.fresh,
    template: (text, given, type) => ({
      pg: templated(
        context,
        span,
        text,
        given,
        given.map(({ pg }) => pg),
      ),
      type,
      ...(given.some(({ aggregates }) => aggregates) && { aggregates: true }),
      ...(given.some(({ once }) => once) && { once: true }),
    }),
    note: (grade, because) => context.note({ grade, because, span }),
    refuse: (why, hint) => context.refuse(`${name}: ${why}`, call, hint),
  }
}

function applyLambda(
  lowerer: Lowerer,
  { parameters, body }: Lambda,
  given: readonly Bound[],
  scope: Scope,
): Bound {
  const bound = new Map(scope.parameters)
  parameters.forEach((parameter, place) => {
    const value = given[place]
    if (value) bound.set(fold(parameter), value)
  })
  return lowerer.expression(body, { ...scope, parameters: bound })
}

/** A rule says itself where the order goes. */
function unordered({ withinGroup: _, ...call }: Call): Call {
  return { ...call, orderBy: [] }
}

function orderOf(lowerer: Lowerer, call: Call, scope: Scope): readonly BoundOrderItem[] {
  return (call.withinGroup ?? call.orderBy).map(({ value, descending, nulls }) => ({
    value: lowerer.expression(value, scope),
    descending,
    nulls: nulls ?? (descending ? 'last' : 'first'),
  }))
}

function pgCall(own: AggregateCall): PgCall {
  return {
    kind: 'call',
    name: own.name,
    arguments: own.arguments.map((value) => (value.untyped ? cast(value.pg, 'text') : value.pg)),
    orderBy: orderItems(own.orderBy ?? []),
    ...(own.withinGroup && { withinGroup: orderItems(own.withinGroup) }),
    ...(own.filter && { filter: own.filter.pg }),
    ...(own.distinct !== undefined && { distinct: own.distinct }),
  }
}

function orderItems(items: readonly BoundOrderItem[]): readonly PgOrderItem[] {
  return items.map((item) => ({ ...item, value: item.value.pg }))
}

function withFrame(call: PgExpression, { frame, windowOrder }: AggregateCall): PgExpression {
  if (call.kind !== 'call' || call.over === undefined) return call
  if (!frame && !windowOrder) return call
  const over =
    typeof call.over === 'string' ? { base: call.over, partitionBy: [], orderBy: [] } : call.over
  const orderBy = windowOrder ? orderItems(windowOrder) : over.orderBy
  return { ...call, over: { ...over, orderBy, ...(frame && { frame }) } }
}
