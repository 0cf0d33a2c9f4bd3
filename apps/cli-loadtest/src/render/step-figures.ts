import type { SweepStep } from '@lakebase/loadtest'
import { figures, milliseconds, percent } from './format.js'

/** What a step of a sweep measured: its rate, what came of it, p50, p99 and the share that failed. */
export function stepFigures({ rate, report }: SweepStep): readonly string[] {
  const { perSecond, response, succeeded, failed } = report.total
  const time = (us: number) => (response.count === 0 ? '-' : milliseconds(us))
  return [
    figures(rate),
    figures(perSecond),
    time(response.p50),
    time(response.p99),
    percent(failed / (failed + succeeded || 1)),
  ]
}
