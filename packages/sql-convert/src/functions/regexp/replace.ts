import type { Bound } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantInteger, constantText, isConstantNull } from '../constant.js'
import type { FunctionCall } from '../rule.js'
import { patternOf, type UsedPattern } from './pattern-of.js'
import { refusing } from './refusing.js'
import { postgresReplacement } from './replacement.js'

/** Every match, from a place on. Nothing in front of it is seen, not even by `^`. */
export function replace(call: FunctionCall): Bound {
  const used = patternOf(call, argument(call, 1), 'finds')
  const start = call.arguments[3]
  const values = [
    argument(call, 0),
    used.print('kept'),
    replacementOf(call, used, argument(call, 2)),
  ]
  if (start === undefined || constantInteger(start) === 1) {
    return call.template("regexp_replace($1, $2, $3, 'g')", values, STRING)
  }
  if (!isConstantNull(start) && (constantInteger(start) ?? 1) < 1) {
    return call.refuse('the position must be positive')
  }
  return call.template(
    "left($1, $4 - 1) || regexp_replace(substr($1, $4), $2, $3, 'g')",
    [...values, start],
    STRING,
  )
}

function replacementOf(call: FunctionCall, { pattern }: UsedPattern, replacement: Bound): Bound {
  const text = constantText(replacement)
  if (pattern === undefined || text === undefined) {
    return call.template('spark_compat.java_replacement($1)', [replacement], STRING)
  }
  const written = refusing(call, () => postgresReplacement(text, pattern))
  return { ...replacement, pg: { kind: 'text', value: written } }
}
