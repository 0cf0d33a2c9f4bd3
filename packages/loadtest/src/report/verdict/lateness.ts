import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { connectionsOf } from './share-of-load.js'
import { HUNDREDTH, IDLE_LATENESS_US, TENTH } from './thresholds.js'
import { count, figures, percent, plural, time } from './words.js'

/** LT103, LT113: arrivals came faster than they were served, or than connections were free. */
export function lateness(run: RunFigures): readonly Verdict[] {
  if (run.scenario.load.model === 'closed') return []
  const backlog = backlogOf(run)
  return backlog === undefined ? waiting(run) : [backlog]
}

function backlogOf(run: RunFigures): Verdict | undefined {
  const { series } = run
  const measured = series.filter((point) => point.measured)
  const end = measured.at(-1)
  if (end === undefined) return undefined
  const due = sum(measured, (point) => point.due ?? 0)
  const ended = sum(measured, (point) => point.succeeded + point.failed)
  const open = sum(
    series.filter(({ second }) => second <= end.second),
    (point) => (point.due ?? 0) - point.succeeded - point.failed,
  )
  // As many as there are connections are being served; those are not late.
  if (open <= connectionsOf(run) + HUNDREDTH * due) return undefined
  const seconds = measured.length
  return {
    ruleId: 'LT103',
    level: 'error',
    message: `The rate was not reached: ${count(due)} transactions were due in the measured stages (${figures(due / seconds)}/s), ${figures(ended / seconds)}/s ended, and ${count(open)} were still waiting or running at the end`,
    hint: 'the longer such a run lasts, the longer its times grow: they say nothing about the database but that this rate is too high. Lower the rate, or look for the highest with a sweep',
  }
}

function waiting(run: RunFigures): readonly Verdict[] {
  const { generator, total } = run
  const wait = generator.connectionWait
  if (wait === undefined || wait.p99 <= Math.max(IDLE_LATENESS_US, TENTH * total.response.p99))
    return []
  return [
    {
      ruleId: 'LT113',
      level: 'warn',
      message: `Arrivals waited ${time(wait.p99)} at p99 for one of ${plural(connectionsOf(run), 'connection')} (${percent(wait.p99 / total.response.p99)} of p99; at most ${count(generator.longestQueue)} at once)`,
      hint: 'an application with this pool would wait as well; with more connections the database answers earlier, or shows that it is the one to wait for',
    },
  ]
}

function sum<T>(items: readonly T[], figure: (item: T) => number): number {
  return items.reduce((total, item) => total + figure(item), 0)
}
