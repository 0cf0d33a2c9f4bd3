import type { AggregateCall, BoundOrderItem, FunctionCall, Grade } from '../../functions/rule.js'
import type { PgCall, PgExpression, PgOrderItem } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import { placeOf } from '../../source/span.js'
import type { Call, Expression } from '../../spark/ast/expression.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { cast } from '../pg.js'
import { type Scope, scopeWith } from '../scope.js'
import { templated } from './templated.js'
import { withClauses } from './with-clauses.js'

type Lambda = Extract<Expression, { readonly kind: 'lambda' }>

/** What a rule that is more than a text works with. */
export class LoweredCall implements FunctionCall {
  readonly name: string
  readonly arguments: readonly Bound[]
  readonly source: Call
  readonly start: number
  readonly end: number
  readonly order: readonly BoundOrderItem[]
  readonly #lowerer: Lowerer
  readonly #scope: Scope

  constructor(
    lowerer: Lowerer,
    source: Call,
    name: string,
    values: readonly Bound[],
    scope: Scope,
  ) {
    this.name = name
    this.arguments = values
    this.source = source
    this.start = source.start
    this.end = source.end
    this.#lowerer = lowerer
    this.#scope = scope
    this.order = orderOf(lowerer, source, scope)
  }

  get groupKeys(): readonly PgExpression[] | undefined {
    return this.#scope.groupKeys
  }

  lambda(place: number, given: readonly Bound[]): Bound {
    return applyLambda(this.#lowerer, this.#lambdaAt(place), given, this.#scope)
  }

  lambdaSize(place: number): number {
    return this.#lambdaAt(place).parameters.length
  }

  cast(value: Bound, type: SparkType): Bound {
    return castTo(value, type) ?? this.refuse(`${value.type.kind} as ${type.kind}`)
  }

  aggregate(own: AggregateCall, type: SparkType): Bound {
    const { source } = this
    const pg = withClauses(this.#lowerer, unordered(source), pgCall(own), this.#scope)
    return { pg: withFrame(pg, own), type, aggregates: source.over === undefined }
  }

  fresh(stem: string): string {
    return this.#lowerer.context.fresh(stem)
  }

  template(text: string, given: readonly Bound[], type: SparkType): Bound {
    const pgs = given.map(({ pg }) => pg)
    return {
      pg: templated(this.#lowerer.context, placeOf(this), text, given, pgs),
      type,
      once: given.some(({ once }) => once),
      aggregates: given.some(({ aggregates }) => aggregates),
    }
  }

  note(grade: Grade, because: string): void {
    this.#lowerer.context.note({ grade, because, span: placeOf(this) })
  }

  refuse(why: string, hint?: string): never {
    return this.#lowerer.context.refuse(`${this.name}: ${why}`, this.source, hint)
  }

  #lambdaAt(place: number): Lambda {
    const argument = this.source.arguments[place]?.value
    return argument?.kind === 'lambda' ? argument : this.refuse('no lambda')
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
  return lowerer.expression(body, scopeWith(scope, { parameters: bound }))
}

/** A rule says itself where the order goes. */
function unordered(call: Call): Call {
  return { ...call, withinGroup: undefined, orderBy: [] }
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
    withinGroup: own.withinGroup && orderItems(own.withinGroup),
    filter: own.filter?.pg,
    distinct: own.distinct,
  }
}

function orderItems(items: readonly BoundOrderItem[]): readonly PgOrderItem[] {
  return items.map(({ value, descending, nulls }) => ({ value: value.pg, descending, nulls }))
}

function withFrame(call: PgExpression, { frame, windowOrder }: AggregateCall): PgExpression {
  if (call.kind !== 'call' || call.over === undefined) return call
  if (!frame && !windowOrder) return call
  const over =
    typeof call.over === 'string' ? { base: call.over, partitionBy: [], orderBy: [] } : call.over
  const orderBy = windowOrder ? orderItems(windowOrder) : over.orderBy
  return { ...call, over: { ...over, orderBy, ...(frame && { frame }) } }
}
