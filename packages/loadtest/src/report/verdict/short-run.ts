import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { SECONDS_OF_A_TREND, SECONDS_OF_A_VACUUM } from './thresholds.js'
import { figures } from './words.js'

/** LT108: the database's own chores come by the minute. */
export function shortRun({ measuredSeconds, complete }: RunFigures): readonly Verdict[] {
  if (!complete || measuredSeconds >= SECONDS_OF_A_VACUUM) return []
  return [
    {
      ruleId: 'LT108',
      level: measuredSeconds < SECONDS_OF_A_TREND ? 'warn' : 'note',
      message: `${figures(measuredSeconds)} s were measured: autovacuum (each minute) and checkpoints (each 5 minutes) may have had no turn in them`,
      hint: 'fine to try something out; measure for a minute at least, and for ten when the load writes',
    },
  ]
}
