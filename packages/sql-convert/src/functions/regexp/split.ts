import type { Bound } from '../../lower/bound.js'
import { arrayOf, INT, STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantInteger, constantText } from '../constant.js'
import type { FunctionCall } from '../rule.js'
import { patternOf } from './pattern-of.js'

const STRINGS = arrayOf(STRING)

/** At every match; a limit that is positive leaves the rest as the last piece. */
export function split(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const source = argument(call, 1)
  const limit = call.arguments[2] ?? call.template('-1', [], INT)
  if (constantText(source) === '') {
    return call.template('spark_compat.split_letters($1, $2)', [value, limit], STRINGS)
  }
  const pattern = patternOf(call, source, 'finds').print('none')
  const count = call.arguments[2] === undefined ? -1 : constantInteger(limit)
  if (count !== undefined && count <= 0) {
    return call.template('regexp_split_to_array($1, $2)', [value, pattern], STRINGS)
  }
  return call.template('spark_compat.split($1, $2, $3)', [value, pattern, limit], STRINGS)
}
