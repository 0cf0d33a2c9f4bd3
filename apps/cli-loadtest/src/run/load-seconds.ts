import type { Scenario } from '@lakebase/loadtest'

/** How long all stages last, in seconds. */
export function loadSeconds({ load }: Scenario): number {
  const ms = load.stages.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return Math.ceil(ms / 1000)
}
