import type { Bound } from '../../lower/bound.js'
import { toJson, toJsonArgument } from '../../lower/json-value.js'
import type { PgExpression } from '../../postgres/expression.js'
import { isJson } from '../../type/kind-of-type.js'
import { arrayOf, VOID } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

export const CONSTRUCT_RULES: readonly FunctionRule[] = [
  {
    signature: 'array() -> array<void>',
    lower: (call) => call.template("'{}'::text[]", [], arrayOf(VOID)),
  },
  { signature: 'array(T…) -> array<T>', lower: array },
  { signature: 'array_repeat(T, int) -> array<T>', lower: repeat },
]

function array(call: FunctionCall): Bound {
  const type = arrayOf(argument(call, 0).type)
  if (isJson(type)) {
    const places = call.arguments.map((_, place) => `$${place + 1}`).join(', ')
    return call.template(`jsonb_build_array(${places})`, call.arguments.map(toJsonArgument), type)
  }
  const items = call.arguments.map(({ pg }) => pg)
  return {
    pg: { kind: 'array', items: withoutCasts(items) },
    type,
    once: call.arguments.some(({ once }) => once),
    aggregates: call.arguments.some(({ aggregates }) => aggregates),
  }
}

/** String literals beside each other are text for Postgres without being told. */
function withoutCasts(items: readonly PgExpression[]): readonly PgExpression[] {
  const plain = items.flatMap((item) =>
    item.kind === 'cast' && item.type === 'text' && item.value.kind === 'text' ? [item.value] : [],
  )
  return plain.length === items.length ? plain : items
}

function repeat(call: FunctionCall): Bound {
  const value = argument(call, 0)
  const type = arrayOf(value.type)
  const item = isJson(type) ? toJson(value) : value
  return call.template('spark_compat.array_repeat($1, $2)', [item, argument(call, 1)], type)
}
