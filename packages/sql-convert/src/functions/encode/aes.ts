import type { Bound } from '../../lower/bound.js'
import { BINARY } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText } from '../constant.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const MORE = ['', ', string', ', string, string', ', string, string, binary']
const BECAUSE =
  'AES runs in PL/pgSQL here, slowly; without an initialization vector each run gives another text, as in Spark'

const DECRYPT = MORE.map(
  (more): FunctionRule => ({
    signature: `aes_decrypt(binary, binary${more}) -> binary`,
    grade: 'equivalent',
    because: BECAUSE,
    lower: decrypt,
  }),
)

const ENCRYPT = [...MORE, `${MORE[3]}, binary`].map(
  (more): FunctionRule => ({
    signature: `aes_encrypt(binary, binary${more}) -> binary`,
    grade: 'equivalent',
    because: BECAUSE,
    lower: encrypt,
  }),
)

/** Encryption in the modes and the layout of Spark: the initialization vector stands before the text. */
export const AES_RULES: readonly FunctionRule[] = [
  ...DECRYPT,
  ...ENCRYPT,
  ...renamed(DECRYPT, 'aes_decrypt', 'try_aes_decrypt'),
]

const PADDING: Readonly<Record<string, string>> = { CBC: 'PKCS', ECB: 'PKCS', GCM: 'NONE' }

function modeOf(call: FunctionCall): string {
  const mode = call.arguments[2] === undefined ? 'GCM' : constantText(call.arguments[2])
  const padding = call.arguments[3] === undefined ? 'DEFAULT' : constantText(call.arguments[3])
  if (mode === undefined || padding === undefined) {
    return call.refuse('the mode and the padding must be literals')
  }
  const known = PADDING[mode.toUpperCase()]
  const isKnown = known !== undefined && ['DEFAULT', known].includes(padding.toUpperCase())
  return isKnown ? mode.toUpperCase() : call.refuse(`the mode ${mode} with the padding ${padding}`)
}

function decrypt(call: FunctionCall): Bound {
  const mode = modeOf(call)
  const aad = call.arguments[4]
  const values = [argument(call, 0), argument(call, 1), ...(aad ? [aad] : [])]
  const text = `spark_compat.${call.name}($1, $2, '${mode}', ${aad ? '$3' : "''::bytea"})`
  return call.template(text, values, BINARY)
}

/** With another initialization vector each time, where none is given. */
function encrypt(call: FunctionCall): Bound {
  const mode = modeOf(call)
  const given = call.arguments.slice(4, 6)
  const places = [0, 1].map((place) => (given[place] ? `$${place + 3}` : "''::bytea"))
  const text = `spark_compat.aes_encrypt($1, $2, '${mode}', ${places.join(', ')})`
  const values = [argument(call, 0), argument(call, 1), ...given]
  return { ...call.template(text, values, BINARY), ...(given.length === 0 && { once: true }) }
}
