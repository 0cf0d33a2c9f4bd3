import { BOUND_NULL, type Bound } from '../lower/bound.js'
import type { SparkType } from '../type/spark-type.js'
import type { FunctionCall } from './rule.js'

/** NULL of a type: what a function gives for a literal NULL where it needs a value to be converted. */
export function nullOf(call: FunctionCall, type: SparkType): Bound {
  return call.cast(BOUND_NULL, type)
}
