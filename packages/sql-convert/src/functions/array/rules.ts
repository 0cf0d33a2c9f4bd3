import type { FunctionRule } from '../rule.js'
import { CONSTRUCT_RULES } from './construct.js'
import { ITEM_RULES } from './item.js'
import { SEQUENCE_RULES } from './sequence.js'
import { SORT_RULES } from './sort.js'
import { WHOLE_RULES } from './whole.js'
import { ZIP_RULES } from './zip.js'

export const ARRAY_RULES: readonly FunctionRule[] = [
  ...CONSTRUCT_RULES,
  ...ITEM_RULES,
  ...SEQUENCE_RULES,
  ...SORT_RULES,
  ...WHOLE_RULES,
  ...ZIP_RULES,
]
