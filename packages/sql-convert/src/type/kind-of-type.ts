import type { SparkType } from './spark-type.js'

const INTEGERS = ['tinyint', 'smallint', 'int', 'bigint']

export function isInteger({ kind }: SparkType): boolean {
  return INTEGERS.includes(kind)
}

/** FLOAT or DOUBLE. */
export function isApproximate({ kind }: SparkType): boolean {
  return kind === 'float' || kind === 'double'
}

export function isNumeric(type: SparkType): boolean {
  return isInteger(type) || isApproximate(type) || type.kind === 'decimal'
}

export function isString({ kind }: SparkType): boolean {
  return kind === 'string' || kind === 'char' || kind === 'varchar'
}

/** A string that Postgres keeps as it is: it drops the blanks of a CHAR wherever that becomes a text. */
export function isText({ kind }: SparkType): boolean {
  return kind === 'string' || kind === 'varchar'
}

export function isInterval({ kind }: SparkType): boolean {
  return kind === 'year interval' || kind === 'day interval' || kind === 'calendar interval'
}

export function isTimestamp({ kind }: SparkType): boolean {
  return kind === 'timestamp' || kind === 'timestamp_ntz'
}

export function isDatetime(type: SparkType): boolean {
  return type.kind === 'date' || isTimestamp(type)
}

/** A type of one value that is no collection. */
export function isScalar({ kind }: SparkType): boolean {
  return !['array', 'map', 'struct', 'variant', 'unknown'].includes(kind)
}

/** What Postgres holds as jsonb: MAP, STRUCT, VARIANT, and arrays of anything but scalars. */
export function isJson(type: SparkType): boolean {
  if (type.kind === 'array') return !isScalar(type.element) && type.element.kind !== 'unknown'
  return type.kind === 'map' || type.kind === 'struct' || type.kind === 'variant'
}
