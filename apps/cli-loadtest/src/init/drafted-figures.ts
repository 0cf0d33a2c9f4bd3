import type { Workload } from '@lakebase/config'
import type { FoundQuery } from './find-queries.js'
import type { Known } from './scenario-draft.js'

/** Where nobody has said how many there are. */
const GUESSED_RATE = 100

/** The rates of the queries where all have one, else the reads of the workload. */
export function rateOf({ load }: Workload, queries: readonly FoundQuery[]): Known {
  const rates = queries.flatMap(({ entry }) => entry?.ratePerSecond ?? [])
  if (rates.length === queries.length && rates.length > 0) {
    const value = rates.reduce((sum, rate) => sum + rate, 0)
    if (value > 0) return { value, because: 'rate_per_second of the queries', isGuess: false }
  }
  const { readsPerSecond } = load
  return readsPerSecond > 0
    ? { value: readsPerSecond, because: 'reads_per_second of the workload', isGuess: false }
    : { value: GUESSED_RATE, because: 'the workload has no reads_per_second', isGuess: true }
}

/** Enough for transactions of 20 ms, within what any server has. */
const BUSY_SECONDS = 0.02
const FEWEST = 8
const MOST = 64

/** Those of the workload are of all its processes together, and may be more than this machine opens. */
export function connectionsOf({ load }: Workload, rate: number): Known {
  const { connections } = load
  if (connections !== undefined && connections > 0 && connections <= MOST) {
    return { value: connections, because: 'connections of the workload', isGuess: false }
  }
  const value = Math.min(MOST, Math.max(FEWEST, Math.ceil(rate * BUSY_SECONDS)))
  const because = connections === undefined ? 'of the rate' : `the workload has ${connections}`
  return { value, because, isGuess: true }
}
