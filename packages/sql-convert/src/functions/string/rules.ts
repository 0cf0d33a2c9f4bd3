import type { FunctionRule } from '../rule.js'
import { CONCAT_RULES } from './concat.js'
import { LETTER_RULES } from './letters.js'
import { LIKE_RULES } from './like.js'
import { PAD_RULES } from './pad.js'
import { REPLACE_RULES } from './replace.js'
import { SEARCH_RULES } from './search.js'
import { SUBSTRING_RULES } from './substring.js'
import { TRIM_RULES } from './trim.js'
import { UTF8_RULES } from './utf8.js'

export const STRING_RULES: readonly FunctionRule[] = [
  ...CONCAT_RULES,
  ...LETTER_RULES,
  ...LIKE_RULES,
  ...PAD_RULES,
  ...REPLACE_RULES,
  ...SEARCH_RULES,
  ...SUBSTRING_RULES,
  ...TRIM_RULES,
  ...UTF8_RULES,
]
