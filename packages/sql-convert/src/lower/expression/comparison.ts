import type { Span } from '../../source/span.js'
import { isJson, isNumeric, isString } from '../../type/kind-of-type.js'
import { BOOLEAN, type SparkType } from '../../type/spark-type.js'
import { widerType } from '../../type/wider-type.js'
import { type Bound, reworded } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { datetimeLiteral } from '../cast/datetime-literal.js'
import type { Context } from '../context.js'
import { binary, cast, NULL, template, text } from '../pg.js'

export type Comparison = '<' | '<=' | '<=>' | '<>' | '=' | '>' | '>='

/** A comparison, both sides in the wider type. */
export function compare(
  context: Context,
  operator: Comparison,
  left: Bound,
  right: Bound,
  span: Span,
): Bound {
  const [one, other] = comparable(context, left, right, span)
  const isOrder = operator !== '=' && operator !== '<>' && operator !== '<=>'
  if (isOrder && (one.type.kind === 'struct' || isJson(one.type))) {
    context.refuse('an order of nested values', span)
  }
  const pg =
    operator === '<=>'
      ? template('$1 IS NOT DISTINCT FROM $2', one.pg, other.pg)
      : binary(operator, one.pg, other.pg)
  return { pg, type: BOOLEAN }
}

/** Two values in forms that Postgres compares as Spark does. */
export function comparable(
  context: Context,
  left: Bound,
  right: Bound,
  span: Span,
): readonly [Bound, Bound] {
  if (left.untyped && right.untyped) return [typed(left), right]
  const type = widerType(left.type, right.type) ?? booleanAndNumber(left, right)
  if (type === undefined) {
    return context.refuse(`a comparison of ${left.type.kind} with ${right.type.kind}`, span)
  }
  return [side(left, right, type), side(right, left, type)]
}

function booleanAndNumber(left: Bound, right: Bound): SparkType | undefined {
  if (left.type.kind === 'boolean' && isNumeric(right.type)) return right.type
  if (right.type.kind === 'boolean' && isNumeric(left.type)) return left.type
  return undefined
}

function typed(value: Bound): Bound {
  const pg = value.constant === null ? cast(NULL, 'text') : cast(value.pg, 'text')
  return reworded(value, pg)
}

function side(value: Bound, beside: Bound, type: SparkType): Bound {
  if (value.constant === null && value.untyped) return value
  if (value.untyped && typeof value.constant === 'string') return literalBeside(value, beside, type)
  if (isString(value.type) && isString(type)) return value
  if (isNumeric(value.type) && isNumeric(type)) return value
  return castTo(value, type) ?? value
}

/** A literal takes the type of what stands beside it, in Postgres as in Spark. */
function literalBeside(value: Bound, beside: Bound, type: SparkType): Bound {
  if (typeof value.constant !== 'string') return value
  const datetime = datetimeLiteral(value.constant, type)
  if (datetime !== undefined) return { ...value, pg: text(datetime) }
  const isPlain = beside.type.kind === type.kind || isString(type) || type.kind === 'unknown'
  return isPlain ? value : (castTo(value, type) ?? value)
}
