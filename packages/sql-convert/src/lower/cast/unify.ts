import type { Span } from '../../source/span.js'
import { isNumeric } from '../../type/kind-of-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import { UNKNOWN } from '../../type/spark-type.js'
import { widestType } from '../../type/wider-type.js'
import type { Bound } from '../bound.js'
import type { Context } from '../context.js'
import { castTo } from './cast.js'

/** Values of one type: the widest of them, as branches of CASE and columns of UNION have. */
export function unify(context: Context, values: readonly Bound[], span: Span): readonly Bound[] {
  const type = widestType(values.map((value) => value.type))
  if (type === undefined) return context.refuse('values of types that have none in common', span)
  return values.map((value) => (type.kind === 'unknown' ? value : become(value, type)))
}

export function unifiedType(values: readonly Bound[]): SparkType {
  return widestType(values.map((value) => value.type)) ?? UNKNOWN
}

/** Postgres widens numbers and types literals by itself; all else is cast. */
export function become(value: Bound, type: SparkType): Bound {
  if (value.untyped && (value.constant === null || value.type.kind === type.kind)) return value
  if (isSameType(value.type, type)) return value
  if (isNumeric(value.type) && isNumeric(type) && type.kind !== 'decimal') return value
  if (value.type.kind !== 'unknown' && isNumeric(type) && value.type.kind === 'decimal')
    return value
  return castTo(value, type) ?? value
}
