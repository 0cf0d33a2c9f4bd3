import type { FunctionRule } from '../rule.js'
import { ADD_AND_DIFFERENCE_RULES } from './add-and-difference.js'
import { EPOCH_RULES } from './epoch.js'
import { EXTRACT_RULES } from './extract.js'
import { FORMAT_RULES } from './format.js'
import { MAKE_RULES } from './make.js'
import { NOW_RULES } from './now.js'
import { PARSE_RULES } from './parse.js'
import { TIME_OF_DAY_RULES } from './time-of-day.js'
import { TRUNCATE_RULES } from './truncate.js'
import { TIME_WINDOW_RULES } from './window.js'
import { ZONE_RULES } from './zones.js'

export const DATETIME_RULES: readonly FunctionRule[] = [
  ...ADD_AND_DIFFERENCE_RULES,
  ...EPOCH_RULES,
  ...EXTRACT_RULES,
  ...FORMAT_RULES,
  ...MAKE_RULES,
  ...NOW_RULES,
  ...PARSE_RULES,
  ...TIME_OF_DAY_RULES,
  ...TIME_WINDOW_RULES,
  ...TRUNCATE_RULES,
  ...ZONE_RULES,
]
