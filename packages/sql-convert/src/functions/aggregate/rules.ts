import type { FunctionRule } from '../rule.js'
import { BITMAP_RULES } from './bitmap.js'
import { BOOLEAN_AND_BITS_RULES } from './boolean-and-bits.js'
import { COLLECT_RULES } from './collect.js'
import { COUNT_RULES } from './count.js'
import { EXTREME_RULES } from './extreme.js'
import { FIRST_RULES } from './first.js'
import { FREQUENT_RULES } from './frequent.js'
import { GROUPING_RULES } from './grouping.js'
import { LISTAGG_RULES } from './listagg.js'
import { MODE_RULES } from './mode.js'
import { PERCENTILE_RULES } from './percentile.js'
import { STATISTICS_RULES } from './statistics.js'
import { SUM_AND_AVERAGE_RULES } from './sum.js'

export const AGGREGATE_RULES: readonly FunctionRule[] = [
  ...BITMAP_RULES,
  ...BOOLEAN_AND_BITS_RULES,
  ...COLLECT_RULES,
  ...COUNT_RULES,
  ...EXTREME_RULES,
  ...FIRST_RULES,
  ...FREQUENT_RULES,
  ...GROUPING_RULES,
  ...LISTAGG_RULES,
  ...MODE_RULES,
  ...PERCENTILE_RULES,
  ...STATISTICS_RULES,
  ...SUM_AND_AVERAGE_RULES,
]
