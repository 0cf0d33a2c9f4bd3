import type { FunctionRule } from '../rule.js'
import { FROM_JSON_RULES } from './from-json.js'
import { GET_RULES } from './get.js'
import { TO_JSON_RULES } from './to-json.js'

export const JSON_RULES: readonly FunctionRule[] = [
  ...FROM_JSON_RULES,
  ...GET_RULES,
  ...TO_JSON_RULES,
]
