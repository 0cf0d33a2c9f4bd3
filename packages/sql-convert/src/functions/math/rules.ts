import type { FunctionRule } from '../rule.js'
import { INTEGER_RULES } from './integer.js'
import { MODULO_RULES } from './modulo.js'
import { RANDOM_RULES } from './random.js'
import { REAL_RULES } from './real.js'
import { ROUND_RULES } from './round.js'
import { TRY_ARITHMETIC_RULES } from './try-arithmetic.js'
import { TRY_DATETIME_RULES } from './try-datetime.js'

export const MATH_RULES: readonly FunctionRule[] = [
  ...INTEGER_RULES,
  ...MODULO_RULES,
  ...RANDOM_RULES,
  ...REAL_RULES,
  ...ROUND_RULES,
  ...TRY_ARITHMETIC_RULES,
  ...TRY_DATETIME_RULES,
]
