import type { Bound } from '../../lower/bound.js'
import { BINARY, STRING } from '../../type/spark-type.js'
import { constantText, isConstantNull } from '../constant.js'
import { nullOf } from '../null-of.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

/** Bytes written in digits and letters: hexadecimal, base64. */
export const DIGIT_RULES: readonly FunctionRule[] = [
  { signature: 'hex(bigint) -> string', sql: 'upper(to_hex($1))' },
  { signature: 'hex(string) -> string', sql: "upper(encode(convert_to($1, 'UTF8'), 'hex'))" },
  { signature: 'hex(binary) -> string', sql: "upper(encode($1, 'hex'))" },
  { signature: 'hex(unknown) -> string', sql: 'spark_compat.hex($1)' },
  { signature: 'unhex(string) -> binary', sql: 'spark_compat.unhex($1)' },
  { signature: 'base64(binary) -> string', sql: "translate(encode($1, 'base64'), E'\\n', '')" },
  { signature: 'unbase64(string) -> binary', sql: 'spark_compat.unbase64($1)' },
  { signature: 'to_binary(string) -> binary', sql: 'spark_compat.hex_to_binary($1)' },
  { signature: 'to_binary(string, string) -> binary', lower: toBinary },
  { signature: 'try_to_binary(string) -> binary', sql: 'spark_compat.unhex($1)' },
  { signature: 'try_to_binary(string, string) -> binary', lower: tryToBinary },
  { signature: 'to_char(binary, string) -> string', lower: toText },
  { signature: 'to_varchar(binary, string) -> string', lower: toText },
]

function formatOf(call: FunctionCall): string {
  const format = constantText(call.arguments[1])?.toLowerCase()
  return format ?? call.refuse('the format must be a literal')
}

const TO_BINARY: Readonly<Record<string, string>> = {
  hex: 'spark_compat.hex_to_binary($1)',
  base64: "decode($1, 'base64')",
  'utf-8': "convert_to($1, 'UTF8')",
  utf8: "convert_to($1, 'UTF8')",
}

function toBinary(call: FunctionCall): Bound {
  if (isConstantNull(call.arguments[1])) return nullOf(call, BINARY)
  const text = TO_BINARY[formatOf(call)]
  if (text === undefined) return call.refuse('the format must be hex, utf-8 or base64')
  return call.template(text, call.arguments, BINARY)
}

const TRY_TO_BINARY: Readonly<Record<string, string>> = {
  ...TO_BINARY,
  hex: 'spark_compat.unhex($1)',
  base64: 'spark_compat.try_base64($1)',
}

/** NULL for a format that there is not, too. */
function tryToBinary(call: FunctionCall): Bound {
  if (isConstantNull(call.arguments[1])) return nullOf(call, BINARY)
  return call.template(TRY_TO_BINARY[formatOf(call)] ?? 'NULL::bytea', call.arguments, BINARY)
}

const TO_TEXT: Readonly<Record<string, string>> = {
  hex: "upper(encode($1, 'hex'))",
  base64: "translate(encode($1, 'base64'), E'\\n', '')",
  'utf-8': "convert_from($1, 'UTF8')",
  utf8: "convert_from($1, 'UTF8')",
}

function toText(call: FunctionCall): Bound {
  const text = TO_TEXT[formatOf(call)]
  if (text === undefined) return call.refuse('the format must be hex, utf-8 or base64')
  return call.template(text, call.arguments, STRING)
}
