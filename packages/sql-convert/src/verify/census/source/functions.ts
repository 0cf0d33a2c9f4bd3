/** Databricks' aggregate functions; 2026-11, its list of built-in functions. */
export const AGGREGATES: ReadonlySet<string> = new Set(
  `any any_value approx_count_distinct approx_percentile array_agg avg bit_and bit_or bit_xor bool_and
  bool_or collect_list collect_set corr count count_if covar_pop covar_samp every first first_value
  histogram_numeric kurtosis last last_value listagg max max_by mean median min min_by mode percentile
  percentile_approx percentile_cont percentile_disc regr_avgx regr_avgy regr_count regr_intercept
  regr_r2 regr_slope regr_sxx regr_sxy regr_syy skewness some std stddev stddev_pop stddev_samp
  string_agg sum try_avg try_sum var_pop var_samp variance`.split(/\s+/),
)

/** Functions that give rows. */
export const GENERATORS: ReadonlySet<string> = new Set(
  `explode explode_outer flatten_outer inline inline_outer json_tuple posexplode posexplode_outer
  stack variant_explode variant_explode_outer`.split(/\s+/),
)

/** What stays the same function in Postgres; of structs the extreme is the first of an array, of truth values a conjunction. */
export const SAME: Readonly<Record<string, readonly string[]>> = {
  avg: ['avg'],
  count: ['count'],
  count_if: ['count'],
  max: ['max', 'array_agg', 'bool_or'],
  mean: ['avg'],
  min: ['min', 'array_agg', 'bool_and'],
  sum: ['sum'],
}

/** Words that are values without parentheses, though they look like columns. */
export const WORDS: ReadonlySet<string> = new Set(
  `current_catalog current_database current_date current_schema current_time current_timestamp
  current_timezone current_user grouping__id localtime localtimestamp now session_user user`.split(
    /\s+/,
  ),
)

/** Functions that do not read the values of their arguments. */
export const BLIND: ReadonlySet<string> = new Set(
  'collation cume_dist dense_rank grouping grouping_id percent_rank rank row_number typeof'.split(
    ' ',
  ),
)

/** Functions that choose among their arguments, whose constants stay as they are. */
export const CHOICES: ReadonlySet<string> = new Set(
  'coalesce greatest if ifnull iff least nullif nvl nvl2'.split(' '),
)

/** Aggregates of different values only. */
export const DISTINCT: ReadonlySet<string> = new Set(['approx_count_distinct', 'collect_set'])

/** Functions that are NULL for a constant that they do not know, whatever they read. */
export const NULL_FOR_UNKNOWN: ReadonlySet<string> = new Set([
  'date_trunc',
  'next_day',
  'sha2',
  'trunc',
])
