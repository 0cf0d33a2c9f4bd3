import type { Bound } from '../../lower/bound.js'
import { isInteger } from '../../type/kind-of-type.js'
import {
  BIGINT,
  type DecimalType,
  decimal,
  MAX_PRECISION,
  type SparkType,
} from '../../type/spark-type.js'
import { asDecimal } from '../../type/wider-type.js'
import { constantInteger, isConstantNull } from '../constant.js'
import { nullOf } from '../null-of.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

type Edge = 'ceil' | 'floor'

const RULES: readonly FunctionRule[] = [
  ...rounding('round'),
  ...rounding('bround'),
  ...edges('ceil'),
  ...edges('floor'),
]

export const ROUND_RULES: readonly FunctionRule[] = [...RULES, ...renamed(RULES, 'ceil', 'ceiling')]

function rounding(name: 'bround' | 'round'): readonly FunctionRule[] {
  return [
    { signature: `${name}(number) -> double`, lower: (call) => round(call, name) },
    { signature: `${name}(number, int) -> double`, lower: (call) => round(call, name) },
    { signature: `${name}(double) -> double`, sql: `spark_compat.${name}($1, 0)` },
    { signature: `${name}(double, int) -> double`, sql: `spark_compat.${name}($1, $2)` },
    { signature: `${name}(unknown) -> unknown`, sql: `spark_compat.${name}($1, 0)` },
    { signature: `${name}(unknown, int) -> unknown`, sql: `spark_compat.${name}($1, $2)` },
  ]
}

/** Postgres rounds a decimal half away from zero, as Spark's `round` does; the rest is ours. */
function round(call: FunctionCall, name: 'bround' | 'round'): Bound {
  const [value, places] = call.arguments
  if (value === undefined) return call.refuse('a number is missing')
  if (isConstantNull(places)) return nullOf(call, value.type)
  const scale = scaleOf(call, places)
  const { type } = value
  if (isInteger(type) && scale >= 0) return value
  if (type.kind !== 'decimal') {
    return call.template(`spark_compat.${name}($1, ${scale})`, [value], type)
  }
  const text = name === 'round' ? `round($1, ${scale})` : `spark_compat.bround($1, ${scale})`
  return call.template(text, [value], roundedType(type, scale))
}

function edges(name: Edge): readonly FunctionRule[] {
  return [
    { signature: `${name}(number) -> bigint`, lower: (call) => wholeEdge(call, name) },
    { signature: `${name}(double) -> bigint`, sql: `${name}($1)::bigint` },
    { signature: `${name}(unknown) -> unknown`, sql: `${name}($1)` },
    { signature: `${name}(number, int) -> decimal`, lower: (call) => edge(call, name) },
    { signature: `${name}(unknown, int) -> unknown`, sql: `spark_compat.${name}($1::numeric, $2)` },
  ]
}

function wholeEdge(call: FunctionCall, name: Edge): Bound {
  const [value] = call.arguments
  if (value === undefined) return call.refuse('a number is missing')
  if (isInteger(value.type)) return call.cast(value, BIGINT)
  if (value.type.kind !== 'decimal') return call.template(`${name}($1)::bigint`, [value], BIGINT)
  const { precision, scale } = value.type
  const whole = scale === 0 ? precision : precision - scale + 1
  return call.template(`${name}($1)`, [value], decimal(whole, 0))
}

/** Spark makes a decimal of the number first: decimal(30,15) of a DOUBLE, decimal(14,7) of a FLOAT. */
function asExact(value: Bound): DecimalType {
  if (value.type.kind === 'double') return decimal(30, 15)
  if (value.type.kind === 'float') return decimal(14, 7)
  const { precision, scale } = asDecimal(value.type)
  return decimal(precision, scale)
}

function edge(call: FunctionCall, name: Edge): Bound {
  const [value, places] = call.arguments
  if (value === undefined) return call.refuse('a number is missing')
  if (isConstantNull(places)) return nullOf(call, asExact(value))
  const scale = scaleOf(call, places)
  const exact = asExact(value)
  const text = `spark_compat.${name}($1, ${scale})`
  return call.template(text, [call.cast(value, exact)], roundedType(exact, scale))
}

function scaleOf(call: FunctionCall, places: Bound | undefined): number {
  if (places === undefined) return 0
  return constantInteger(places) ?? call.refuse(`the number of places must be a literal`)
}

/** Source: Spark's RoundBase.dataType (4.1): one more digit, and at least those that are rounded away. */
function roundedType(type: SparkType, scale: number): SparkType {
  const from = asDecimal(type)
  const whole = from.precision - from.scale + 1
  if (scale < 0) return decimal(Math.min(Math.max(whole, 1 - scale), MAX_PRECISION), 0)
  const kept = Math.min(from.scale, scale)
  return decimal(Math.min(whole + kept, MAX_PRECISION), kept)
}
