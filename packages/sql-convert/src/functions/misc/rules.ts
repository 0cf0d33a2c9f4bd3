import type { FunctionRule } from '../rule.js'
import { REFUSED_RULES } from './refused.js'
import { SESSION_RULES } from './session.js'
import { TYPE_RULES } from './type.js'

export const MISC_RULES: readonly FunctionRule[] = [
  ...REFUSED_RULES,
  ...SESSION_RULES,
  ...TYPE_RULES,
]
