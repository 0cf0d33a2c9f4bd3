import type { Bound } from '../../lower/bound.js'
import { BOOLEAN } from '../../type/spark-type.js'
import type { FunctionCall } from '../rule.js'

/** Argument of a call, which has it by its signature. */
export function argument(call: FunctionCall, place: number): Bound {
  return call.arguments[place] ?? call.refuse(`${call.name} needs argument ${place + 1}`)
}

/** With a type that Postgres sees: a literal has none where any type would do. */
export function typedArgument(call: FunctionCall, place: number): Bound {
  const value = argument(call, place)
  return value.untyped ? call.template('$1::text', [value], value.type) : value
}

/** The condition that values are not NULL. */
export function known(call: FunctionCall, ...values: readonly Bound[]): Bound {
  const text = values.map((_, place) => `$${place + 1} IS NOT NULL`).join(' AND ')
  return call.template(text, values, BOOLEAN)
}
