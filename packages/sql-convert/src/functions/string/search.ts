import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'instr(string, string) -> int', sql: 'strpos($1, $2)' },
  { signature: 'locate(string, string) -> int', sql: 'strpos($2, $1)' },
  { signature: 'locate(string, string, int) -> int', sql: 'spark_compat.locate($1, $2, $3)' },
  { signature: 'find_in_set(string, string) -> int', sql: 'spark_compat.find_in_set($1, $2)' },
  { signature: 'contains(string, string) -> boolean', sql: '(strpos($1, $2) > 0)' },
  { signature: 'contains(binary, binary) -> boolean', sql: '(position($2 IN $1) > 0)' },
  { signature: 'startswith(string, string) -> boolean', sql: 'starts_with($1, $2)' },
  {
    signature: 'startswith(binary, binary) -> boolean',
    sql: '(substr($1, 1, length($2)) = $2)',
  },
  { signature: 'endswith(string, string) -> boolean', sql: '(right($1, length($2)) = $2)' },
  { signature: 'endswith(binary, binary) -> boolean', sql: 'spark_compat.endswith($1, $2)' },
]

/** Where one string is in another. */
export const SEARCH_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'locate', 'position', 'charindex'),
]
