import type { PgExpression } from '../../postgres/expression.js'
import { isJson } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { cast, name, template } from '../pg.js'
import { castToJson } from './to-json-type.js'

type ArrayType = Extract<SparkType, { readonly kind: 'array' }>

/** An array as one of other elements; each element is cast on its own where Postgres would do it otherwise. */
export function arrayCast(
  value: Bound,
  type: ArrayType,
  castTo: (value: Bound, type: SparkType) => Bound | undefined,
): PgExpression | undefined {
  if (value.type.kind !== 'array') return undefined
  const from = value.type.element
  if (isSameType(from, type.element)) return value.pg
  if (isJson(type)) {
    return isJson(value.type) ? castToJson(value, type, castTo) : template('to_jsonb($1)', value.pg)
  }
  if (from.kind === 'unknown' || from.kind === 'void') return cast(value.pg, postgresType(type))
  const element = castTo({ pg: name('e'), type: from }, type.element)
  if (element === undefined) return undefined
  if (element.pg.kind === 'cast' && element.pg.value.kind === 'name') {
    return cast(value.pg, postgresType(type))
  }
  return template(
    'CASE WHEN $1 IS NOT NULL THEN ARRAY(SELECT $2 FROM unnest($1) WITH ORDINALITY AS _t(e, n) ORDER BY n) END',
    value.pg,
    element.pg,
  )
}
