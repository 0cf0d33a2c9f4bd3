import type { Bound } from '../../lower/bound.js'
import type { SparkType } from '../../type/spark-type.js'
import { BIGINT, INT, STRING } from '../../type/spark-type.js'
import { constantInteger, isConstantNull } from '../constant.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'md5(string) -> string', sql: 'md5($1)' },
  { signature: 'md5(binary) -> string', sql: 'md5($1)' },
  { signature: 'sha1(binary) -> string', sql: 'spark_compat.sha1($1)' },
  { signature: 'sha2(binary, int) -> string', lower: sha2 },
  { signature: 'crc32(binary) -> bigint', sql: 'spark_compat.crc32($1)' },
  { signature: 'hash(any…) -> int', lower: (call) => chained(call, 'hash', INT) },
  { signature: 'xxhash64(any…) -> bigint', lower: (call) => chained(call, 'xxhash64', BIGINT) },
]

export const HASH_RULES: readonly FunctionRule[] = [...RULES, ...renamed(RULES, 'sha1', 'sha')]

const BITS: readonly number[] = [224, 256, 384, 512]

function sha2(call: FunctionCall): Bound {
  const bits = constantInteger(call.arguments[1])
  if (bits === undefined) return call.template('spark_compat.sha2($1, $2)', call.arguments, STRING)
  const size = bits === 0 ? 256 : bits
  const text = BITS.includes(size) ? `encode(sha${size}($1), 'hex')` : 'NULL::text'
  return call.template(text, call.arguments, STRING)
}

/** Each value is mixed into the hash of those before it; NULL changes nothing. 42 is Spark's seed. */
function chained(call: FunctionCall, name: 'hash' | 'xxhash64', type: SparkType): Bound {
  return call.arguments.reduce(
    (seed, value) =>
      isConstantNull(value)
        ? seed
        : call.template(`spark_compat.${name}($1, $2)`, [hashable(call, value), seed], type),
    call.template('42', [], type),
  )
}

/** A decimal of up to 18 digits counts as the whole number of its digits. */
function hashable(call: FunctionCall, value: Bound): Bound {
  const { type } = value
  if (type.kind === 'decimal') {
    if (type.precision > 18) return call.refuse('a decimal of more than 18 digits')
    return call.template(`($1 * 1e${type.scale})::bigint`, [value], BIGINT)
  }
  if (type.kind === 'array' && ['array', 'map', 'struct', 'decimal'].includes(type.element.kind)) {
    return call.refuse('an array of nested values or decimals')
  }
  if (['map', 'struct', 'variant'].includes(type.kind)) return call.refuse(`a ${type.kind}`)
  return value.untyped ? call.cast(value, STRING) : value
}
