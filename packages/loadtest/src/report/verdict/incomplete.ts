import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { figures } from './words.js'

/** LT100, LT114: there is nothing, or only a part, to judge. */
export function incomplete({
  complete,
  total,
  measuredSeconds,
  errors,
}: RunFigures): readonly Verdict[] {
  const verdicts: Verdict[] = []
  if (total.succeeded === 0) {
    const first = errors[0]
    verdicts.push({
      ruleId: 'LT100',
      level: 'error',
      message: `No transaction ended well in the measured stages${first ? `; most failed with ${first.code}: ${first.message}` : ''}`,
      hint: 'run each script once by hand (psql); then see whether the connections could be opened',
    })
  }
  if (!complete)
    verdicts.push({
      ruleId: 'LT114',
      level: 'warn',
      message: `The run was broken off: the figures are of its first ${figures(measuredSeconds)} measured seconds`,
      hint: 'compare it only with runs that were broken off at the same point',
    })
  return verdicts
}
