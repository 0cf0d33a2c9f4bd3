import { correctForOmission } from '../../histogram/correct-for-omission.js'
import type { RunFigures } from '../assess.js'
import { histogramOf } from '../latency.js'
import type { Verdict } from '../run-report.js'
import { expectedInterval } from './expected-interval.js'
import { HIDDEN_FACTOR } from './thresholds.js'
import { count, time } from './words.js'

/** LT102: a closed loop does not ask while it waits, and so does not see what others would have waited. */
export function hiddenWait(run: RunFigures): readonly Verdict[] {
  const { total } = run
  const { load } = run.scenario
  if (load.model === 'open' || total.response.count === 0) return []
  const interval = expectedInterval(load, run)
  if (interval === undefined) return []
  const histogram = histogramOf(total.response)
  const corrected = correctForOmission(histogram, interval)
  const omitted = corrected.count - histogram.count
  const p99 = histogram.percentile(99)
  const correctedP99 = corrected.percentile(99)
  const pace = `at the usual pace of one transaction each ${time(interval)} and client, ${count(omitted)} more would have come while answers were waited for`
  const instead = `with them p99 would be ${time(correctedP99)} instead of ${time(p99)} (an estimate)`
  return [
    {
      ruleId: 'LT102',
      level: correctedP99 > HIDDEN_FACTOR * p99 ? 'warn' : 'note',
      message: `A closed loop hides waiting: its clients ask for nothing while they wait. ${capital(pace)}; ${instead}`,
      hint: 'users do not wait for each other: give the load as a rate (open loop) to see what they would',
    },
  ]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
