import type { PgExpression } from '../../postgres/expression.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { template } from '../pg.js'

/** Nested types and VARIANT, which are all jsonb: the values within are converted where they are read. */
export function castToJson(value: Bound, type: SparkType): PgExpression | undefined {
  if (type.kind === 'variant') return template('to_jsonb($1)', value.pg)
  const isNested = ['array', 'map', 'struct', 'variant'].includes(value.type.kind)
  return isNested && value.type.kind === type.kind ? value.pg : undefined
}
