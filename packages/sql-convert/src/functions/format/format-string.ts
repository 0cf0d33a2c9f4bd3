import { type Bound, boundText } from '../../lower/bound.js'
import { quoted } from '../../postgres/identifier.js'
import { STRING } from '../../type/spark-type.js'
import { argument } from '../aggregate/known.js'
import { constantText, isConstantNull } from '../constant.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'
import { directiveText } from './directive-text.js'
import { readFormat } from './read-format.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'format_string(string) -> string', lower: formatString },
  { signature: 'format_string(string, any…) -> string', lower: formatString },
]

/** java.util.Formatter, its directives translated one by one into `format` of Postgres. */
export const FORMAT_STRING_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'format_string', 'printf'),
]

function formatString(call: FunctionCall): Bound {
  const format = argument(call, 0)
  if (isConstantNull(format)) return call.template('NULL::text', [], STRING)
  const text = constantText(format)
  if (text === undefined) return call.refuse('the format must be a literal')
  const parts = readFormat(text) ?? call.refuse(`the format ${text}`)
  const values: Bound[] = []
  const written = parts.map((part) => {
    if (typeof part === 'string') return part.replaceAll('%', '%%')
    const value = call.arguments[part.argument + 1]
    if (value === undefined) return call.refuse(`the format ${text} has more places than arguments`)
    values.push(directiveText(call, part, value))
    return `%${part.flags.includes('-') ? '-' : ''}${part.width > 0 ? part.width : ''}s`
  })
  if (values.length === 0) return boundText(written.join('').replaceAll('%%', '%'))
  const places = values.map((_, place) => `$${place + 1}`).join(', ')
  return call.template(`format(${escaped(written.join(''))}, ${places})`, values, STRING)
}

/** A $ with a digit would be taken for an argument of ours. */
function escaped(text: string): string {
  return quoted(text).replaceAll(/\$(?=\d)/g, "$' || '")
}
