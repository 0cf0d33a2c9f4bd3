import type { FunctionRule } from '../rule.js'

/** Bitmaps of 32768 places, as bitmap_bit_position counts them. */
export const BITMAP_RULES: readonly FunctionRule[] = [
  {
    signature: 'bitmap_construct_agg(bigint) -> binary',
    aggregate: 'spark_compat.bitmap_construct_agg($1)',
  },
  {
    signature: 'bitmap_or_agg(binary) -> binary',
    aggregate: 'bit_or(spark_compat.bitmap_bits($1))',
    wrap: 'spark_compat.bitmap_bytes($1)',
  },
  {
    signature: 'bitmap_and_agg(binary) -> binary',
    aggregate: 'bit_and(spark_compat.bitmap_bits($1))',
    wrap: 'spark_compat.bitmap_bytes($1)',
  },
]
