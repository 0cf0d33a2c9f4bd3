import type { FunctionRule } from '../rule.js'

/** One moment for the whole statement; in Postgres for the whole transaction. */
export const NOW_RULES: readonly FunctionRule[] = [
  { signature: 'now() -> timestamp', sql: 'now()' },
  { signature: 'getdate() -> timestamp', sql: 'now()' },
  { signature: 'current_timestamp() -> timestamp', sql: 'current_timestamp' },
  { signature: 'current_date() -> date', sql: 'current_date' },
  { signature: 'curdate() -> date', sql: 'current_date' },
  { signature: 'localtimestamp() -> timestamp_ntz', sql: 'localtimestamp' },
  { signature: 'current_time() -> time', sql: 'localtime' },
  { signature: 'current_time(int) -> time', sql: 'localtime($1)' },
]
