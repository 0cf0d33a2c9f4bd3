import type { FunctionRule } from '../rule.js'

/** A text of Postgres is always valid UTF-8 (where the database is UTF8, as Lakebase's are). */
export const UTF8_RULES: readonly FunctionRule[] = [
  { signature: 'is_valid_utf8(string) -> boolean', sql: 'CASE WHEN $1 IS NOT NULL THEN TRUE END' },
  { signature: 'is_valid_utf8(binary) -> boolean', sql: 'spark_compat.is_valid_utf8($1)' },
  { signature: 'validate_utf8(string) -> string', sql: '$1' },
  { signature: 'validate_utf8(binary) -> string', sql: "convert_from($1, 'UTF8')" },
  { signature: 'try_validate_utf8(string) -> string', sql: '$1' },
  {
    signature: 'try_validate_utf8(binary) -> string',
    sql: "CASE WHEN spark_compat.is_valid_utf8($1) THEN convert_from($1, 'UTF8') END",
  },
  { signature: 'make_valid_utf8(string) -> string', sql: '$1' },
  { signature: 'make_valid_utf8(binary) -> string', sql: 'spark_compat.make_valid_utf8($1)' },
]
