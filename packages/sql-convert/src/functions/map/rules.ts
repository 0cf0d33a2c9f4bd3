import type { FunctionRule } from '../rule.js'
import { MAP_CONSTRUCT_RULES } from './construct.js'
import { MAP_ENTRY_RULES } from './entries.js'
import { STRUCT_RULES } from './struct.js'

export const MAP_RULES: readonly FunctionRule[] = [
  ...MAP_CONSTRUCT_RULES,
  ...MAP_ENTRY_RULES,
  ...STRUCT_RULES,
]
