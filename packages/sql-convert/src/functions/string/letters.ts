import { STRING } from '../../type/spark-type.js'
import { constantInteger } from '../constant.js'
import { renamed } from '../renamed.js'
import type { FunctionCall, FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'upper(string) -> string', sql: 'upper($1)', grade: 'equivalent' },
  { signature: 'lower(string) -> string', sql: 'lower($1)', grade: 'equivalent' },
  { signature: 'initcap(string) -> string', sql: 'spark_compat.initcap($1)', grade: 'equivalent' },
  { signature: 'length(string) -> int', sql: 'length($1)' },
  { signature: 'length(binary) -> int', sql: 'length($1)' },
  { signature: 'length(unknown) -> int', sql: 'length($1)' },
  { signature: 'octet_length(string) -> int', sql: 'octet_length($1)' },
  { signature: 'octet_length(binary) -> int', sql: 'octet_length($1)' },
  { signature: 'octet_length(unknown) -> int', sql: 'octet_length($1)' },
  { signature: 'bit_length(string) -> int', sql: 'bit_length($1)' },
  { signature: 'bit_length(binary) -> int', sql: 'bit_length($1)' },
  { signature: 'bit_length(unknown) -> int', sql: 'bit_length($1)' },
  { signature: 'ascii(string) -> int', sql: 'ascii($1)' },
  { signature: 'chr(bigint) -> string', lower: lowerChr },
  { signature: 'reverse(string) -> string', sql: 'reverse($1)' },
  { signature: 'repeat(string, int) -> string', sql: 'repeat($1, $2)' },
  { signature: 'space(int) -> string', sql: "repeat(' ', $1)" },
  { signature: 'soundex(string) -> string', sql: 'spark_compat.soundex($1)' },
  { signature: 'levenshtein(string, string) -> int', sql: 'spark_compat.levenshtein($1, $2)' },
  {
    signature: 'levenshtein(string, string, int) -> int',
    sql: 'spark_compat.levenshtein($1, $2, $3)',
  },
  { signature: 'luhn_check(string) -> boolean', sql: 'spark_compat.luhn_check($1)' },
  { signature: 'quote(string) -> string', sql: 'spark_compat.quote($1)' },
]

/** Letters, lengths, and what looks at a whole string. */
export const LETTER_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'upper', 'ucase'),
  ...renamed(RULES, 'lower', 'lcase'),
  ...renamed(RULES, 'length', 'len', 'char_length', 'character_length'),
  ...renamed(RULES, 'chr', 'char'),
]

/** Spark takes the code modulo 256 and gives '' for a negative one; Postgres has no character 0. */
function lowerChr(call: FunctionCall) {
  const code = constantInteger(call.arguments[0])
  if (code !== undefined && code > 0 && code < 256) {
    return call.template(`chr(${code})`, [], STRING)
  }
  return call.template('spark_compat.chr($1)', call.arguments, STRING)
}
