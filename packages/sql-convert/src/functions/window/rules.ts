import type { FunctionRule } from '../rule.js'
import { NEIGHBOUR_RULES } from './neighbour.js'
import { NTH_VALUE_RULES } from './nth-value.js'

/** Some take arguments that have no meaning: `rank(b)` is `rank()`. */
const RANKS: readonly FunctionRule[] = ['()', '(any…)'].flatMap((list) => [
  { signature: `rank${list} -> int`, window: 'rank()', wrap: '$1::int' },
  { signature: `dense_rank${list} -> int`, window: 'dense_rank()', wrap: '$1::int' },
  { signature: `percent_rank${list} -> double`, window: 'percent_rank()' },
])

export const WINDOW_RULES: readonly FunctionRule[] = [
  ...RANKS,
  { signature: 'row_number() -> int', window: 'row_number()', wrap: '$1::int' },
  { signature: 'cume_dist() -> double', window: 'cume_dist()' },
  { signature: 'ntile() -> int', window: 'ntile(1)' },
  { signature: 'ntile(int) -> int', window: 'ntile($1)' },
  ...NEIGHBOUR_RULES,
  ...NTH_VALUE_RULES,
]
