import { type Converter, type ConverterOptions, converterWith } from '../convert/converter.js'
import type { FunctionRule } from '../functions/rule.js'
import { rulesOf } from '../functions/rules.js'

export interface CoreOptions extends ConverterOptions {
  /** The families of functions that are known; what is left out is not bundled either. */
  readonly functions: readonly (readonly FunctionRule[])[]
}

/**
 * A converter with the families of functions that you name, for where size counts.
 *
 * @example
 * createConverter({ functions: [MATH_FUNCTIONS] }).convert('SELECT abs(-1)').statements[0]?.sql // ['SELECT abs(-1)']
 */
export function createConverter({ functions, ...options }: CoreOptions): Converter {
  return converterWith(rulesOf(functions), options)
}
