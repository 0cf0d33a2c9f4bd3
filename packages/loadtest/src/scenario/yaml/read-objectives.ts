import type { Objective } from '../scenario.js'
import type { ObjectivesFile } from './objectives-schema.js'

/** In the order of the file. */
export function readObjectives(
  written: ObjectivesFile = {},
  script?: string,
): readonly Objective[] {
  const scope = script === undefined ? {} : { script }
  return Object.entries(written).map(([key, value]): Objective => {
    switch (key) {
      case 'mean':
        return { metric: 'mean', atMostMs: value, ...scope }
      case 'errors':
        return { metric: 'errors', atMost: value, ...scope }
      case 'throughput':
        return { metric: 'throughput', atLeast: value, ...scope }
      default: {
        const percentile = key === 'max' ? 100 : Number(key.slice(1))
        return { metric: 'latency', percentile, atMostMs: value, ...scope }
      }
    }
  })
}
