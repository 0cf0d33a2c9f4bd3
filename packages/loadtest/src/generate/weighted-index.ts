import type { Random } from './random.js'

/** Draws an index as often as its weight says; weights need not sum up to anything. */
export function weightedIndex(weights: readonly number[]): (random: Random) => number {
  const ends = new Float64Array(weights.length)
  let total = 0
  for (const [index, weight] of weights.entries()) {
    total += weight
    ends[index] = total
  }
  const last = weights.findLastIndex((weight) => weight > 0)
  return (random) => {
    const at = random.fraction() * total
    let low = 0
    let high = last
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
