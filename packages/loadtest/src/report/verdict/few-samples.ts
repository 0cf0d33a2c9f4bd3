import type { RunFigures } from '../assess.js'
import type { ScriptFigures, Verdict } from '../run-report.js'
import { SAMPLES_BEYOND } from './thresholds.js'
import { count, figures, plural } from './words.js'

/** Percentiles of a script, or of all, that rest on too few samples. */
interface Doubtful {
  readonly of: ScriptFigures
  /** From the lowest. */
  readonly percentiles: readonly number[]
}

/** Those that a report shows. */
const SHOWN = [99, 99.9, 99.99]

/**
 * LT104: a percentile rests on the few samples beyond it. One verdict for all of them, a warning when an
 * objective is among them.
 */
export function fewSamples(run: RunFigures): readonly Verdict[] {
  const { total, measuredSeconds } = run
  if (total.succeeded === 0) return []
  const asked = askedFor(run)
  const shown = SHOWN.filter((percentile) => isTooFew(total, percentile))
  const all = together([...asked, ...shown.map((percentile) => ({ of: total, percentile }))])
  if (all.length === 0) return []
  // What an objective asks for is worth running longer for; what is only shown may be left.
  const wanted = asked.length > 0 ? together(asked) : all
  return [
    {
      ruleId: 'LT104',
      level: asked.length > 0 ? 'warn' : 'note',
      message: `${all.map(sentence).join('; ')}: fewer than ${SAMPLES_BEYOND} lie beyond`,
      hint: wanted.map((one) => need(one, measuredSeconds)).join('; '),
    },
  ]
}

interface Asked {
  readonly of: ScriptFigures
  readonly percentile: number
}

function askedFor({ scenario, total, scripts }: RunFigures): readonly Asked[] {
  return scenario.objectives.flatMap((objective): readonly Asked[] => {
    if (objective.metric !== 'latency') return []
    const { script, percentile } = objective
    const of = script === undefined ? total : scripts.find(({ id }) => id === script)
    return of && isTooFew(of, percentile) ? [{ of, percentile }] : []
  })
}

/** By script, each percentile once. */
function together(asked: readonly Asked[]): readonly Doubtful[] {
  return [...new Set(asked.map(({ of }) => of))].map((of) => ({
    of,
    percentiles: [...new Set(asked.flatMap((one) => (one.of === of ? one.percentile : [])))].sort(
      (a, b) => a - b,
    ),
  }))
}

function isTooFew({ succeeded }: ScriptFigures, percentile: number): boolean {
  return percentile < 100 && succeeded < samplesFor(percentile)
}

function samplesFor(percentile: number): number {
  return Math.ceil(SAMPLES_BEYOND / (1 - percentile / 100) - 1e-6)
}

function ofText({ id }: ScriptFigures): string {
  return id === 'total' ? '' : ` of ${id}`
}

function sentence({ of, percentiles }: Doubtful): string {
  const names = percentiles.map((percentile) => `p${percentile}`).join(', ')
  return `${plural(of.succeeded, 'sample')}${ofText(of)} ${of.succeeded === 1 ? 'is' : 'are'} too few for ${names}`
}

function need({ of, percentiles }: Doubtful, seconds: number): string {
  const lowest = Math.min(...percentiles)
  const wanted = samplesFor(lowest)
  const longer =
    of.perSecond > 0
      ? ` (${figures(Math.ceil(wanted / of.perSecond))} s at this rate, instead of ${figures(seconds)} s)`
      : ''
  return `p${lowest}${ofText(of)} needs ${count(wanted)} samples${longer}`
}
