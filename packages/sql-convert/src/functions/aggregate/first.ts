import type { Bound } from '../../lower/bound.js'
import { fromJson, toJson } from '../../lower/json-value.js'
import { arrayOf } from '../../type/spark-type.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { typedArgument } from './known.js'

const NAMES = ['first', 'first_value', 'any_value', 'last', 'last_value']

/** What comes first without an order is as open in Spark as it is in Postgres. */
export const FIRST_RULES: readonly FunctionRule[] = NAMES.flatMap((name) => [
  { signature: `${name}(any) -> unknown`, lower: firstOrLast, grade: 'equivalent' },
  { signature: `${name}(any, boolean) -> unknown`, lower: firstOrLast, grade: 'equivalent' },
])

function firstOrLast(call: FunctionCall): Bound {
  const value = typedArgument(call, 0)
  const isLast = call.name.startsWith('last')
  if (ignoresNulls(call)) {
    // Strict transitions: the first value that is not NULL stays, or the last one wins.
    return plain(call, isLast ? 'spark_compat.last_known' : 'any_value', value)
  }
  if (call.source.over !== undefined) {
    return plain(call, isLast ? 'last_value' : 'first_value', value)
  }
  return isLast ? plain(call, 'spark_compat.last_row', value) : firstRow(call, value)
}

function ignoresNulls(call: FunctionCall): boolean {
  const [, second] = call.arguments
  if (second === undefined) return call.source.nulls === 'ignore'
  if (typeof second.constant === 'boolean') return second.constant
  return call.refuse(`the second argument of ${call.name} must be TRUE or FALSE`)
}

function plain(call: FunctionCall, name: string, value: Bound): Bound {
  return call.aggregate({ name, arguments: [value], distinct: false }, value.type)
}

/** any_value keeps the first that is not NULL, and the array around a NULL is none. */
function firstRow(call: FunctionCall, value: Bound): Bound {
  const { type } = value
  const item = type.kind === 'array' ? toJson(value) : value
  const kept = plain(call, 'any_value', call.template('ARRAY[$1]', [item], arrayOf(item.type)))
  const first = call.template('($1)[1]', [kept], item.type)
  return type.kind === 'array' ? fromJson(first, type) : first
}
