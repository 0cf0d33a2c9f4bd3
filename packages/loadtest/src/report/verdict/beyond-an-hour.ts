import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { plural } from './words.js'

/** LT115: times that no bucket has. */
export function beyondAnHour({ total }: RunFigures): readonly Verdict[] {
  const beyond = total.response.beyond ?? 0
  if (beyond === 0) return []
  return [
    {
      ruleId: 'LT115',
      level: 'warn',
      message: `${plural(beyond, 'transaction')} took more than an hour: they count in the percentiles as the longest, but are not in the histogram's text`,
      hint: 'set a time-out for statements',
    },
  ]
}
