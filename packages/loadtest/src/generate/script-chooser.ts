import type { Script } from '../scenario/scenario.js'
import { Random } from './random.js'
import { arrivalStream } from './stream.js'
import { weightedIndex } from './weighted-index.js'

/**
 * Which script an arrival runs, as an index: by weight, and the same for an arrival's number in each run of
 * one seed, whatever worker asks.
 */
export function scriptChooser(
  scripts: readonly Script[],
  seed: number,
): (arrival: number) => number {
  if (scripts.length === 1) return () => 0
  const random = new Random()
  const seedArrival = arrivalStream(seed, 'which script')
  const index = weightedIndex(scripts.map(({ weight }) => weight))
  return (arrival) => {
    seedArrival(random, arrival)
    return index(random)
  }
}
