import type { FunctionRule } from '../rule.js'

const BECAUSE = 'random numbers: Postgres draws others than Spark, also for the same seed'

/** A seed is left out: it could not give the same sequence, and setseed() would hold for the session. */
const RULES: readonly FunctionRule[] = [
  ...['rand', 'random'].flatMap((name) => [
    { signature: `${name}() -> double`, sql: 'random()' },
    { signature: `${name}(any) -> double`, sql: 'random()' },
  ]),
  { signature: 'randn() -> double', sql: 'random_normal()' },
  { signature: 'randn(any) -> double', sql: 'random_normal()' },
  ...['tinyint', 'smallint', 'int', 'bigint'].flatMap((type) => {
    const sql = `spark_compat.uniform($1, $2)::${type === 'tinyint' ? 'smallint' : type}`
    return [
      { signature: `uniform(${type}, ${type}) -> ${type}`, sql },
      { signature: `uniform(${type}, ${type}, any) -> ${type}`, sql },
    ]
  }),
  { signature: 'uniform(double, double) -> double', sql: '($1 + ($2 - $1) * random())' },
  { signature: 'uniform(double, double, any) -> double', sql: '($1 + ($2 - $1) * random())' },
  { signature: 'randstr(int) -> string', sql: 'spark_compat.randstr($1)' },
  { signature: 'randstr(int, any) -> string', sql: 'spark_compat.randstr($1)' },
]

export const RANDOM_RULES: readonly FunctionRule[] = RULES.map((rule) => ({
  ...rule,
  grade: 'approximate',
  because: BECAUSE,
}))
