import type { Bound } from '../../lower/bound.js'
import { arrayOf, STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantInteger, isConstantNull } from '../constant.js'
import { nullOf } from '../null-of.js'
import type { FunctionCall } from '../rule.js'
import { patternOf, type UsedPattern } from './pattern-of.js'

const STRINGS = arrayOf(STRING)

/** The first match: '' where there is none. */
export function extract(call: FunctionCall): Bound {
  if (isConstantNull(call.arguments[2])) return nullOf(call, STRING)
  const used = patternOf(call, argument(call, 1), 'finds')
  const group = groupOf(call, used)
  const found = group === 0 ? 'regexp_substr($1, $2)' : `regexp_substr($1, $2, 1, 1, '', ${group})`
  const pattern = used.print(group === 0 ? 'none' : 'kept')
  const text = `CASE WHEN $1 IS NOT NULL THEN coalesce(${found}, '') END`
  return call.template(text, [argument(call, 0), pattern], STRING)
}

export function extractAll(call: FunctionCall): Bound {
  if (isConstantNull(call.arguments[2])) return nullOf(call, STRINGS)
  const used = patternOf(call, argument(call, 1), 'finds')
  const group = groupOf(call, used)
  const pattern = used.print(group === 0 ? 'whole' : 'kept')
  const match = call.fresh('m')
  const item = `coalesce(${match}[${Math.max(group, 1)}], '')`
  return call.template(
    `CASE WHEN $1 IS NOT NULL THEN ARRAY(SELECT ${item} FROM regexp_matches($1, $2, 'g') AS ${match}) END`,
    [argument(call, 0), pattern],
    STRINGS,
  )
}

/** The group that is asked for: the first by default; 0 is the whole match. */
function groupOf(call: FunctionCall, used: UsedPattern): number {
  const given = call.arguments[2]
  const group = given === undefined ? 1 : constantInteger(given)
  if (group === undefined || group < 0) {
    return call.refuse('the group must be a literal number from 0 on')
  }
  if (used.pattern !== undefined && group > used.pattern.groups) {
    return call.refuse(`the pattern has no group ${group}`)
  }
  return group
}
