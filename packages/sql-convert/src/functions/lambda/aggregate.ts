import type { Bound } from '../../lower/bound.js'
import { postgresType } from '../../type/postgres-type.js'
import { isSameType } from '../../type/same-type.js'
import type { SparkType } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { elementsOf } from '../array/elements.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const AGGREGATE: readonly FunctionRule[] = [
  { signature: 'aggregate(array<T>, any, lambda) -> unknown', lower: aggregate },
  { signature: 'aggregate(array<T>, any, lambda, lambda) -> unknown', lower: aggregate },
]

export const LAMBDA_AGGREGATE_RULES: readonly FunctionRule[] = [
  ...AGGREGATE,
  ...renamed(AGGREGATE, 'aggregate', 'reduce'),
]

/** A recursive query goes from element to element and hands on what has been gathered. */
function aggregate(call: FunctionCall): Bound {
  const array = argument(call, 0)
  const start = argument(call, 1)
  const { type } = start
  const names = {
    steps: call.fresh('steps'),
    place: call.fresh('n'),
    state: call.fresh('state'),
    items: call.fresh('items'),
  }
  const state: Bound = { pg: { kind: 'name', parts: [names.state] }, type }
  const { rows, column, element } = elementsOf(call, { ...array, pg: itemsOf(names.items) })
  const merged = typed(call, call.lambda(2, [state, element]), type)
  const finished = call.source.arguments.length > 3 ? call.lambda(3, [state]) : state
  const isPlain = rows.startsWith('unnest')
  const item = isPlain ? `${names.items}[${names.place} + 1]` : `${names.items} -> ${names.place}`
  const size = isPlain ? 'cardinality' : 'jsonb_array_length'
  const text = [
    `(WITH RECURSIVE ${names.steps}(${names.place}, ${names.state}, ${names.items}) AS (`,
    'SELECT 0, $1, $2 UNION ALL ',
    `SELECT ${names.place} + 1, $3, ${names.items} FROM ${names.steps}, `,
    `LATERAL (SELECT ${item}) AS ${call.fresh('t')}(${column}) `,
    `WHERE ${names.place} < ${size}(${names.items})) `,
    `SELECT $4 FROM ${names.steps} WHERE ${names.items} IS NOT NULL ORDER BY ${names.place} DESC LIMIT 1)`,
  ].join('')
  return call.template(text, [typed(call, start, type), array, merged, finished], finished.type)
}

function itemsOf(name: string): Bound['pg'] {
  return { kind: 'name', parts: [name] }
}

/** Both halves of a recursive query need the very same type. */
function typed(call: FunctionCall, value: Bound, type: SparkType): Bound {
  if (type.kind === 'unknown') return value
  const cast = isSameType(value.type, type) ? value : call.cast(value, type)
  if (cast.pg.kind === 'cast' && cast.pg.type === postgresType(type)) return cast
  return call.template(`$1::${postgresType(type)}`, [cast], type)
}
