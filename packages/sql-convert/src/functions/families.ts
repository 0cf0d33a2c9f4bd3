import { AGGREGATE_RULES } from './aggregate/rules.js'
import type { FunctionRule } from './rule.js'
import { WINDOW_RULES } from './window/rules.js'

/** All rules, family by family. */
export const FAMILIES: readonly (readonly FunctionRule[])[] = [AGGREGATE_RULES, WINDOW_RULES]
