import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { HUNDREDTH } from './thresholds.js'
import { count, percent, plural } from './words.js'

/** LT105: failures are not in the percentiles. */
export function failures({ total, errors }: RunFigures): readonly Verdict[] {
  const { failed, succeeded } = total
  if (failed === 0 || succeeded === 0) return []
  const share = failed / (failed + succeeded)
  const most = errors
    .slice(0, 3)
    .map(({ code, script, count: times }) => `${code} in ${script}: ${count(times)}`)
    .join(', ')
  return [
    {
      ruleId: 'LT105',
      level: share >= HUNDREDTH ? 'error' : 'warn',
      message: `${plural(failed, 'transaction')} failed (${percent(share)}; ${most}): their times are in no percentile`,
      hint:
        share >= HUNDREDTH
          ? 'from 1 % on they could be all of what p99 would show: find their cause before the times are believed'
          : 'set an objective for errors, so that a run with more of them does not pass',
    },
  ]
}
