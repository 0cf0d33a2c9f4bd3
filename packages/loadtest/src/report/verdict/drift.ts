import type { RunFigures } from '../assess.js'
import type { Verdict } from '../run-report.js'
import { stageAt, stageTimes } from '../stage-time.js'
import { SECONDS_OF_A_TREND, TENTH } from './thresholds.js'
import { plural, time } from './words.js'

/** LT107: the beginning of what was measured is not like its end. */
export function drift({ scenario, series }: RunFigures): readonly Verdict[] {
  const times = stageTimes(scenario.load)
  const stage = times.find(({ measured, steady }) => measured && steady)
  const medians = series
    .filter(({ second, succeeded }) => succeeded > 0 && stageAt(times, second) === stage)
    .map(({ p50 }) => p50)
  if (stage === undefined || medians.length < SECONDS_OF_A_TREND) return []
  const early = medians.slice(0, medians.length >> 2)
  const late = medians.slice(medians.length >> 1)
  const before = median(early)
  const after = median(late)
  if (Math.abs(before - after) <= Math.max(TENTH * after, noise(late, early.length))) return []
  const slower = after > before
  return [
    {
      ruleId: 'LT107',
      level: 'warn',
      message: `The times were still ${slower ? 'rising' : 'falling'} while they were measured: the median was ${time(before)} in the first ${plural(early.length, 'second')} of ${stage.name} and ${time(after)} in its second half`,
      hint: slower
        ? 'something fills up: a queue, a table without vacuum, a cache that the data has outgrown. Run longer, and look at it over time'
        : 'the warm-up was too short: make it longer until the curve over time is flat',
    },
  ]
}

/** Three standard errors of the median of `size` seconds, from the spread of the steady ones. */
function noise(medians: readonly number[], size: number): number {
  const middle = median(medians)
  const deviation = 1.4826 * median(medians.map((value) => Math.abs(value - middle)))
  return (3 * 1.2533 * deviation) / Math.sqrt(size)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}
