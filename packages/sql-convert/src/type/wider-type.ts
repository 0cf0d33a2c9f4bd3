import { isApproximate, isInteger, isInterval, isNumeric, isString } from './kind-of-type.js'
import { isSameType } from './same-type.js'
import { arrayOf, decimal, MAX_PRECISION, type SparkType, UNKNOWN } from './spark-type.js'

const INTEGER_ORDER = ['tinyint', 'smallint', 'int', 'bigint']
const DIGITS: Readonly<Record<string, number>> = { tinyint: 3, smallint: 5, int: 10, bigint: 20 }

/**
 * The type that branches of CASE, columns of UNION, elements of arrays and both sides of a
 * comparison come together in, with ANSI mode on; undefined when there is none.
 * Source: Spark's ANSI type coercion (docs, "ANSI Compliance", 4.1).
 */
export function widerType(left: SparkType, right: SparkType): SparkType | undefined {
  if (isSameType(left, right)) return left
  if (left.kind === 'unknown' || right.kind === 'unknown') return UNKNOWN
  if (left.kind === 'void') return right
  if (right.kind === 'void') return left
  if (isNumeric(left) && isNumeric(right)) return widerNumber(left, right)
  if (isString(left) || isString(right)) return withString(left, right)
  if (isInterval(left) && isInterval(right)) return widerInterval(left, right)
  return widerDatetime(left, right) ?? widerNested(left, right)
}

export function widestType(types: readonly SparkType[]): SparkType | undefined {
  const [first = UNKNOWN, ...rest] = types
  return rest.reduce<SparkType | undefined>((wide, type) => wide && widerType(wide, type), first)
}

function widerNumber(left: SparkType, right: SparkType): SparkType {
  if (isApproximate(left) || isApproximate(right)) {
    return left.kind === 'float' && right.kind === 'float' ? left : { kind: 'double' }
  }
  if (isInteger(left) && isInteger(right)) {
    return INTEGER_ORDER.indexOf(left.kind) >= INTEGER_ORDER.indexOf(right.kind) ? left : right
  }
  const one = asDecimal(left)
  const other = asDecimal(right)
  const scale = Math.max(one.scale, other.scale)
  const whole = Math.max(one.precision - one.scale, other.precision - other.scale)
  // Digits before the point are kept, at the cost of those behind it.
  const excess = Math.max(whole + scale - MAX_PRECISION, 0)
  return decimal(Math.min(whole + scale, MAX_PRECISION), Math.max(scale - excess, 0))
}

/** The decimal that holds every value of an integer type. */
export function asDecimal(type: SparkType): { readonly precision: number; readonly scale: number } {
  return type.kind === 'decimal'
    ? type
    : { precision: DIGITS[type.kind] ?? MAX_PRECISION, scale: 0 }
}

function widerInterval(left: SparkType, right: SparkType): SparkType | undefined {
  if (left.kind !== right.kind) return undefined
  return left.kind === 'year interval' || left.kind === 'day interval' ? { kind: left.kind } : left
}

/** In ANSI mode a string becomes what stands beside it. */
function withString(left: SparkType, right: SparkType): SparkType | undefined {
  if (isString(left) && isString(right)) return { kind: 'string' }
  const other = isString(left) ? right : left
  if (isInteger(other)) return { kind: 'bigint' }
  if (isNumeric(other)) return { kind: 'double' }
  return isInterval(other) || ['array', 'map', 'struct'].includes(other.kind) ? undefined : other
}

function widerDatetime(left: SparkType, right: SparkType): SparkType | undefined {
  const kinds = [left.kind, right.kind]
  if (!kinds.every((kind) => ['date', 'timestamp', 'timestamp_ntz'].includes(kind)))
    return undefined
  return kinds.includes('timestamp') ? { kind: 'timestamp' } : { kind: 'timestamp_ntz' }
}

function widerNested(left: SparkType, right: SparkType): SparkType | undefined {
  if (left.kind === 'array' && right.kind === 'array') {
    const element = widerType(left.element, right.element)
    return element && arrayOf(element)
  }
  if (left.kind === 'map' && right.kind === 'map') {
    const key = widerType(left.key, right.key)
    const value = widerType(left.value, right.value)
    return key && value && { kind: 'map', key, value }
  }
  if (left.kind !== 'struct' || right.kind !== 'struct') return undefined
  if (left.fields.length !== right.fields.length) return undefined
  const fields = left.fields.flatMap(({ name, type }, place) => {
    const wide = widerType(type, right.fields[place]?.type ?? UNKNOWN)
    return wide ? [{ name, type: wide }] : []
  })
  return fields.length === left.fields.length ? { kind: 'struct', fields } : undefined
}
