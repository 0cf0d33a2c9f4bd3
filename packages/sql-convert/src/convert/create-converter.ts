import { FAMILIES } from '../functions/families.js'
import { type Rules, rulesOf } from '../functions/rules.js'
import { type Converter, type ConverterOptions, converterWith } from './converter.js'

/** Made at the first use: whoever only reads SQL does not wait for it. */
let rules: Rules | undefined

/**
 * A converter of Databricks SQL to PostgreSQL. It refuses what it has no rule for.
 *
 * @example
 * createConverter().convert('SELECT 7 / 2 AS half').statements[0]?.sql // ['SELECT 7::double precision / 2::double precision AS half']
 */
export function createConverter(options: ConverterOptions = {}): Converter {
  rules ??= rulesOf(FAMILIES)
  return converterWith(rules, options)
}
