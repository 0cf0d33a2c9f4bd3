import { LoadtestError } from '../loadtest-error.js'
import { firstDifference } from '../report/merge/first-difference.js'
import type { RunReport } from '../report/run-report.js'
import { SAMPLES_BEYOND } from '../report/verdict/thresholds.js'
import { betweenRuns, mean } from './between-runs.js'
import { type ComparedFigure, comparedFigures } from './compared-figures.js'
import type { Comparison, Difference, Finding, Interval } from './comparison.js'
import { withinRun } from './within-run.js'

export interface CompareOptions {
  /** 0.95 unless given. */
  readonly confidence?: number
  /** Of the drawing of seconds; 1 unless given. */
  readonly seed?: number
}

type IntervalOf = (
  figure: ComparedFigure,
  a: readonly number[],
  b: readonly number[],
) => Interval | undefined

/**
 * What differs between the runs of two sides, and how sure that is. With several runs on a side, from
 * how its runs differ (Welch's t, on logarithms of times and rates); with one on each, from how their
 * seconds differ (block bootstrap), which is weak: runs differ more than seconds of a run.
 *
 * @throws LoadtestError `COMPARE` when a side has no run.
 */
export function compareRuns(
  a: readonly RunReport[],
  b: readonly RunReport[],
  { confidence = 0.95, seed = 1 }: CompareOptions = {},
): Comparison {
  const [firstA, firstB] = [a[0], b[0]]
  if (firstA === undefined || firstB === undefined)
    throw new LoadtestError('COMPARE', 'A comparison needs a run on each side')
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`A confidence is between 0 and 1, such as 0.95, not ${confidence}`)
  const several = a.length + b.length > 2
  const intervalOf = several
    ? betweenIntervals(confidence)
    : withinIntervals(firstA, firstB, confidence, seed)
  const [figuresOfA, figuresOfB] = [a.map(comparedFigures), b.map(comparedFigures)]
  const differences = comparedFigures(firstA).flatMap((figure) => {
    const own = valuesOf(figuresOfA, figure)
    const other = valuesOf(figuresOfB, figure)
    return other.length === 0 ? [] : [differenceOf(figure, own, other, intervalOf)]
  })
  return {
    runs: { a: a.length, b: b.length },
    confidence,
    basis: several ? 'between runs' : 'within a run',
    differences,
    cautions: cautionsOf([...a, ...b], firstA, firstB, several),
  }
}

function valuesOf(
  runs: readonly (readonly ComparedFigure[])[],
  { script, statement, metric }: ComparedFigure,
): readonly ComparedFigure[] {
  return runs.flatMap(
    (figures) =>
      figures.find(
        (one) => one.script === script && one.statement === statement && one.metric === metric,
      ) ?? [],
  )
}

function differenceOf(
  figure: ComparedFigure,
  a: readonly ComparedFigure[],
  b: readonly ComparedFigure[],
  intervalOf: IntervalOf,
): Difference {
  const { script, statement, metric } = figure
  const [own, other] = [a.map(({ value }) => value), b.map(({ value }) => value)]
  const enough = [...a, ...b].every(({ samples }) => samples >= SAMPLES_BEYOND)
  const interval = enough ? intervalOf(figure, own, other) : undefined
  return {
    ...(script !== undefined && { script }),
    ...(statement !== undefined && { statement }),
    metric,
    a: middle(metric, own),
    b: middle(metric, other),
    ...(interval && { interval }),
    finding: findingOf(metric, interval),
  }
}

function findingOf(metric: ComparedFigure['metric'], interval: Interval | undefined): Finding {
  if (interval === undefined) return 'not judged'
  if (interval.low <= 0 && interval.high >= 0) return 'no difference seen'
  return interval.low > 0 === (metric === 'throughput') ? 'better' : 'worse'
}

/** Times and rates multiply: their middle is that of their logarithms. Shares of errors may be 0. */
function middle(metric: ComparedFigure['metric'], values: readonly number[]): number {
  if (metric === 'errors' || values.length === 1) return mean(values)
  return Math.exp(mean(values.map(Math.log)))
}

function betweenIntervals(confidence: number): IntervalOf {
  return ({ metric }, a, b) => {
    if (metric === 'errors') return betweenRuns(a, b, confidence)
    const ratio = betweenRuns(a.map(Math.log), b.map(Math.log), confidence)
    const before = middle(metric, a)
    return ratio && { low: before * Math.expm1(ratio.low), high: before * Math.expm1(ratio.high) }
  }
}

/** Seconds are known of all scripts together only. */
function withinIntervals(a: RunReport, b: RunReport, confidence: number, seed: number): IntervalOf {
  const intervals = withinRun(a, b, confidence, seed)
  return ({ script, metric }) => (script === undefined ? intervals?.(metric) : undefined)
}

function cautionsOf(
  runs: readonly RunReport[],
  a: RunReport,
  b: RunReport,
  several: boolean,
): readonly string[] {
  const { name: _, seed: __, ...ofA } = a.scenario
  const { name: ___, seed: ____, ...ofB } = b.scenario
  const scenario = firstDifference(ofA, ofB)
  const broken = runs.filter(({ complete }) => !complete).length
  const doubtful = runs.filter(({ verdicts }) => verdicts.some(({ level }) => level === 'error'))
  return [
    ...(several
      ? []
      : [
          'One run on each side: the difference may be that of any two runs. Run each side three times or more, in turns',
        ]),
    ...(scenario === undefined ? [] : [`The scenarios differ: ${scenario}`]),
    ...(broken === 0 ? [] : [`${broken} of the runs were broken off`]),
    ...(doubtful.length === 0
      ? []
      : [
          `${doubtful.length} of the runs have verdicts at error level (${ids(doubtful)}): their figures may not be of the database`,
        ]),
  ]
}

function ids(runs: readonly RunReport[]): string {
  const errors = runs.flatMap(({ verdicts }) => verdicts.filter(({ level }) => level === 'error'))
  return [...new Set(errors.map(({ ruleId }) => ruleId))].join(', ')
}
