import type { ParameterValue } from '../scenario/generator.js'
import type { Draw } from './draw.js'
import { weightedIndex } from './weighted-index.js'

/** One of the values, all alike or by weight. */
export function choiceDraw(values: readonly ParameterValue[], weights?: readonly number[]): Draw {
  if (!weights) {
    const { length } = values
    return (random) => values[random.below(length)] ?? null
  }
  const index = weightedIndex(weights)
  return (random) => values[index(random)] ?? null
}
