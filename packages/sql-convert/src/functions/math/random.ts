import { DOUBLE, type SparkType, STRING } from '../../type/spark-type.js'
import type { FunctionRule } from '../rule.js'

const INTEGERS = ['tinyint', 'smallint', 'int', 'bigint'] as const

/** A seed is left out: it could not give the same sequence, and setseed() would hold for the session. */
export const RANDOM_RULES: readonly FunctionRule[] = [
  ...['rand', 'random'].flatMap((name) => drawn(name, '', 'random()', DOUBLE)),
  ...drawn('randn', '', 'random_normal()', DOUBLE),
  ...INTEGERS.flatMap((kind) => {
    const sql = `spark_compat.uniform($1, $2)::${kind === 'tinyint' ? 'smallint' : kind}`
    return drawn('uniform', `${kind}, ${kind}`, sql, { kind })
  }),
  ...drawn('uniform', 'double, double', '($1 + ($2 - $1) * random())', DOUBLE),
  ...drawn('randstr', 'int', 'spark_compat.randstr($1)', STRING),
]

/** Without a seed and with one. */
function drawn(
  name: string,
  parameters: string,
  sql: string,
  type: SparkType,
): readonly FunctionRule[] {
  return [parameters, parameters === '' ? 'any' : `${parameters}, any`].map((list) => ({
    signature: `${name}(${list}) -> double`,
    grade: 'approximate',
    because: 'random numbers: Postgres draws others than Spark, also for the same seed',
    lower: (call) => ({ ...call.template(sql, call.arguments, type), once: true }),
  }))
}
