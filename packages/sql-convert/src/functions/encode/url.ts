import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'url_encode(string) -> string', sql: 'spark_compat.url_encode($1)' },
  { signature: 'url_decode(string) -> string', sql: 'spark_compat.url_decode($1)' },
  { signature: 'try_url_decode(string) -> string', sql: 'spark_compat.try_url_decode($1)' },
  {
    signature: 'parse_url(string, string) -> string',
    sql: 'spark_compat.parse_url($1, $2)',
    grade: 'equivalent',
  },
  {
    signature: 'parse_url(string, string, string) -> string',
    sql: 'spark_compat.parse_url($1, $2, $3)',
    grade: 'equivalent',
  },
]

/** Addresses. What is no address gives NULL, where `parse_url` of Spark fails. */
export const URL_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'parse_url', 'try_parse_url'),
]
