import type { Objective } from '../scenario.js'
import type { LegacyScenario } from './legacy-schema.js'

type Targets = NonNullable<LegacyScenario['performance_targets']>

/** `performance_targets`, which the old runner printed, and which decide the exit code here. */
export function legacyObjectives(targets: Targets): readonly Objective[] {
  return Object.entries(targets).map(([key, value]): Objective => {
    switch (key) {
      case 'avg_response_time_ms':
        return { metric: 'mean', atMostMs: value }
      case 'min_throughput_qps':
        return { metric: 'throughput', atLeast: value }
      case 'max_error_rate_percent':
        return { metric: 'errors', atMost: value / 100 }
      default:
        return { metric: 'latency', percentile: Number(key.slice(1, 3)), atMostMs: value }
    }
  })
}
