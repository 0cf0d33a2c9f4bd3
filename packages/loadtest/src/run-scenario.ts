import { availableParallelism } from 'node:os'
import type { OpenDriver } from './driver/session.js'
import { Histogram } from './histogram/histogram.js'
import { LoadtestError } from './loadtest-error.js'
import { makeReport } from './report/make-report.js'
import type { RunReport, SeriesPoint } from './report/run-report.js'
import type { Scenario } from './scenario/scenario.js'
import { observe } from './server-side/observe.js'
import type { Target } from './target.js'
import { startWorkers } from './worker/start-workers.js'
import type { RunningWorker, WorkerResult } from './worker/worker-task.js'

export interface RunOptions {
  /** Aborted: what runs ends, and the report says what there was up to then. */
  readonly signal?: AbortSignal
  /** Hears of each second that is over. */
  readonly onProgress?: (point: SeriesPoint) => void
  /**
   * Threads that make the load. Default: one for each processor, but not more than connections. `0`: this
   * very thread, which should have nothing else to do then.
   */
  readonly workers?: number
  /** For scenarios whose driver is not `wire`: `postgresDriver(…)` or `poolDriver(…)`. Runs in this thread. */
  readonly driver?: OpenDriver
  /** Which part of the load is ours when several processes share it: each takes the whole scenario. */
  readonly shard?: { readonly index: number; readonly count: number }
  /**
   * When the first stage begins, in ms since 1970, so that shards begin together. Default: when ready. One
   * that is not ready by then begins late, and the report says so (LT118).
   */
  readonly startAt?: number
  /** Ask the database for its own figures. Default: true. */
  readonly serverFigures?: boolean
}

/** From all workers being ready to the start: the word must have come to each of them by then. */
const START_LEAD_MS = 50

/**
 * Runs a scenario against a server and reports what it found. Statements that fail and connections that
 * are lost are figures of the report; what throws is a run that could not begin.
 *
 * @throws LoadtestError AUTHENTICATION, CONNECT, DRIVER, WORKER
 */
export async function runScenario(
  scenario: Scenario,
  target: Target,
  options: RunOptions = {},
): Promise<RunReport> {
  checkDriver(scenario, options)
  const { signal, serverFigures: figures = true } = options
  const { connectTimeoutMs } = scenario
  const observer = await observe(target, { connectTimeoutMs, figures })
  try {
    const workers = startWorkers(scenario, target, {
      ...options,
      workers: workersOf(scenario, options),
    })
    const run = await follow(workers, observer.before, options.startAt, signal)
    const server = await observer.after()
    return makeReport(
      scenario,
      run.results.map(({ snapshot }) => snapshot),
      {
        startedAt: new Date(run.startEpochMs).toISOString(),
        endedAt: new Date(run.endEpochMs).toISOString(),
        elapsedMs: Math.max(0, run.lastEpochMs - run.startEpochMs),
        complete: run.results.every(({ facts }) => facts.complete),
        target: observer.target,
        generator: generatorOf(run),
        ...(server && { server }),
        ...(options.shard && { shard: options.shard }),
        ...(options.startAt !== undefined && { lateMs: run.startEpochMs - options.startAt }),
      },
    )
  } finally {
    await observer.close()
  }
}

interface FollowedRun {
  readonly results: readonly WorkerResult[]
  readonly startEpochMs: number
  /** When the last arrival could come: the end, or the abort. */
  readonly lastEpochMs: number
  readonly endEpochMs: number
  readonly cpuSeconds: number
}

/** From the moment that all workers are ready to the last one's result. */
async function follow(
  workers: readonly RunningWorker[],
  beforeStart: () => Promise<void>,
  startAt = 0,
  signal?: AbortSignal,
): Promise<FollowedRun> {
  const results = Promise.all(workers.map(({ result }) => result))
  // Heard of below; until then a thread that fails must not end the process.
  results.catch(() => undefined)
  let stoppedEpochMs: number | undefined
  const stop = () => {
    stoppedEpochMs ??= epochMs()
    for (const worker of workers) worker.stop()
  }
  signal?.addEventListener('abort', stop)
  try {
    await Promise.all(workers.map(({ ready }) => ready))
    await beforeStart()
    const startEpochMs = Math.max(startAt, epochMs() + START_LEAD_MS)
    const before = process.cpuUsage()
    for (const worker of workers) worker.begin(startEpochMs)
    if (signal?.aborted) stop()
    const ended = await results
    const endEpochMs = epochMs()
    const { user, system } = process.cpuUsage(before)
    const cpuSeconds = (user + system) / 1e6
    const lastEpochMs = stoppedEpochMs ?? endEpochMs
    return { results: ended, startEpochMs, lastEpochMs, endEpochMs, cpuSeconds }
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

function generatorOf({ results, cpuSeconds, startEpochMs, endEpochMs }: FollowedRun) {
  const loopDelay = new Histogram()
  for (const { facts } of results) loopDelay.addSnapshot(facts.loopDelay)
  const seconds = (endEpochMs - startEpochMs) / 1000
  return {
    workers: results.length,
    cores: availableParallelism(),
    cpuShare: cpuSeconds / seconds / results.length,
    loopUtilization: Math.max(...results.map(({ facts }) => facts.loopUtilization)),
    loopDelay: loopDelay.snapshot(),
  }
}

/** Threads; 0 for none but this one. */
function workersOf({ connections, driver }: Scenario, { workers }: RunOptions): number {
  if (driver !== 'wire') return 0
  return Math.min(workers ?? availableParallelism(), connections)
}

function checkDriver(scenario: Scenario, { driver }: RunOptions): void {
  if (scenario.driver === 'wire' || driver !== undefined) return
  throw new LoadtestError(
    'DRIVER',
    `The scenario is to be run by ${scenario.driver}, and the option \`driver\` brings none: it takes what postgresDriver() or poolDriver() make.`,
  )
}

function epochMs(): number {
  return performance.timeOrigin + performance.now()
}
