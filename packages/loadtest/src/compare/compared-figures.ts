import type { Latency, RunReport } from '../report/run-report.js'
import type { ComparedMetric } from './comparison.js'

/** One figure of a run that can be held against the same one of another. */
export interface ComparedFigure {
  readonly script?: string
  readonly statement?: string
  readonly metric: ComparedMetric
  readonly value: number
  /** As many samples lie beyond it; of a mean or a rate, all. */
  readonly samples: number
}

const TIMES = ['mean', 'p50', 'p90', 'p99', 'p999'] as const
const BEYOND = { mean: 1, p50: 0.5, p90: 0.1, p99: 0.01, p999: 0.001 } as const

/** All figures of a run, those of all scripts together first. */
export function comparedFigures({
  total,
  scripts,
  statements,
}: RunReport): readonly ComparedFigure[] {
  const several = scripts.length > 1 ? scripts : []
  return [total, ...several]
    .flatMap((figures): readonly ComparedFigure[] => {
      const of = figures === total ? {} : { script: figures.id }
      const ended = figures.succeeded + figures.failed
      const errors = ended === 0 ? 0 : figures.failed / ended
      return [
        ...times(figures.response, of),
        { ...of, metric: 'throughput', value: figures.perSecond, samples: figures.succeeded },
        { ...of, metric: 'errors', value: errors, samples: ended },
      ]
    })
    .concat(
      statements.length > 1
        ? statements.flatMap(({ script, id, service }) => times(service, { script, statement: id }))
        : [],
    )
}

function times(
  latency: Latency,
  of: { readonly script?: string; readonly statement?: string },
): readonly ComparedFigure[] {
  return TIMES.map((metric) => ({
    ...of,
    metric,
    value: latency[metric],
    samples: Math.floor(latency.count * BEYOND[metric]),
  }))
}
