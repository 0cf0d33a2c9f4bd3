import type { FunctionRule } from '../rule.js'

const INTERVALS = ['year interval', 'day interval', 'calendar interval']

/** Both ends belong to it; without a step it goes up or down by one, or by a day. */
export const SEQUENCE_RULES: readonly FunctionRule[] = [
  ...['int', 'bigint'].flatMap((type): readonly FunctionRule[] => [
    {
      signature: `sequence(${type}, ${type}) -> array<${type}>`,
      sql: 'spark_compat.sequence($1, $2)',
    },
    {
      signature: `sequence(${type}, ${type}, ${type}) -> array<${type}>`,
      sql: 'spark_compat.sequence($1, $2, $3)',
    },
  ]),
  ...['date', 'timestamp', 'timestamp_ntz'].flatMap((type): readonly FunctionRule[] => [
    {
      signature: `sequence(${type}, ${type}) -> array<${type}>`,
      sql: 'spark_compat.sequence($1, $2)',
    },
    ...INTERVALS.map(
      (step): FunctionRule => ({
        signature: `sequence(${type}, ${type}, ${step}) -> array<${type}>`,
        sql: 'spark_compat.sequence($1, $2, $3)',
      }),
    ),
  ]),
]
