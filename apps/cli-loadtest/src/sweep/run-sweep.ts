import {
  checkOutputs,
  type Exit,
  GENERATOR,
  type Io,
  paint,
  parseOutputs,
  usageError,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { runScenario, type Scenario, type SweepResult, sweep } from '@lakebase/loadtest'
import type { SweepOptions } from '../commands/sweep-command.js'
import { type CostPlace, costPlace } from '../cost/cost-place.js'
import { pricePerCuHour, runCost } from '../cost/run-cost.js'
import { liveView } from '../live/live-view.js'
import { parseDuration, parsePositiveDuration } from '../options/parse-duration.js'
import { parseRate, parseWhole } from '../options/parse-number.js'
import { perSecond } from '../render/format.js'
import { renderSweepHtml } from '../render/html/sweep/render-sweep-html.js'
import { renderSweep } from '../render/terminal/render-sweep.js'
import { asRunFailure } from '../run/as-run-failure.js'
import { catchInterruption } from '../run/catch-interruption.js'
import { loadSeconds } from '../run/load-seconds.js'
import { openDriver } from '../run/open-driver.js'
import type { Interruption } from '../run/run-exit.js'
import { loadScenario } from '../scenario/load-scenario.js'
import { openTarget } from '../target/open-target.js'
import type { OpenedTarget } from '../target/opened-target.js'
import { withColumns } from '../target/with-columns.js'
import { toolVersion } from '../version.js'
import { planCalibration, writeCalibration } from './calibration.js'
import { sweepJson } from './sweep-json.js'
import type { SweepReport } from './sweep-report.js'
import { outcomeText, stepThatHolds } from './sweep-text.js'

const START_RATE = 100

/** Options, load, run at one rate after the other, render, write. */
export async function runSweep(
  options: SweepOptions,
  args: readonly string[],
  io: Io,
): Promise<Exit> {
  const outputs = parseOutputs(options.outputs, ['json', 'html'])
  checkOutputs(outputs, io.cwd, options.force)
  const calibration = planCalibration(options, io)
  // A calibration needs the size alone; a price also where it is.
  const isPriced = calibration === undefined || options.region !== undefined
  const place = isPriced ? costPlace(options, io.cwd) : undefined
  if (place) pricePerCuHour(place)
  const settings = sweepSettings(options)
  const ofScenario = { clients: undefined, duration: undefined, warmUp: undefined }
  const loaded = loadScenario({ ...options, ...ofScenario }, args, io)
  const { result, interruption } = await catchInterruption(io, async (signal) => {
    const opened = await openTarget(loaded, options, io, signal)
    try {
      return await sweepOn(loaded.scenario, opened, { options, settings, signal }, io)
    } finally {
      await opened.close()
    }
  })
  const report = sweepReport(result, interruption, place, loaded.source, io)
  for (const { path, format } of outputs) {
    const text = format === 'html' ? renderSweepHtml(report) : sweepJson(report)
    if (path !== '-') writeFileAtomic(userPath(path, io.cwd), text)
  }
  const colors = paint(wantsColor(options.color ?? 'auto', io.env, io.stdoutIsTty))
  const toStdout = options.json || outputs.some(({ path }) => path === '-')
  io.stdout(toStdout ? sweepJson(report) : renderSweep(report, colors))
  if (calibration) writeCalibration(calibration, result, report.generator, io)
  return report.exit
}

function sweepSettings(options: SweepOptions) {
  const { rate, maxRate, step, stepWarmUp, factor, resolution, confirmations } = options
  return {
    startRate: rate === undefined ? START_RATE : parseRate('--rate', rate),
    ...(maxRate !== undefined && { maxRate: parseRate('--max-rate', maxRate) }),
    ...(step !== undefined && { stepSeconds: parsePositiveDuration('--step', step) / 1000 }),
    ...(stepWarmUp !== undefined && {
      warmUpSeconds: parseDuration('--step-warm-up', stepWarmUp) / 1000,
    }),
    ...(factor !== undefined && { factor: above('--factor', factor, 1) }),
    ...(resolution !== undefined && { resolution: share(resolution) }),
    ...(confirmations !== undefined && {
      confirmations: parseWhole('--confirmations', confirmations, 0),
    }),
  }
}

function above(option: string, text: string, least: number): number {
  const value = Number(text)
  if (value > least && Number.isFinite(value)) return value
  throw usageError(`${option}: it takes a number above ${least}, not "${text}"`)
}

function share(text: string): number {
  const value = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
  if (value > 0 && value < 1) return value
  throw usageError(`--resolution: "${text}" is no share`, 'such as 5% or 0.05')
}

interface Sweeping {
  readonly options: SweepOptions
  readonly settings: ReturnType<typeof sweepSettings>
  readonly signal: AbortSignal
}

async function sweepOn(
  scenario: Scenario,
  { target, name }: OpenedTarget,
  { options, settings, signal }: Sweeping,
  io: Io,
): Promise<SweepResult> {
  const { quiet, workers } = options
  const threads = workers === undefined ? {} : { workers: parseWhole('--workers', workers, 0) }
  if (!quiet) io.stderr(`${scenario.name}: a sweep against ${name}\n`)
  const { driver, close } = await openDriver(scenario, target)
  const how = { signal, ...threads, ...(driver !== undefined && { driver }) }
  try {
    return await sweep(await withColumns(scenario, target), {
      ...settings,
      run: async (step) => {
        const view = liveView(io, loadSeconds(step), quiet)
        try {
          return await runScenario(step, target, { ...how, onProgress: view.show })
        } finally {
          view.end()
        }
      },
      onStep: ({ rate, holds, because }) => {
        if (quiet) return
        io.stderr(`${perSecond(rate)}  ${holds ? 'holds' : `fails: ${because.join('; ')}`}\n`)
      },
    })
  } catch (error) {
    throw asRunFailure(error)
  } finally {
    await close()
  }
}

function sweepReport(
  result: SweepResult,
  interruption: Interruption | undefined,
  place: CostPlace | undefined,
  source: string,
  io: Io,
): SweepReport {
  const held = stepThatHolds(result)
  const exit = sweepExit(result, interruption)
  return {
    ok: exit.code === 0,
    schemaVersion: 1,
    kind: 'sweep',
    generator: GENERATOR,
    version: toolVersion(),
    generatedAt: io.now().toISOString(),
    source,
    sweep: result,
    ...(place !== undefined && held !== undefined && { cost: runCost(held.report, place) }),
    exit,
  }
}

/** A rate that was found, or one that all others were below, is an answer; anything else is not. */
function sweepExit({ outcome }: SweepResult, interruption: Interruption | undefined): Exit {
  if (interruption !== undefined) return { code: interruption, reason: outcomeText(outcome) }
  if (outcome.kind === 'knee' || outcome.kind === 'above') return { code: 0, reason: 'ok' }
  return { code: 1, reason: outcomeText(outcome) }
}
