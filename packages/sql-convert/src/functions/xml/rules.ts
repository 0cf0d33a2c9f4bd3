import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'xpath(string, string) -> array<string>', sql: 'spark_compat.xpath($1, $2)' },
  {
    signature: 'xpath_boolean(string, string) -> boolean',
    sql: "(spark_compat.xpath_value($1, 'boolean', $2) = 'true')",
  },
  { signature: 'xpath_double(string, string) -> double', sql: 'spark_compat.xpath_number($1, $2)' },
  {
    signature: 'xpath_float(string, string) -> float',
    sql: 'spark_compat.xpath_number($1, $2)::real',
  },
  { signature: 'xpath_int(string, string) -> int', sql: 'spark_compat.xpath_whole($1, $2)::int' },
  { signature: 'xpath_long(string, string) -> bigint', sql: 'spark_compat.xpath_whole($1, $2)' },
  {
    signature: 'xpath_short(string, string) -> smallint',
    sql: 'spark_compat.xpath_whole($1, $2)::smallint',
  },
  {
    signature: 'xpath_string(string, string) -> string',
    sql: "spark_compat.xpath_value($1, 'string', $2)",
  },
]

/** XPath 1.0, which libxml in PostgreSQL reads as Java does. */
export const XML_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'xpath_double', 'xpath_number'),
]
