import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

/** Functions of DOUBLE that Postgres has with the same values, errors for infinite arguments aside. */
const PLAIN = [
  'atan',
  'cbrt',
  'cos',
  'cosh',
  'cot',
  'degrees',
  'radians',
  'sin',
  'sinh',
  'tan',
  'tanh',
].map((name): FunctionRule => ({ signature: `${name}(double) -> double`, sql: `${name}($1)` }))

/** Where Postgres raises an error, Spark gives NaN, an infinity or NULL: these have functions of ours. */
const GUARDED = ['acos', 'acosh', 'asin', 'atanh', 'csc', 'exp', 'expm1', 'log1p'].map(
  (name): FunctionRule => ({
    signature: `${name}(double) -> double`,
    sql: `spark_compat.${name}($1)`,
  }),
)

const RULES: readonly FunctionRule[] = [
  ...PLAIN,
  ...GUARDED,
  {
    signature: 'asinh(double) -> double',
    sql: 'asinh($1)',
    grade: 'equivalent',
    because: 'asinh of a large negative number is exact in Postgres, and a little off in Spark',
  },
  { signature: 'atan2(double, double) -> double', sql: 'atan2($1, $2)' },
  { signature: 'e() -> double', sql: 'exp(1::double precision)' },
  { signature: 'hypot(double, double) -> double', sql: 'sqrt($1 * $1 + $2 * $2)' },
  { signature: 'ln(double) -> double', sql: 'CASE WHEN $1 > 0 THEN ln($1) END' },
  { signature: 'log(double) -> double', sql: 'CASE WHEN $1 > 0 THEN ln($1) END' },
  {
    signature: 'log(double, double) -> double',
    sql: 'CASE WHEN $1 > 0 AND $2 > 0 THEN ln($2) / ln($1) END',
  },
  { signature: 'log10(double) -> double', sql: 'CASE WHEN $1 > 0 THEN log($1) END' },
  {
    signature: 'log2(double) -> double',
    sql: 'CASE WHEN $1 > 0 THEN ln($1) / ln(2::double precision) END',
  },
  { signature: 'pi() -> double', sql: 'pi()' },
  { signature: 'power(double, double) -> double', sql: 'spark_compat.power($1, $2)' },
  { signature: 'rint(double) -> double', sql: 'round($1)' },
  { signature: 'sec(double) -> double', sql: '(1 / cos($1))' },
  { signature: 'sign(double) -> double', sql: 'sign($1)' },
  {
    signature: 'sign(year interval) -> double',
    sql: 'sign(extract(epoch FROM $1))::double precision',
  },
  {
    signature: 'sign(day interval) -> double',
    sql: 'sign(extract(epoch FROM $1))::double precision',
  },
  { signature: 'sqrt(double) -> double', sql: 'spark_compat.sqrt($1)' },
]

export const REAL_RULES: readonly FunctionRule[] = [
  ...RULES,
  ...renamed(RULES, 'power', 'pow'),
  ...renamed(RULES, 'sign', 'signum'),
]
