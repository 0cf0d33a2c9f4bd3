import type { FunctionRule } from '../rule.js'

/** Spark trims blanks only, as Postgres does. `trim(chars FROM text)` is syntax, not a function. */
export const TRIM_RULES: readonly FunctionRule[] = [
  { signature: 'trim(string) -> string', sql: 'btrim($1)' },
  { signature: 'trim(string, string) -> string', sql: 'btrim($2, $1)' },
  { signature: 'btrim(string) -> string', sql: 'btrim($1)' },
  { signature: 'btrim(string, string) -> string', sql: 'btrim($1, $2)' },
  { signature: 'ltrim(string) -> string', sql: 'ltrim($1)' },
  { signature: 'ltrim(string, string) -> string', sql: 'ltrim($2, $1)' },
  { signature: 'rtrim(string) -> string', sql: 'rtrim($1)' },
  { signature: 'rtrim(string, string) -> string', sql: 'rtrim($2, $1)' },
]
