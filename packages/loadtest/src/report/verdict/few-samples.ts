import type { RunFigures } from '../assess.js'
import type { ScriptFigures, Verdict } from '../run-report.js'
import { SAMPLES_BEYOND } from './thresholds.js'
import { count, figures, plural } from './words.js'

/** LT104: a percentile rests on the few samples beyond it. */
export function fewSamples({
  scenario,
  total,
  scripts,
  measuredSeconds,
}: RunFigures): readonly Verdict[] {
  if (total.succeeded === 0) return []
  const asked = scenario.objectives.flatMap((objective): readonly Verdict[] => {
    if (objective.metric !== 'latency') return []
    const { script } = objective
    const of = script === undefined ? total : scripts.find(({ id }) => id === script)
    return of && tooFew(of, objective.percentile)
      ? [verdict(of, [objective.percentile], 'warn', measuredSeconds)]
      : []
  })
  const shown = [99, 99.9, 99.99].filter((percentile) => tooFew(total, percentile))
  return shown.length === 0 ? asked : [...asked, verdict(total, shown, 'note', measuredSeconds)]
}

function tooFew({ succeeded }: ScriptFigures, percentile: number): boolean {
  return percentile < 100 && succeeded < samplesFor(percentile)
}

function samplesFor(percentile: number): number {
  return Math.ceil(SAMPLES_BEYOND / (1 - percentile / 100) - 1e-6)
}

function verdict(
  { id, succeeded, perSecond }: ScriptFigures,
  percentiles: readonly [number, ...number[]] | readonly number[],
  level: Verdict['level'],
  seconds: number,
): Verdict {
  const names = percentiles.map((percentile) => `p${percentile}`).join(', ')
  const wanted = samplesFor(Math.min(...percentiles))
  const of = id === 'total' ? '' : ` of ${id}`
  const longer =
    perSecond > 0
      ? ` (${figures(Math.ceil(wanted / perSecond))} s at this rate, instead of ${figures(seconds)} s)`
      : ''
  return {
    ruleId: 'LT104',
    level,
    message: `${plural(succeeded, 'sample')}${of} ${succeeded === 1 ? 'is' : 'are'} too few for ${names}: fewer than ${SAMPLES_BEYOND} lie beyond`,
    hint: `p${Math.min(...percentiles)} needs ${count(wanted)} samples${longer}`,
  }
}
