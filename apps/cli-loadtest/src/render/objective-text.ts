import type { Objective, ObjectiveResult } from '@lakebase/loadtest'
import { figures, percent, perSecond } from './format.js'

/** An objective as a person writes it: `p99 of orders <= 10 ms`. */
export function objectiveText(objective: Objective): string {
  const of = objective.script === undefined ? '' : ` of ${objective.script}`
  return `${metricName(objective)}${of} ${bound(objective)}`
}

/** What was measured, in the objective's unit. */
export function measuredText({ objective, measured }: ObjectiveResult): string {
  if (measured === undefined) return 'nothing measured'
  return inUnit(objective, measured)
}

function metricName(objective: Objective): string {
  return objective.metric === 'latency' ? `p${objective.percentile}` : objective.metric
}

function bound(objective: Objective): string {
  switch (objective.metric) {
    case 'latency':
    case 'mean':
      return `<= ${inUnit(objective, objective.atMostMs)}`
    case 'errors':
      return `<= ${inUnit(objective, objective.atMost)}`
    case 'throughput':
      return `>= ${inUnit(objective, objective.atLeast)}`
  }
}

function inUnit({ metric }: Objective, value: number): string {
  if (metric === 'errors') return percent(value)
  return metric === 'throughput' ? perSecond(value) : `${figures(value)} ms`
}
