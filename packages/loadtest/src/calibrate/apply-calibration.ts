import type { Calibration, MeasuredRateName } from './calibration.js'

interface DatedFigure {
  readonly value: number
  readonly source: string
  readonly asOf: string
  readonly confidence: 'H' | 'M' | 'L'
}

/** The part of `@lakebase/sizer`'s limits that a load test can measure. */
export interface MeasurableLimits {
  readonly bulkRowsPerSecondPerCu: DatedFigure
  readonly incrementalRowsPerSecondPerCu: DatedFigure
  readonly readsPerSecondPerCu: DatedFigure & { readonly low: number; readonly high: number }
}

/**
 * Limits in which measured rates stand in place of the documented ones, with their own source and
 * date; what `sizeCompute(load, limits)` takes. The documented span of reads in and out of the cache
 * stays, and is widened where the measured rate lies outside of it.
 */
export function applyCalibration<L extends MeasurableLimits>(limits: L, { rates }: Calibration): L {
  const measured = (name: MeasuredRateName) => {
    const rate = rates.find((one) => one.name === name)
    if (rate === undefined) return undefined
    const { value, source, asOf, confidence } = rate
    return { value, source, asOf, confidence }
  }
  const { low, high } = limits.readsPerSecondPerCu
  const reads = measured('readsPerSecondPerCu')
  return {
    ...limits,
    bulkRowsPerSecondPerCu: measured('bulkRowsPerSecondPerCu') ?? limits.bulkRowsPerSecondPerCu,
    incrementalRowsPerSecondPerCu:
      measured('incrementalRowsPerSecondPerCu') ?? limits.incrementalRowsPerSecondPerCu,
    readsPerSecondPerCu: reads
      ? { ...reads, low: Math.min(low, reads.value), high: Math.max(high, reads.value) }
      : limits.readsPerSecondPerCu,
  }
}
