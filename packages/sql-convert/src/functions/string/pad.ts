import type { FunctionRule } from '../rule.js'

/** Padding; binaries are filled with zero bytes. */
export const PAD_RULES: readonly FunctionRule[] = [
  { signature: 'lpad(string, int) -> string', sql: 'lpad($1, $2)' },
  { signature: 'lpad(string, int, string) -> string', sql: 'lpad($1, $2, $3)' },
  { signature: 'lpad(binary, int) -> binary', sql: "spark_compat.lpad($1, $2, '\\x00'::bytea)" },
  { signature: 'lpad(binary, int, binary) -> binary', sql: 'spark_compat.lpad($1, $2, $3)' },
  { signature: 'rpad(string, int) -> string', sql: 'rpad($1, $2)' },
  { signature: 'rpad(string, int, string) -> string', sql: 'rpad($1, $2, $3)' },
  { signature: 'rpad(binary, int) -> binary', sql: "spark_compat.rpad($1, $2, '\\x00'::bytea)" },
  { signature: 'rpad(binary, int, binary) -> binary', sql: 'spark_compat.rpad($1, $2, $3)' },
]
