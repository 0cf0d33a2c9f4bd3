import { isInteger, isInterval, isNumeric, isScalar, isString } from '../../type/kind-of-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { type SparkType, STRING } from '../../type/spark-type.js'
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
  if (value.type.kind === 'unknown' && isScalar(type) && type.kind !== 'binary') {
    return tryUnknown(value, type, target)
  }
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

/** What has no known type is tested as text; a fraction becomes whole, a text with one does not. */
function tryUnknown(value: Bound, type: SparkType, target: string): Bound {
  const name = isInteger(type) ? 'whole_text' : 'to_string'
  return tryText({ pg: template(`spark_compat.${name}($1)`, value.pg), type: STRING }, type, target)
}

/** A literal is kept from being cast before the test: OFFSET 0 hides it from the planner. */
function tryText(value: Bound, type: SparkType, target: string): Bound {
  if (typeof value.constant !== 'string') {
    return {
      pg: template(`CASE WHEN pg_input_is_valid($1, '${target}') THEN $1::${target} END`, value.pg),
      type,
    }
  }
  const bare = value.constant.trim().replace(/^interval\s+/i, '')
  const text = isInterval(type) ? bare : (datetimeLiteral(value.constant, type) ?? value.constant)
  const tested = `CASE WHEN pg_input_is_valid(v, '${target}') THEN v::${target} END`
  return {
    pg: template(`(SELECT ${tested} FROM (SELECT $1::text AS v OFFSET 0) AS _v)`, {
      kind: 'text',
      value: text,
    }),
    type,
  }
}
