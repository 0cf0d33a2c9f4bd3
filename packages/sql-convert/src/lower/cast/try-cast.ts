import { isInteger, isNumeric, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import type { SparkType } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { template } from '../pg.js'
import { castTo } from './cast.js'
import { datetimeLiteral } from './datetime-literal.js'

/** TRY_CAST: null where CAST would fail. */
export function tryCastTo(value: Bound, type: SparkType): Bound | undefined {
  const target = postgresType(type)
  const plain = castTo(value, type)
  if (plain === undefined || value.constant === null || isString(type)) return plain
  if (isString(value.type) && type.kind !== 'binary') return tryText(value, type, target)
  if (!isNumeric(value.type) || !isNumeric(type)) return plain
  const whole = isInteger(type) && !isInteger(value.type) ? 'trunc($1)' : '$1'
  return {
    pg: template(
      `CASE WHEN pg_input_is_valid(${whole}::numeric::text, '${target}') THEN ${whole}::${target} END`,
      value.pg,
    ),
    type,
  }
}

function tryText(value: Bound, type: SparkType, target: string): Bound {
  const text =
    typeof value.constant === 'string'
      ? { kind: 'text' as const, value: datetimeLiteral(value.constant, type) ?? value.constant }
      : value.pg
  return {
    pg: template(`CASE WHEN pg_input_is_valid($1, '${target}') THEN $1::${target} END`, text),
    type,
  }
}
