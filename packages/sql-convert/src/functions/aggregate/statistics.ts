import { renamed } from '../renamed.js'
import type { FunctionRule } from '../rule.js'

/** Of one column; those of Postgres have the same names, and see rows without NULL only. */
const SINGLE = ['stddev_samp', 'stddev_pop', 'var_samp', 'var_pop'].map(
  (name): FunctionRule => ({ signature: `${name}(double) -> double`, aggregate: `${name}($1)` }),
)

const PAIRED = [
  'corr',
  'covar_pop',
  'covar_samp',
  'regr_avgx',
  'regr_avgy',
  'regr_intercept',
  'regr_slope',
  'regr_sxx',
  'regr_sxy',
  'regr_syy',
].map(
  (name): FunctionRule => ({
    signature: `${name}(double, double) -> double`,
    aggregate: `${name}($1, $2)`,
  }),
)

export const STATISTICS_RULES: readonly FunctionRule[] = [
  ...SINGLE,
  ...renamed(SINGLE, 'stddev_samp', 'stddev', 'std'),
  ...renamed(SINGLE, 'var_samp', 'variance'),
  ...PAIRED,
  { signature: 'regr_count(double, double) -> bigint', aggregate: 'regr_count($1, $2)' },
  // Where one column is constant, Spark gives NULL and 1 the other way round.
  { signature: 'regr_r2(double, double) -> double', aggregate: 'regr_r2($2, $1)' },
  { signature: 'skewness(double) -> double', aggregate: 'spark_compat.skewness($1)' },
  { signature: 'kurtosis(double) -> double', aggregate: 'spark_compat.kurtosis($1)' },
]
