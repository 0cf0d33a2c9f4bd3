import type { FunctionRule } from './rule.js'

/** All rules, family by family. */
export const FAMILIES: readonly (readonly FunctionRule[])[] = []
