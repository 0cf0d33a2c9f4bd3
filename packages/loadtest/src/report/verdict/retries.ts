import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { HUNDREDTH } from './thresholds.js'
import { percent, plural } from './words.js'

/** LT110: transactions that succeeded only on another try. */
export function retries({ total }: RunFigures): readonly Verdict[] {
  if (total.retries === 0) return []
  const share = total.retries / Math.max(1, total.succeeded + total.failed)
  return [
    {
      ruleId: 'LT110',
      level: share >= HUNDREDTH ? 'warn' : 'note',
      message: `${plural(total.retries, 'retry', 'retries')} after serialization failures or deadlocks (${percent(share)} of the transactions); the time of all tries is in the response times`,
      hint: 'transactions that touch the same rows: lock them in one order, make them shorter, or spread the keys if the test draws them closer together than users do',
    },
  ]
}
