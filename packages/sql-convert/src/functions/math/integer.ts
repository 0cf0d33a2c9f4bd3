import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

const RULES: readonly FunctionRule[] = [
  { signature: 'abs(number) -> number', sql: 'abs($1)' },
  { signature: 'abs(double) -> double', sql: 'abs($1)' },
  { signature: 'abs(unknown) -> unknown', sql: 'abs($1)' },
  ...['year interval', 'day interval'].map(
    (type): FunctionRule => ({
      signature: `abs(${type}) -> ${type}`,
      sql: "CASE WHEN $1 < interval '0' THEN -$1 ELSE $1 END",
    }),
  ),
  { signature: 'negative(number) -> number', sql: '(- $1)' },
  { signature: 'negative(double) -> double', sql: '(- $1)' },
  { signature: 'negative(unknown) -> unknown', sql: '(- $1)' },
  { signature: 'negative(year interval) -> year interval', sql: '(- $1)' },
  { signature: 'negative(day interval) -> day interval', sql: '(- $1)' },
  { signature: 'positive(number) -> number', sql: '$1' },
  { signature: 'positive(double) -> double', sql: '$1' },
  { signature: 'positive(unknown) -> unknown', sql: '$1' },
  { signature: 'positive(year interval) -> year interval', sql: '$1' },
  { signature: 'positive(day interval) -> day interval', sql: '$1' },
  { signature: 'bin(bigint) -> string', sql: 'spark_compat.bin($1)' },
  { signature: 'conv(string, int, int) -> string', sql: 'spark_compat.conv($1, $2, $3)' },
  { signature: 'factorial(int) -> bigint', sql: 'spark_compat.factorial($1)' },
  {
    signature: 'width_bucket(double, double, double, bigint) -> bigint',
    sql: 'spark_compat.width_bucket($1, $2, $3, $4)',
  },
  ...['year interval', 'day interval'].map(
    (type): FunctionRule => ({
      signature: `width_bucket(${type}, ${type}, ${type}, bigint) -> bigint`,
      sql: 'spark_compat.width_bucket(extract(epoch FROM $1)::double precision, extract(epoch FROM $2)::double precision, extract(epoch FROM $3)::double precision, $4)',
    }),
  ),
  { signature: 'bit_count(boolean) -> int', sql: '$1::int' },
  { signature: 'bit_count(unknown) -> int', sql: 'spark_compat.bit_count($1)' },
  { signature: 'bit_count(bigint) -> int', sql: 'bit_count($1::bit(64))::int' },
  { signature: 'bit_get(tinyint, int) -> tinyint', sql: 'spark_compat.bit_get($1, $2, 8)' },
  { signature: 'bit_get(smallint, int) -> tinyint', sql: 'spark_compat.bit_get($1, $2, 16)' },
  { signature: 'bit_get(int, int) -> tinyint', sql: 'spark_compat.bit_get($1, $2, 32)' },
  { signature: 'bit_get(bigint, int) -> tinyint', sql: 'spark_compat.bit_get($1, $2, 64)' },
  { signature: 'shiftleft(int, int) -> int', sql: '($1 << ($2 & 31))' },
  { signature: 'shiftleft(bigint, int) -> bigint', sql: '($1 << ($2 & 63))' },
  { signature: 'shiftright(int, int) -> int', sql: '($1 >> ($2 & 31))' },
  { signature: 'shiftright(bigint, int) -> bigint', sql: '($1 >> ($2 & 63))' },
  {
    signature: 'shiftrightunsigned(int, int) -> int',
    sql: 'spark_compat.shiftrightunsigned($1, $2)',
  },
  {
    signature: 'shiftrightunsigned(bigint, int) -> bigint',
    sql: 'spark_compat.shiftrightunsigned($1, $2)',
  },
  ...['int', 'bigint'].map(
    (type): FunctionRule => ({
      signature: `bitmap_bit_position(${type}) -> bigint`,
      sql: 'spark_compat.bitmap_bit_position($1)',
    }),
  ),
  {
    signature: 'bitmap_bucket_number(bigint) -> bigint',
    sql: 'spark_compat.bitmap_bucket_number($1)',
  },
  { signature: 'bitmap_count(binary) -> bigint', sql: 'bit_count($1)' },
]

export const INTEGER_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'bit_get', 'getbit'),
]
