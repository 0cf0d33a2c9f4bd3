import type { FunctionRule } from '../rule.js'
import { LAMBDA_AGGREGATE_RULES } from './aggregate.js'
import { LAMBDA_OF_ARRAY_RULES } from './of-array.js'
import { LAMBDA_OF_MAP_RULES } from './of-map.js'

export const LAMBDA_RULES: readonly FunctionRule[] = [
  ...LAMBDA_AGGREGATE_RULES,
  ...LAMBDA_OF_ARRAY_RULES,
  ...LAMBDA_OF_MAP_RULES,
]
