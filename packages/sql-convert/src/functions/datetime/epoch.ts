import type { FunctionRule } from '../rule.js'

/** Seconds and days since 1970, to and fro. */
export const EPOCH_RULES: readonly FunctionRule[] = [
  { signature: 'unix_seconds(timestamp) -> bigint', sql: 'floor(extract(epoch FROM $1))::bigint' },
  {
    signature: 'unix_millis(timestamp) -> bigint',
    sql: 'floor(extract(epoch FROM $1) * 1000)::bigint',
  },
  {
    signature: 'unix_micros(timestamp) -> bigint',
    sql: '(extract(epoch FROM $1) * 1000000)::bigint',
  },
  { signature: 'unix_date(date) -> int', sql: "($1 - date '1970-01-01')" },
  { signature: 'date_from_unix_date(int) -> date', sql: "(date '1970-01-01' + $1)" },
  { signature: 'timestamp_seconds(number) -> timestamp', sql: 'to_timestamp($1)' },
  ...['float', 'double'].map(
    (type): FunctionRule => ({
      signature: `timestamp_seconds(${type}) -> timestamp`,
      sql: 'to_timestamp(trunc($1::double precision * 1000000) / 1000000)',
    }),
  ),
  { signature: 'timestamp_millis(bigint) -> timestamp', sql: 'to_timestamp($1 / 1000.0)' },
  { signature: 'timestamp_micros(bigint) -> timestamp', sql: 'to_timestamp($1 / 1000000.0)' },
]
