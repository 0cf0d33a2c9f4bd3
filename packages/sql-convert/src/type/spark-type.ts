/** The type of an expression, as Spark sees it; `unknown` where no schema tells. */
export type SparkType =
  | { readonly kind: SimpleKind }
  | DecimalType
  | IntervalType
  | { readonly kind: 'char' | 'varchar'; readonly length: number }
  | { readonly kind: 'array'; readonly element: SparkType }
  | MapType
  | StructType

export type SimpleKind =
  | 'bigint'
  | 'binary'
  | 'boolean'
  | 'calendar interval'
  | 'date'
  | 'double'
  | 'float'
  | 'int'
  | 'smallint'
  | 'string'
  | 'time'
  | 'timestamp'
  | 'timestamp_ntz'
  | 'tinyint'
  | 'unknown'
  | 'variant'
  | 'void'

/** Of months, or of days and time; with its first and last unit where they are said. */
export interface IntervalType {
  readonly kind: 'day interval' | 'year interval'
  readonly from?: string
  readonly to?: string
}

export interface DecimalType {
  readonly kind: 'decimal'
  readonly precision: number
  readonly scale: number
}

interface MapType {
  readonly kind: 'map'
  readonly key: SparkType
  readonly value: SparkType
}

export interface StructType {
  readonly kind: 'struct'
  readonly fields: readonly StructTypeField[]
}

interface StructTypeField {
  readonly name: string
  readonly type: SparkType
}

export const UNKNOWN: SparkType = { kind: 'unknown' }
export const VOID: SparkType = { kind: 'void' }
export const BOOLEAN: SparkType = { kind: 'boolean' }
export const INT: SparkType = { kind: 'int' }
export const BIGINT: SparkType = { kind: 'bigint' }
export const DOUBLE: SparkType = { kind: 'double' }
export const STRING: SparkType = { kind: 'string' }
export const BINARY: SparkType = { kind: 'binary' }
export const DATE: SparkType = { kind: 'date' }
export const TIMESTAMP: SparkType = { kind: 'timestamp' }
export const TIMESTAMP_NTZ: SparkType = { kind: 'timestamp_ntz' }

/** Spark's largest precision (org.apache.spark.sql.types.DecimalType, 4.1). */
export const MAX_PRECISION = 38

export function decimal(precision: number, scale: number): DecimalType {
  return { kind: 'decimal', precision, scale }
}

export function arrayOf(element: SparkType): SparkType {
  return { kind: 'array', element }
}
