import { type Fit, findRule } from '../../functions/find-rule.js'
import type { FunctionRule } from '../../functions/rule.js'
import type { PgCall, PgExpression } from '../../postgres/expression.js'
import { fold } from '../../postgres/identifier.js'
import type { Argument, Call } from '../../spark/ast/expression.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { template } from '../pg.js'
import { isGenerator } from '../query/generator-name.js'
import { starExpressions } from '../query/star-values.js'
import type { Scope } from '../scope.js'
import { castFunction } from './cast-function.js'
import { LoweredCall } from './lowered-call.js'
import { templated } from './templated.js'
import { withClauses } from './with-clauses.js'

/** A function of Spark, by the rule that fits its name and the types of its arguments best. */
export function lowerCall(lowerer: Lowerer, call: Call, scope: Scope): Bound {
  const name = functionName(call)
  if (isGenerator(call) && scope.generate) return generated(lowerer, call, scope)
  const [left, right] = call.arguments
  if (name === 'div' && left && right) {
    const { start, end } = call
    return lowerer.expression(
      { kind: 'binary', operator: 'DIV', left: left.value, right: right.value, start, end },
      scope,
    )
  }
  const asType = castFunction(name, call)
  if (asType) return lowerCast(lowerer, call, asType, scope)
  if (lowerer.rules(name).length === 0) return lowerUnknown(lowerer, call, name, scope)
  if (name === 'count' && isBareStar(call)) return applyFunction(lowerer, call, name, [], scope)
  const whole = withoutStars(lowerer, call, scope)
  const values = whole.arguments.map(({ value }) =>
    value.kind === 'lambda' ? undefined : lowerer.expression(value, scope),
  )
  return applyFunction(lowerer, whole, name, values, scope)
}

function isBareStar({ arguments: all }: Call): boolean {
  const [first] = all
  return first?.value.kind === 'star' && all.length === 1 && first.value.except.length === 0
}

/** `*` among arguments is every column. */
function withoutStars(lowerer: Lowerer, call: Call, scope: Scope): Call {
  if (!call.arguments.some(({ value }) => value.kind === 'star')) return call
  const given = call.arguments.flatMap((argument): readonly Argument[] =>
    argument.value.kind === 'star'
      ? starExpressions(lowerer, argument.value, scope).map((value) => ({ value }))
      : [argument],
  )
  return { ...call, arguments: given }
}

function generated(lowerer: Lowerer, call: Call, scope: Scope): Bound {
  const columns = scope.generate?.(call) ?? []
  const [first] = columns
  if (!first || columns.length > 1) {
    return lowerer.context.refuse('a generator of several columns within an expression', call)
  }
  return { pg: first.pg, type: first.type }
}

/** A function over what is lowered already; a missing value is a lambda or `*`. */
export function applyFunction(
  lowerer: Lowerer,
  call: Call,
  name: string,
  values: readonly (Bound | undefined)[],
  scope: Scope,
): Bound {
  const fit = findRule(lowerer.rules(name), values)
  if (typeof fit === 'string') return lowerer.context.refuse(`${name}: ${fit}`, call)
  const coerced = fit.arguments.map((value, place) => converted(lowerer, value, fit, place, call))
  const result = applyRule(lowerer, call, name, fit, coerced, scope)
  const { grade = 'exact', because } = fit.rule
  if (because !== undefined) lowerer.context.note({ grade, because, span: call })
  const marks = marksOf(fit.rule, call, coerced)
  const aggregates = result.aggregates || marks.aggregates
  const once = result.once || marks.once
  return aggregates || once ? { ...result, aggregates, once } : result
}

function functionName(call: Call): string {
  const parts = call.name.map(fold)
  if (parts.length === 1) return parts[0] ?? ''
  const isBuiltIn = parts
    .slice(0, -1)
    .join('.')
    .match(/^(system\.)?(builtin|session)?$/)
  return isBuiltIn ? (parts.at(-1) ?? '') : parts.join('.')
}

function lowerCast(lowerer: Lowerer, call: Call, type: SparkType, scope: Scope): Bound {
  const [argument] = call.arguments
  if (!argument) return lowerer.context.refuse('a cast of nothing', call)
  const value = lowerer.expression(argument.value, scope)
  const result = castTo(value, type)
  return result ?? lowerer.context.refuse(`a cast from ${value.type.kind} to ${type.kind}`, call)
}

function lowerUnknown(lowerer: Lowerer, call: Call, name: string, scope: Scope): Bound {
  const own = lowerer.catalog.function(name)
  if (!own) {
    return lowerer.context.refuse(
      `the function ${name} has no rule`,
      call,
      'Write it as a Postgres function of your own, or compute the column in Databricks before the sync.',
    )
  }
  const values = call.arguments.map(({ value }) => lowerer.expression(value, scope))
  const parts = name.split('.')
  return {
    pg: { kind: 'call', name: parts.join('.'), arguments: values.map(({ pg }) => pg) },
    type: own.type,
  }
}

function converted(lowerer: Lowerer, value: Bound, fit: Fit, place: number, call: Call): Bound {
  const wanted = fit.types[place]
  if (!wanted || wanted.kind === 'unknown') return value
  const isNested = wanted.kind === 'array' || wanted.kind === 'map'
  if (isNested && value.type.kind === 'unknown') return value
  const result = castTo(value, wanted)
  return (
    result ??
    lowerer.context.refuse(`argument ${place + 1}: ${value.type.kind} for ${wanted.kind}`, call)
  )
}

function marksOf(rule: FunctionRule, call: Call, values: readonly Bound[]): Partial<Bound> {
  const aggregates =
    'aggregate' in rule ? call.over === undefined : values.some((one) => one.aggregates)
  return { aggregates, once: values.some((value) => value.once) }
}

function applyRule(
  lowerer: Lowerer,
  call: Call,
  name: string,
  fit: Fit,
  values: readonly Bound[],
  scope: Scope,
): Bound {
  const { rule, result: type } = fit
  if ('lower' in rule) return rule.lower(new LoweredCall(lowerer, call, name, values, scope))
  const pgs = values.map((value) => argumentOf(value, fit))
  if ('sql' in rule) {
    if (call.over !== undefined) return lowerer.context.refuse(`${name} over a window`, call)
    return { pg: templated(lowerer.context, call, rule.sql, values, pgs), type }
  }
  const isWindow = 'window' in rule
  if (isWindow && call.over === undefined) {
    return lowerer.context.refuse(`${name} without OVER`, call)
  }
  if (call.nulls === 'ignore' && call.over !== undefined) {
    return lowerer.context.refuse(`${name} with IGNORE NULLS over a window`, call)
  }
  const text = isWindow ? rule.window : rule.aggregate
  const filter = 'aggregate' in rule && rule.filter ? template(rule.filter, ...pgs) : undefined
  const own = readCall(text, pgs, filter)
  const inner = withClauses(lowerer, call, own, scope)
  return { pg: rule.wrap === undefined ? inner : template(rule.wrap, inner), type }
}

function argumentOf({ pg, untyped }: Bound, { typesText }: Fit): PgExpression {
  return untyped && typesText ? { kind: 'cast', value: pg, type: 'text' } : pg
}

/** `name(argument, …)` of a rule, its arguments apart, so that clauses can be put behind them. */
function readCall(
  text: string,
  pgs: readonly PgExpression[],
  filter: PgExpression | undefined,
): PgCall {
  const [, name = text, inner = ''] = /^([\w.]+)\((.*)\)$/s.exec(text) ?? []
  return { kind: 'call', name, arguments: inner === '' ? [] : [template(inner, ...pgs)], filter }
}
