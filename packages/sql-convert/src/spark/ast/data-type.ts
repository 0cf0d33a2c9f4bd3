import type { Span } from '../../source/span.js'

/** A type as Databricks SQL writes it. */
export type DataType = SimpleType | ArrayType | MapType | StructType | IntervalType

/** `DECIMAL(10, 2)`, `STRING COLLATE UTF8_LCASE`: the name in capitals. */
interface SimpleType extends Span {
  readonly kind: 'simple type'
  readonly name: string
  readonly arguments: readonly number[]
  readonly collation?: string | undefined
}

interface ArrayType extends Span {
  readonly kind: 'array type'
  readonly element: DataType
}

interface MapType extends Span {
  readonly kind: 'map type'
  readonly key: DataType
  readonly value: DataType
}

interface StructType extends Span {
  readonly kind: 'struct type'
  readonly fields: readonly StructField[]
}

export interface StructField {
  readonly name: string
  readonly type: DataType
  readonly nullable: boolean
}

/** `INTERVAL YEAR TO MONTH`, `INTERVAL DAY`, or INTERVAL alone. */
interface IntervalType extends Span {
  readonly kind: 'interval type'
  readonly from?: string | undefined
  readonly to?: string | undefined
}
