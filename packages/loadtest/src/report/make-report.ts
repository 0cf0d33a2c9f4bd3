import type { HistogramSnapshot } from '../histogram/histogram.js'
import type { RecorderSnapshot } from '../record/recorder-snapshot.js'
import type { Scenario } from '../scenario/scenario.js'
import { assess, type RunFigures } from './assess.js'
import { errorFigures, mergeConnectErrors } from './error-figures.js'
import { latencyOf, sumOf } from './latency.js'
import { makeSeries } from './make-series.js'
import type {
  ConnectingFigures,
  GeneratorFacts,
  RunReport,
  SeriesPoint,
  ServerFigures,
  TargetFacts,
} from './run-report.js'
import { scriptFigures, statementFigures } from './script-figures.js'
import { measuredSeconds } from './stage-time.js'
import { lateStart } from './verdict/late-start.js'

/** What the engine knows of a run beside what its workers recorded. */
export interface RunFacts {
  /** The moment from which seconds are counted; ISO 8601. */
  readonly startedAt: string
  readonly endedAt: string
  /** From there to the last arrival: less than the stages last when the run was interrupted. */
  readonly elapsedMs: number
  readonly complete: boolean
  readonly target: TargetFacts
  readonly generator: Pick<GeneratorFacts, 'workers' | 'cores' | 'cpuShare' | 'loopUtilization'> & {
    readonly loopDelay: HistogramSnapshot
  }
  readonly server?: ServerFigures
  readonly shard?: { readonly index: number; readonly count: number }
  /** How far behind the moment that was asked for it began. */
  readonly lateMs?: number
}

/** The report of a run from what each of its workers recorded. */
export function makeReport(
  scenario: Scenario,
  snapshots: readonly RecorderSnapshot[],
  facts: RunFacts,
): RunReport {
  const seconds = measuredSeconds(scenario.load, facts.elapsedMs)
  const series = makeSeries(scenario.load, snapshots)
  const known = lateStart(facts.lateMs ?? 0)
  const figures: RunFigures = {
    schemaVersion: 1,
    scenario,
    startedAt: facts.startedAt,
    endedAt: facts.endedAt,
    measuredSeconds: seconds,
    complete: facts.complete,
    target: facts.target,
    generator: generatorFacts(facts, snapshots, series),
    ...scriptFigures(scenario, snapshots, seconds),
    statements: statementFigures(scenario, snapshots),
    errors: errorFigures(scenario, snapshots),
    connecting: connectingFigures(snapshots),
    series,
    ...(facts.server && { server: facts.server }),
    shards: 1,
    ...(facts.shard && { shard: facts.shard }),
  }
  return assess(figures, known)
}

function generatorFacts(
  { generator }: RunFacts,
  snapshots: readonly RecorderSnapshot[],
  series: readonly SeriesPoint[],
): GeneratorFacts {
  const scheduleLag = latencyOf(sumOf(snapshots.map((snapshot) => snapshot.scheduleLag)))
  const connectionWait = latencyOf(sumOf(snapshots.map((snapshot) => snapshot.connectionWait)))
  return {
    ...generator,
    loopDelay: latencyOf(sumOf([generator.loopDelay])),
    ...(scheduleLag.count > 0 && { scheduleLag }),
    ...(connectionWait.count > 0 && { connectionWait }),
    longestQueue: series.reduce((longest, point) => Math.max(longest, point.longestQueue), 0),
  }
}

function connectingFigures(snapshots: readonly RecorderSnapshot[]): ConnectingFigures {
  const time = latencyOf(sumOf(snapshots.map(({ connecting }) => connecting.time)))
  const errors = mergeConnectErrors(snapshots.flatMap(({ connecting }) => connecting.failures))
  const failed = errors.reduce((sum, { count }) => sum + count, 0)
  return { opened: time.count, failed, time, errors }
}
