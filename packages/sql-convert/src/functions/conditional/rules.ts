import type { FunctionRule } from '../rule.js'
import { CHOICE_RULES } from './choice.js'
import { NULL_RULES } from './nulls.js'

export const CONDITIONAL_RULES: readonly FunctionRule[] = [...CHOICE_RULES, ...NULL_RULES]
