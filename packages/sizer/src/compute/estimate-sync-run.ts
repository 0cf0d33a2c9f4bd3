import { checkAmount, checkPositive } from '../check-input.js'
import { formatNumber } from '../format-number.js'
import { autoscalingLimits } from '../limits/autoscaling-limits.js'
import type { ComputeLimits, Dated } from '../limits/limits.js'
import type { SyncRun } from './compute-sizing.js'

export interface SyncRunEstimate {
  /** Start-up included. */
  readonly hours: number
  /** Without start-up: only then does it use the compute. */
  readonly writingHours: number
  /** At the given compute units, after start-up. */
  readonly rowsPerSecond: number
  readonly why: string
}

/**
 * How long one sync run takes when it has the whole compute to itself. SNAPSHOT writes at the bulk
 * rate; TRIGGERED and CONTINUOUS write changed rows at the incremental rate.
 *
 * @param cu Compute units of the product that `limits` describes.
 * @throws SizingInputError on negative or non-finite rows, and on `cu` of 0 or less
 * @example estimateSyncRun({ policy: 'SNAPSHOT', rows: 2.048e9 }, 32, autoscalingLimits).hours // 9.056
 */
export function estimateSyncRun(
  run: Pick<SyncRun, 'policy' | 'rows'>,
  cu: number,
  limits: ComputeLimits,
): SyncRunEstimate {
  checkAmount(run.rows, 'run.rows')
  checkPositive(cu, 'cu')
  const rowsPerSecond = rowsPerSecondPerCu(run.policy, limits).value * cu
  const overheadMinutes = limits.syncOverheadMinutes.value
  const writingHours = run.rows / (rowsPerSecond * 3600)
  return {
    hours: overheadMinutes / 60 + writingHours,
    writingHours,
    rowsPerSecond,
    why: `${overheadMinutes} min start-up + ${formatNumber(run.rows)} rows at ${formatNumber(rowsPerSecond)} rows/s (${run.policy}, ${formatNumber(cu)} CU)`,
  }
}

/**
 * Rows in an amount of data.
 *
 * @param gb GB of 10^9 bytes.
 * @param bytesPerRow Defaults to 1,000, the row for which the row rates were measured.
 * @throws SizingInputError on a negative or non-finite amount, and on rows of no bytes
 * @example rowsFromGb(2048) // 2.048e9
 */
export function rowsFromGb(
  gb: number,
  bytesPerRow = autoscalingLimits.benchmarkRowBytes.value,
): number {
  checkAmount(gb, 'gb')
  checkPositive(bytesPerRow, 'bytesPerRow')
  return (gb * 1e9) / bytesPerRow
}

/** @internal */
export function rowsPerSecondPerCu(policy: SyncRun['policy'], limits: ComputeLimits): Dated {
  return policy === 'SNAPSHOT'
    ? limits.bulkRowsPerSecondPerCu
    : limits.incrementalRowsPerSecondPerCu
}
