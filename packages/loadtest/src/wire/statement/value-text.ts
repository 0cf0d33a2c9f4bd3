import type { ParameterValue } from '../../scenario/generator.js'

/** A value as Postgres reads it from a text; null has none. */
export function valueText(value: Exclude<ParameterValue, null>): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (typeof value === 'bigint') return String(value)
  // JavaScript writes -0 without its sign.
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  return `{${value.map(elementText).join(',')}}`
}

function elementText(value: ParameterValue): string {
  if (value === null) return 'NULL'
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/g, '\\$&')}"`
  return valueText(value)
}
