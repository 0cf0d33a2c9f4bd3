import { isInteger } from '../../type/kind-of-type.js'
import { INT, type SparkType, UNKNOWN } from '../../type/spark-type.js'
import { widerType } from '../../type/wider-type.js'
import type { Bound } from '../bound.js'
import { castTo } from '../cast/cast.js'
import { binary, template } from '../pg.js'

/** `&`, `|`, `^` and shifts; Spark counts shifts modulo the width, as Postgres does for int. */
export function lowerBits(
  operator: '&' | '<<' | '>>' | '>>>' | '^' | '|',
  left: Bound,
  right: Bound,
): Bound {
  if (operator === '&' || operator === '|' || operator === '^') {
    const type = widerType(left.type, right.type) ?? UNKNOWN
    return { pg: binary(operator === '^' ? '#' : operator, left.pg, right.pg), type }
  }
  const value = shiftable(left)
  const places = right.type.kind === 'int' ? right : (castTo(right, INT) ?? right)
  if (operator !== '>>>') return { pg: binary(operator, value.pg, places.pg), type: value.type }
  const width = value.type.kind === 'bigint' ? 64 : 32
  const type = value.type.kind === 'bigint' ? 'bigint' : 'int'
  return {
    pg: template(`($1::bit(${width}) >> ($2 & ${width - 1}))::${type}`, value.pg, places.pg),
    type: value.type,
  }
}

function shiftable(value: Bound): Bound {
  const type: SparkType = value.type.kind === 'bigint' ? value.type : INT
  return isInteger(value.type) || value.type.kind === 'unknown'
    ? value.type.kind === 'unknown'
      ? value
      : (castTo(value, type) ?? value)
    : (castTo(value, type) ?? value)
}
