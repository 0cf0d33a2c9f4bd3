import type { Bound } from '../../lower/bound.js'
import { quoted } from '../../postgres/identifier.js'
import { STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText } from '../constant.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { pathArray, readJsonPath } from './json-path.js'

/** Parts of JSON that is held as text. Text that is no JSON gives NULL. */
export const GET_RULES: readonly FunctionRule[] = [
  { signature: 'get_json_object(string, string) -> string', lower: getJsonObject },
  { signature: 'json_array_length(string) -> int', sql: 'spark_compat.json_array_length($1)' },
  {
    signature: 'json_object_keys(string) -> array<string>',
    sql: 'spark_compat.json_object_keys($1)',
  },
]

function getJsonObject(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const path = constantText(argument(call, 1))
  if (path === undefined) {
    const text = 'spark_compat.get_json_object($1, spark_compat.json_path($2))'
    return call.template(text, call.arguments, STRING)
  }
  const steps = readJsonPath(path)
  if (steps === undefined) return call.template('NULL::text', [], STRING)
  const star = steps.findIndex((step) => typeof step === 'object')
  if (star < 0) {
    const text = `spark_compat.get_json_object($1, ${quoted(pathArray(steps))})`
    return call.template(text, [value], STRING)
  }
  const rest = steps.slice(star + 1)
  if (rest.some((step) => typeof step === 'object')) return call.refuse('two [*] in a path')
  const [before, after] = [steps.slice(0, star), rest].map((some) => quoted(pathArray(some)))
  return call.template(`spark_compat.get_json_objects($1, ${before}, ${after})`, [value], STRING)
}
