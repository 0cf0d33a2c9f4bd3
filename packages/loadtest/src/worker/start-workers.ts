import type { OpenDriver } from '../driver/session.js'
import { statementsOf } from '../record/statements-of.js'
import { makeSeries } from '../report/make-series.js'
import type { SeriesPoint } from '../report/run-report.js'
import type { Scenario } from '../scenario/scenario.js'
import type { Target } from '../target.js'
import { wireDriver } from '../wire/wire-driver.js'
import { runTask } from './run-task.js'
import { secondsTogether } from './seconds-together.js'
import { startThread } from './start-thread.js'
import type { RunningWorker } from './worker-task.js'

export interface StartOptions {
  /** 0: in this very thread. */
  readonly workers: number
  readonly shard?: { readonly index: number; readonly count: number }
  readonly driver?: OpenDriver
  readonly onProgress?: (point: SeriesPoint) => void
}

/** Starts all workers of a run: they open their connections, and wait for the word to begin. */
export function startWorkers(
  scenario: Scenario,
  target: Target,
  options: StartOptions,
): readonly RunningWorker[] {
  const { shard = { index: 0, count: 1 }, onProgress } = options
  const { password, ...address } = target
  const parts = Math.max(1, options.workers)
  const onSecond = secondsTogether(parts, (seconds) => {
    const series = makeSeries(
      scenario.load,
      seconds.map((second) => ({ seconds: [second] })),
    )
    for (const point of series) onProgress?.(point)
  })
  return Array.from({ length: parts }, (_, worker) => {
    const share = { index: shard.index * parts + worker, count: shard.count * parts }
    const task = { scenario, target: address, share }
    if (options.workers > 0) return startThread(task, password, onSecond)
    const steps = statementsOf(scenario).map(({ step }) => step)
    const open = options.driver ?? ((all) => wireDriver(target, all, scenario.connectTimeoutMs))
    return runTask(task, open(steps), onSecond)
  })
}
