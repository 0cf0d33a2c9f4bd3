import type { UnknownLine } from './cost-estimate.js'
import type { UnpricedUse } from './cost-input.js'

const UNITS = { compute: 'CU-hour', storage: 'GB-month', sync: 'hour' } as const

/** The line of a use whose quantity nobody knows. */
export function unpricedLine(use: UnpricedUse): UnknownLine {
  const { id, group, label, missing } = use
  const formula = 'unknown quantity'
  return { id, group, label, quantity: 0, unit: UNITS[group], formula, status: 'unknown', missing }
}
