import type { Objective } from '../../scenario/scenario.js'
import type { RunFigures } from '../assess.js'
import { histogramOf } from '../latency.js'
import type { ObjectiveResult, ScriptFigures } from '../run-report.js'

/** Holds a run against an objective. Where nothing was measured, nothing holds. */
export function checkObjective(
  objective: Objective,
  { total, scripts }: Pick<RunFigures, 'total' | 'scripts'>,
): ObjectiveResult {
  const figures =
    objective.script === undefined ? total : scripts.find(({ id }) => id === objective.script)
  const measured = figures && measure(objective, figures)
  if (measured === undefined) return { objective, holds: false }
  return { objective, measured, holds: holds(objective, measured) }
}

function measure(objective: Objective, figures: ScriptFigures): number | undefined {
  const { response, succeeded, failed, perSecond } = figures
  const ended = succeeded + failed
  switch (objective.metric) {
    case 'latency':
      if (response.count === 0) return undefined
      return histogramOf(response).percentile(objective.percentile) / 1000
    case 'mean':
      return response.count === 0 ? undefined : response.mean / 1000
    case 'errors':
      return ended === 0 ? undefined : failed / ended
    case 'throughput':
      return ended === 0 ? undefined : perSecond
  }
}

function holds(objective: Objective, measured: number): boolean {
  switch (objective.metric) {
    case 'latency':
    case 'mean':
      return measured <= objective.atMostMs
    case 'errors':
      return measured <= objective.atMost
    case 'throughput':
      return measured >= objective.atLeast
  }
}
