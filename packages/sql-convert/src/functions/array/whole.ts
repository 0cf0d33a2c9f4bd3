import type { Bound } from '../../lower/bound.js'
import { fromJson } from '../../lower/json-value.js'
import { argument } from '../aggregate/known.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { elementType, unlessNull } from './elements.js'

/** Functions of whole arrays, with overloads for arrays of Postgres and for jsonb. */
const SIZES: readonly FunctionRule[] = [
  { signature: 'size(array<S>) -> int', sql: 'cardinality($1)' },
  { signature: 'size(array<J>) -> int', sql: 'jsonb_array_length($1)' },
  { signature: 'size(map<K, V>) -> int', sql: 'spark_compat.size($1)' },
  { signature: 'size(void) -> int', sql: 'NULL::int' },
  { signature: 'size(unknown) -> int', sql: 'spark_compat.size($1)' },
]

export const WHOLE_RULES: readonly FunctionRule[] = [
  ...SIZES,
  ...renamed(SIZES, 'size', 'cardinality', 'array_size'),
  { signature: 'reverse(array<T>) -> array<T>', sql: 'spark_compat.reverse($1)' },
  { signature: 'reverse(binary) -> binary', sql: 'spark_compat.reverse($1)' },
  { signature: 'array_distinct(array<T>) -> array<T>', sql: 'spark_compat.array_distinct($1)' },
  { signature: 'array_compact(array<S>) -> array<S>', sql: 'array_remove($1, NULL)' },
  { signature: 'array_compact(array<J>) -> array<J>', sql: 'spark_compat.array_compact($1)' },
  {
    signature: 'array_union(array<T>, array<T>) -> array<T>',
    sql: 'spark_compat.array_union($1, $2)',
  },
  {
    signature: 'array_intersect(array<T>, array<T>) -> array<T>',
    sql: 'spark_compat.array_intersect($1, $2)',
  },
  {
    signature: 'array_except(array<T>, array<T>) -> array<T>',
    sql: 'spark_compat.array_except($1, $2)',
  },
  {
    signature: 'arrays_overlap(array<T>, array<T>) -> boolean',
    sql: 'spark_compat.arrays_overlap($1, $2)',
  },
  { signature: 'slice(array<T>, int, int) -> array<T>', sql: 'spark_compat.slice($1, $2, $3)' },
  { signature: 'shuffle(array<S>) -> array<S>', sql: 'array_shuffle($1)' },
  { signature: 'shuffle(array<S>, bigint) -> array<S>', sql: 'array_shuffle($1)' },
  { signature: 'array_join(array<string>, string) -> string', sql: 'array_to_string($1, $2)' },
  {
    signature: 'array_join(array<string>, string, string) -> string',
    sql: 'array_to_string($1, $2, $3)',
  },
  { signature: 'concat(array<S>…) -> array<S>', lower: concat },
  { signature: 'flatten(array<J>) -> unknown', lower: flatten },
]

/** `||` of arrays takes NULL for an empty one, which Spark does not. */
function concat(call: FunctionCall): Bound {
  const [first = argument(call, 0)] = call.arguments
  const text = call.arguments.map((_, place) => `$${place + 1}`).join(' || ')
  const all = call.template(text, call.arguments, first.type)
  return unlessNull(call, all, ...call.arguments)
}

/** NULL where one of the arrays within is. */
function flatten(call: FunctionCall): Bound {
  const array = argument(call, 0)
  const type = elementType(array.type)
  const flat = call.template('spark_compat.flatten($1)', [array], { kind: 'variant' })
  return fromJson(flat, type)
}
