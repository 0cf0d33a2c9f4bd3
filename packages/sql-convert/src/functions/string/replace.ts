import type { Bound } from '../../lower/bound.js'
import { STRING } from '../../type/spark-type.js'
import { isConstantNull } from '../constant.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** One text, or each of some characters, in place of another. */
export const REPLACE_RULES: readonly FunctionRule[] = [
  { signature: 'replace(string, string) -> string', sql: "replace($1, $2, '')" },
  { signature: 'replace(string, string, string) -> string', sql: 'replace($1, $2, $3)' },
  { signature: 'translate(string, string, string) -> string', sql: 'translate($1, $2, $3)' },
  { signature: 'mask(string) -> string', lower: mask },
  { signature: 'mask(string, string…) -> string', lower: mask },
]

const MASK_PARAMETERS = ['str', 'upperchar', 'lowerchar', 'digitchar', 'otherchar']
const MASK_DEFAULTS = ['X', 'x', 'n']

function mask(call: FunctionCall): Bound {
  const given = new Map<number, Bound>()
  call.source.arguments.forEach(({ name }, place) => {
    const slot = name === undefined ? place : MASK_PARAMETERS.indexOf(name.toLowerCase())
    const value = call.arguments[place]
    if (slot < 0 || value === undefined) call.refuse(`mask has no parameter ${name}`)
    else given.set(slot, value)
  })
  const text = given.get(0)
  if (text === undefined) return call.refuse('mask without a text')
  const replacements = MASK_PARAMETERS.slice(1).map((_, place) =>
    replacement(given.get(place + 1), MASK_DEFAULTS[place]),
  )
  const values = replacements.flatMap((one) => (typeof one === 'string' ? [] : [one]))
  let next = 2
  const places = replacements.map((one) => (typeof one === 'string' ? one : `$${next++}`))
  return call.template(`spark_compat.mask($1, ${places.join(', ')})`, [text, ...values], STRING)
}

/** NULL, which is also the default for other characters, keeps them. */
function replacement(value: Bound | undefined, byDefault: string | undefined): Bound | string {
  if (value === undefined) return byDefault === undefined ? 'NULL' : `'${byDefault}'`
  return isConstantNull(value) ? 'NULL' : value
}
