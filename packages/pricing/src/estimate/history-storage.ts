import type { Quantity } from './cost-input.js'

/** What changes in a branch within a day, in GB of 10^9 bytes. */
export interface DailyChurn {
  /** Written again in full by SNAPSHOT syncs, their own indexes included. */
  readonly rewrittenGb: number
  /** Inserted, updated or deleted by TRIGGERED and CONTINUOUS syncs and by the application, as declared. */
  readonly changedGb: number
  /** What the continuous write rate would add if it held all day; it bounds the high end. */
  readonly streamedGb: number
}

/**
 * GB of history that point-in-time restore keeps: what changes in a day, for as many days as the
 * window. That a SNAPSHOT run rewrites its table is an inference (no source states it), so the low end
 * leaves it out; the high end adds the continuous writes at their peak rate.
 *
 * @example
 * ```ts
 * historyStorage({ rewrittenGb: 2048, changedGb: 0, streamedGb: 0 }, 7).expected // 14336
 * ```
 */
export function historyStorage(churn: DailyChurn, windowDays: number): Quantity {
  const declared = churn.changedGb * windowDays
  const expected = declared + churn.rewrittenGb * windowDays
  return {
    low: declared,
    expected,
    high: expected + churn.streamedGb * windowDays,
    why: `(${gb(churn.changedGb)} changed + ${gb(churn.rewrittenGb)} rewritten by SNAPSHOT syncs) a day x ${windowDays} days`,
  }
}

function gb(value: number): string {
  return `${Number(value.toFixed(2))} GB`
}
