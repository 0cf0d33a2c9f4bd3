import type { FunctionRule } from '../rule.js'
import { FORMAT_NUMBER_RULES } from './format-number.js'
import { FORMAT_STRING_RULES } from './format-string.js'
import { TO_CHAR_RULES } from './to-char.js'

export const FORMAT_RULES: readonly FunctionRule[] = [
  ...FORMAT_NUMBER_RULES,
  ...FORMAT_STRING_RULES,
  ...TO_CHAR_RULES,
]
