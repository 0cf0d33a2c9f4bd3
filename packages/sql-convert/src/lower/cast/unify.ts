import type { Span } from '../../source/span.js'
import { isNumeric } from '../../type/kind-of-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import { UNKNOWN } from '../../type/spark-type.js'
import { widestType } from '../../type/wider-type.js'
import { type Bound, reworded } from '../bound.js'
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
  if (value.type.kind === 'decimal' && isNumeric(type))
    return type.kind === 'decimal' ? scaledLiteral(value, type.scale) : value
  return castTo(value, type) ?? value
}

/** A decimal keeps its scale in Postgres, so a literal among others of more digits is written with as many. */
function scaledLiteral(value: Bound, scale: number): Bound {
  if (value.pg.kind !== 'number') return value
  const [, sign, whole, fraction = '', exponent = '0'] = DECIMAL.exec(value.pg.digits) ?? []
  if (whole === undefined || fraction.length - Number(exponent) >= scale) return value
  const all = whole + fraction
  const point = whole.length + Number(exponent)
  const before = all.slice(0, Math.max(0, point)).padEnd(point, '0')
  const after = '0'.repeat(Math.max(0, -point)) + all.slice(Math.max(0, point))
  const digits = `${sign}${before || '0'}.${after.padEnd(scale, '0')}`
  return reworded(value, { kind: 'number', digits })
}

const DECIMAL = /^(-?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i
