import type { SweepStep } from '@lakebase/loadtest'

/** All runs at one rate. */
export interface RateRuns {
  readonly rate: number
  readonly runs: readonly [SweepStep, ...SweepStep[]]
  /** Every one of them held. */
  readonly holds: boolean
}

/** The steps of a sweep by rate, from the lowest: a rate that was run again stands once. */
export function byRate(steps: readonly SweepStep[]): readonly RateRuns[] {
  const rates = [...new Set(steps.map(({ rate }) => rate))].sort((a, b) => a - b)
  return rates.flatMap((rate) => {
    const [first, ...rest] = steps.filter((step) => step.rate === rate)
    if (first === undefined) return []
    return {
      rate,
      runs: [first, ...rest] as const,
      holds: [first, ...rest].every((one) => one.holds),
    }
  })
}

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
