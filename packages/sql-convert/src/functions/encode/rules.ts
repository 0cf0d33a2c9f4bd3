import type { FunctionRule } from '../rule.js'
import { AES_RULES } from './aes.js'
import { CHARSET_RULES } from './charset.js'
import { DIGIT_RULES } from './digits.js'
import { HASH_RULES } from './hash.js'
import { URL_RULES } from './url.js'

export const ENCODE_RULES: readonly FunctionRule[] = [
  ...AES_RULES,
  ...CHARSET_RULES,
  ...DIGIT_RULES,
  ...HASH_RULES,
  ...URL_RULES,
]
