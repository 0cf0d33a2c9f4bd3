import type { ReferenceFigures } from './reference-cost.js'
import { REFERENCE_REASONS } from './reference-reasons.js'

/** Figures that can be set beside the old ones. `cost_per_qps` is none: its unit means nothing. */
export type CorrectedFigures = Readonly<
  Partial<Record<Exclude<keyof ReferenceFigures, 'cost_per_qps'>, number>>
>

export interface ReferenceComparison {
  readonly key: keyof ReferenceFigures
  readonly reference: number
  /** Missing when none was given, or when the old figure has no meaning. */
  readonly corrected?: number
  /** Why the two differ. */
  readonly reason: string
}

/**
 * Sets the corrected figure and the reason of the gap beside each old one, in the old order.
 *
 * @example
 * ```ts
 * compareWithReference(estimateReference(old), { total_monthly_cost: estimate.monthly.expected })
 * ```
 */
export function compareWithReference(
  reference: ReferenceFigures,
  corrected: CorrectedFigures,
): readonly ReferenceComparison[] {
  const rightOnes = new Map(Object.entries(corrected))
  rightOnes.delete('cost_per_qps')
  return keys(REFERENCE_REASONS).map((key) => {
    const right = rightOnes.get(key)
    return {
      key,
      reference: reference[key],
      ...(right === undefined ? {} : { corrected: right }),
      reason: REFERENCE_REASONS[key],
    }
  })
}

function keys(reasons: typeof REFERENCE_REASONS): readonly (keyof ReferenceFigures)[] {
  const isKey = (key: string): key is keyof ReferenceFigures => Object.hasOwn(reasons, key)
  return Object.keys(reasons).filter(isKey)
}
