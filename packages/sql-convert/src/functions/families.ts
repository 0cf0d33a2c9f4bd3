import { AGGREGATE_RULES } from './aggregate/rules.js'
import { ARRAY_RULES } from './array/rules.js'
import { CONDITIONAL_RULES } from './conditional/rules.js'
import { CSV_RULES } from './csv/rules.js'
import { DATETIME_RULES } from './datetime/rules.js'
import { ENCODE_RULES } from './encode/rules.js'
import { FORMAT_RULES } from './format/rules.js'
import { JSON_RULES } from './json/rules.js'
import { LAMBDA_RULES } from './lambda/rules.js'
import { MAP_RULES } from './map/rules.js'
import { MATH_RULES } from './math/rules.js'
import { MISC_RULES } from './misc/rules.js'
import { REGEXP_RULES } from './regexp/rules.js'
import type { FunctionRule } from './rule.js'
import { STRING_RULES } from './string/rules.js'
import { VARIANT_RULES } from './variant/rules.js'
import { VECTOR_RULES } from './vector/rules.js'
import { WINDOW_RULES } from './window/rules.js'
import { XML_RULES } from './xml/rules.js'

/** All rules, family by family. */
export const FAMILIES: readonly (readonly FunctionRule[])[] = [
  AGGREGATE_RULES,
  ARRAY_RULES,
  CONDITIONAL_RULES,
  CSV_RULES,
  DATETIME_RULES,
  ENCODE_RULES,
  FORMAT_RULES,
  JSON_RULES,
  LAMBDA_RULES,
  MAP_RULES,
  MATH_RULES,
  MISC_RULES,
  REGEXP_RULES,
  STRING_RULES,
  VARIANT_RULES,
  VECTOR_RULES,
  WINDOW_RULES,
  XML_RULES,
]
