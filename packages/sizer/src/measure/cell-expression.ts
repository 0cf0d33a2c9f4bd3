import type { DatabricksType } from '../storage/type/databricks-type.js'
import type { PostgresType } from '../storage/type/postgres-type.js'
import { jsonbExpression } from './jsonb-expression.js'
import { numericDigitsExpression, scaleOf } from './numeric-expression.js'

/**
 * The measure of a value, NULL where the value is: what `SampleCell` has for its kind of column. Only
 * lengths leave the warehouse, never a value.
 */
export function cellExpression(value: string, type: DatabricksType, stored: PostgresType): string {
  switch (stored.kind) {
    case 'fixed':
      return `CASE WHEN ${value} IS NOT NULL THEN 1 END`
    case 'numeric':
      return numericDigitsExpression(value, scaleOf(type))
    case 'bytes':
      return `octet_length(${value})`
    case 'jsonb':
      return jsonbExpression(value, type)
  }
}
