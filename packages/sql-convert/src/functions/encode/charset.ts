import type { Bound } from '../../lower/bound.js'
import { BINARY, STRING } from '../../type/spark-type.js'
import { constantText, isConstantNull } from '../constant.js'
import { nullOf } from '../null-of.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** Texts as bytes of a character set, and back. Source: the charsets Spark 4 allows. */
export const CHARSET_RULES: readonly FunctionRule[] = [
  { signature: 'encode(string, string) -> binary', lower: encode },
  { signature: 'decode(binary, string) -> string', lower: decode },
]

/** Names in PostgreSQL; the wide ones are written by functions of ours. */
const CHARSETS: Readonly<Record<string, { readonly name: string } | { readonly wide: string }>> = {
  'UTF-8': { name: 'UTF8' },
  UTF8: { name: 'UTF8' },
  'ISO-8859-1': { name: 'LATIN1' },
  'US-ASCII': { wide: 'ascii' },
  'UTF-16': { wide: 'utf16' },
  'UTF-16BE': { wide: 'utf16be' },
  'UTF-16LE': { wide: 'utf16le' },
}

function encode(call: FunctionCall): Bound {
  if (isConstantNull(call.arguments[1])) return nullOf(call, BINARY)
  const charset = charsetOf(call)
  const text =
    'name' in charset
      ? `convert_to($1, '${charset.name}')`
      : `spark_compat.encode_${charset.wide}($1)`
  return call.template(text, call.arguments, BINARY)
}

function decode(call: FunctionCall): Bound {
  if (isConstantNull(call.arguments[1])) return nullOf(call, STRING)
  const charset = charsetOf(call)
  const text =
    'name' in charset
      ? `convert_from($1, '${charset.name}')`
      : `spark_compat.decode_${charset.wide}($1)`
  return call.template(text, call.arguments, STRING)
}

function charsetOf(call: FunctionCall) {
  const name = constantText(call.arguments[1])
  if (name === undefined) return call.refuse('the character set must be a literal')
  return CHARSETS[name.toUpperCase()] ?? call.refuse(`the character set ${name}`)
}
