import type { UnitRate } from '../rates/unit-rate.js'
import type { UnknownLine } from './cost-estimate.js'

/** What a discount looks at. `compute-baseline`: the minimum CU of a compute that never stops. */
export type ChargeKind = 'compute' | 'compute-baseline' | 'storage' | 'sync'

/** A part of a line that the same discounts cover. */
export interface Charge {
  readonly kind: ChargeKind
  /** USD a month at list price. */
  readonly list: number
  /** How `list` came about: `8 CU x 730 h x 0.23 DBU x $0.40`. */
  readonly formula: string
}

/** A line at list price, before discounts. */
export interface DraftLine extends Omit<UnknownLine, 'status' | 'missing' | 'formula'> {
  readonly status: 'draft'
  readonly rate: UnitRate
  readonly low: readonly Charge[]
  readonly expected: readonly Charge[]
  readonly high: readonly Charge[]
}
