import type { Span } from '../../source/span.js'
import { isJson, isText } from '../../type/kind-of-type.js'
import { BINARY, STRING, UNKNOWN } from '../../type/spark-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { unifiedType, unify } from '../cast/unify.js'
import type { Lowerer } from '../lowerer.js'
import { binary, template } from '../pg.js'

/** `||` of strings, binaries or arrays. */
export function lowerConcatenation(lowerer: Lowerer, left: Bound, right: Bound, span: Span): Bound {
  if (left.type.kind === 'array' || right.type.kind === 'array') {
    const [one = left, other = right] = unify(lowerer.context, [left, right], span)
    const type = unifiedType([left, right])
    return {
      pg: isJson(type) ? template('$1 || $2', one.pg, other.pg) : binary('||', one.pg, other.pg),
      type,
    }
  }
  if (left.type.kind === 'binary' && right.type.kind === 'binary') {
    return { pg: binary('||', left.pg, right.pg), type: BINARY }
  }
  if (left.type.kind === 'unknown' && right.type.kind === 'unknown') {
    return { pg: template('spark_compat.concatenation($1, $2)', left.pg, right.pg), type: UNKNOWN }
  }
  return { pg: binary('||', asText(left), asText(right)), type: STRING }
}

function asText(value: Bound): Bound['pg'] {
  if (value.constant === null) return castTo(value, STRING)?.pg ?? value.pg
  return isText(value.type) || value.type.kind === 'unknown'
    ? value.pg
    : (castTo(value, STRING)?.pg ?? value.pg)
}
