import { checkOutputs, type Exit, type Io, parseOutputs } from '@lakebase/cli-kit'
import { type RunReport, runScenario, type Scenario } from '@lakebase/loadtest'
import type { RunOptions } from '../commands/run-options.js'
import { costPlace } from '../cost/cost-place.js'
import { pricePerCuHour, runCost } from '../cost/run-cost.js'
import { openHistory } from '../history/open-history.js'
import { liveView } from '../live/live-view.js'
import { parseWhole } from '../options/parse-number.js'
import { parseShard, type Shard } from '../options/parse-shard.js'
import { OUTPUT_FORMATS } from '../render/render-report.js'
import { makeLoadtestReport } from '../report/make-loadtest-report.js'
import { writeReport } from '../report/write-report.js'
import { loadScenario } from '../scenario/load-scenario.js'
import { openTarget } from '../target/open-target.js'
import type { OpenedTarget } from '../target/opened-target.js'
import { withColumns } from '../target/with-columns.js'
import { asRunFailure } from './as-run-failure.js'
import { catchInterruption } from './catch-interruption.js'
import { loadSeconds } from './load-seconds.js'
import { openDriver } from './open-driver.js'
import { runExit } from './run-exit.js'
import { startTime } from './start-time.js'

/** Options, load, run, render, write. */
export async function runLoadTest(
  options: RunOptions,
  args: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, OUTPUT_FORMATS)
  checkOutputs(outputs, io.cwd, options.force)
  const place = costPlace(options, io.cwd)
  if (place) pricePerCuHour(place)
  const how = {
    startAt: startTime(options, io.now()),
    shard: options.shard === undefined ? undefined : parseShard(options.shard),
    workers:
      options.workers === undefined ? undefined : parseWhole('--workers', options.workers, 0),
  }
  const loaded = loadScenario(options, args, io)

  const { result: run, interruption } = await catchInterruption(io, async (signal) => {
    const opened = await openTarget(loaded, options, io, signal)
    try {
      return await measure(loaded.scenario, opened, { ...how, options, signal }, io)
    } finally {
      await opened.close()
    }
  })

  const report = makeLoadtestReport(run, {
    kind: 'run',
    source: loaded.source,
    exit: runExit(run, { strict: options.strict, ...(interruption && { interruption }) }),
    now: io.now(),
    cost: place && runCost(run, place),
  })
  await writeReport(report, { ...options, outputs }, io)
  if (options.save) await keep(run, options, io)
  return report.exit
}

async function keep(run: RunReport, { history, quiet }: RunOptions, io: Io): Promise<void> {
  const id = await openHistory(history, io).save(run)
  if (!quiet) io.stderr(`kept as ${id}\n`)
}

interface Measuring {
  readonly options: RunOptions
  readonly startAt: number | undefined
  readonly shard: Shard | undefined
  readonly workers: number | undefined
  readonly signal: AbortSignal
}

async function measure(
  scenario: Scenario,
  { target, name }: OpenedTarget,
  { options, startAt, shard, workers, signal }: Measuring,
  io: Io,
): Promise<RunReport> {
  const { quiet, noServer } = options
  if (!quiet) io.stderr(`${scenario.name}: ${loadSeconds(scenario)} s against ${name}\n`)
  const view = liveView(io, loadSeconds(scenario), quiet)
  const { driver, close } = await openDriver(scenario, target)
  try {
    const run = await runScenario(await withColumns(scenario, target), target, {
      signal,
      ...(driver !== undefined && { driver }),
      onProgress: view.show,
      serverFigures: !noServer,
      ...(workers !== undefined && { workers }),
      ...(shard !== undefined && { shard }),
      ...(startAt !== undefined && { startAt }),
    })
    // As it was written: what was read from the columns is the database's own, and no matter of a report.
    return { ...run, scenario }
  } catch (error) {
    throw asRunFailure(error)
  } finally {
    view.end()
    await close()
  }
}
