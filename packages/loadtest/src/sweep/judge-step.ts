import type { ObjectiveResult, RunReport } from '../report/run-report.js'
import { figures, percent } from '../report/verdict/words.js'
import type { Objective } from '../scenario/scenario.js'

/** Rules whose verdict means that a rate was not carried, whatever the percentiles say. */
const NOT_CARRIED: readonly string[] = ['LT100', 'LT103']

/**
 * What did not hold in a step: its objectives; that the rate was reached, for percentiles of a queue
 * that grows say only how long it was watched; and, unless an objective says how many may fail, that
 * fewer than 1 % failed, for failures are in no percentile.
 */
export function judgeStep({ objectives, verdicts, total }: RunReport): readonly string[] {
  const missed = objectives.filter(({ holds }) => !holds).map(missedText)
  const refused = verdicts
    .filter(({ ruleId }) => NOT_CARRIED.includes(ruleId))
    .map(({ message }) => message)
  const errors = objectives.some(({ objective }) => objective.metric === 'errors')
    ? []
    : verdicts.filter(({ ruleId, level }) => ruleId === 'LT105' && level === 'error')
  const share = total.failed / Math.max(1, total.failed + total.succeeded)
  return [
    ...missed,
    ...refused,
    ...errors.map(() => `${percent(share)} of the transactions failed`),
  ]
}

function missedText({ objective, measured }: ObjectiveResult): string {
  const of = objective.script === undefined ? '' : ` of ${objective.script}`
  const { name, bound, unit } = wordsOf(objective)
  if (measured === undefined) return `${name}${of}: nothing was measured`
  return `${name}${of} was ${unit(measured)}, ${bound}`
}

function wordsOf(objective: Objective): {
  readonly name: string
  readonly bound: string
  readonly unit: (value: number) => string
} {
  const ms = (value: number) => `${figures(value)} ms`
  switch (objective.metric) {
    case 'latency':
      return { name: `p${objective.percentile}`, bound: `not ${ms(objective.atMostMs)}`, unit: ms }
    case 'mean':
      return { name: 'mean', bound: `not ${ms(objective.atMostMs)}`, unit: ms }
    case 'errors':
      return { name: 'errors', bound: `not ${percent(objective.atMost)}`, unit: percent }
    case 'throughput': {
      const rate = (value: number) => `${figures(value)}/s`
      return { name: 'throughput', bound: `not ${rate(objective.atLeast)}`, unit: rate }
    }
  }
}
