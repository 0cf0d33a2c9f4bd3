import type { Bound } from '../../lower/bound.js'
import { BINARY } from '../../type/spark-type.js'
import { constantText } from '../constant.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const SLOW =
  'AES runs in PL/pgSQL, which is slow, and a key in a statement stands in its logs and plans: better decrypt in Databricks before the sync.'
const RANDOM =
  'aes_encrypt without an initialization vector draws one: the result is another one at each call, as in Spark.'

const DECRYPT = ['binary', 'binary', 'string', 'string', 'binary']
const ENCRYPT = [...DECRYPT, 'binary']

export const AES_RULES: readonly FunctionRule[] = [
  ...rules('aes_encrypt', ENCRYPT),
  ...rules('aes_decrypt', DECRYPT),
  ...rules('try_aes_decrypt', DECRYPT),
]

/** All but the value and the key may be left out, from the end. */
function rules(name: string, parameters: readonly string[]): readonly FunctionRule[] {
  return parameters.slice(1).map((_, place) => ({
    signature: `${name}(${parameters.slice(0, place + 2).join(', ')}) -> binary`,
    because: SLOW,
    lower,
  }))
}

function lower(call: FunctionCall): Bound {
  const { name, arguments: given } = call
  const places = given.map((_, place) => `$${place + 1}`).join(', ')
  const result = call.template(`spark_compat.${name}(${places})`, given, BINARY)
  if (name !== 'aes_encrypt') return { ...result, once: true }
  if (!drawsVector(given)) return result
  call.note('equivalent', RANDOM)
  return { ...result, once: true }
}

function drawsVector([, , mode, , vector]: readonly Bound[]): boolean {
  const isEcb = constantText(mode)?.toUpperCase() === 'ECB'
  return !isEcb && (vector === undefined || constantText(vector) === '')
}
