import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { stageTimes } from '../stage-time.js'

/** LT106: the first seconds pay for plans, caches and connections. */
export function warmUp({ scenario }: RunFigures): readonly Verdict[] {
  if (stageTimes(scenario.load)[0]?.measured !== true) return []
  return [
    {
      ruleId: 'LT106',
      level: 'note',
      message:
        'There is no warm-up: the first seconds, with cold caches and statements that are planned for the first time, count in the figures',
      hint: 'put a stage before it that is not measured; 10 s are enough for plans, a cold cache needs as long as it takes to read the hot data',
    },
  ]
}
