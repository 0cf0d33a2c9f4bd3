import {
  checkOutputs,
  type Exit,
  formatFinding,
  type Io,
  type Output,
  paint,
  parseOutputs,
  userPath,
  wantsColor,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { SweepOptions } from '../commands/sweep-command.js'
import { costPlace } from '../cost/cost-place.js'
import { pricePerCuHour } from '../cost/run-cost.js'
import { renderSweepHtml } from '../render/html/sweep/render-sweep-html.js'
import { renderSweep } from '../render/terminal/render-sweep.js'
import { catchInterruption } from '../run/catch-interruption.js'
import { loadScenario } from '../scenario/load-scenario.js'
import { openTarget } from '../target/open-target.js'
import { planCalibration, writeCalibration } from './calibration.js'
import { makeSweepReport } from './make-sweep-report.js'
import { sweepJson } from './sweep-json.js'
import { sweepOn } from './sweep-on.js'
import type { SweepReport } from './sweep-report.js'
import { sweepSettings } from './sweep-settings.js'

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
  const refused = calibration && writeCalibration(calibration, result, io)
  if (refused !== undefined)
    io.stderr(`${formatFinding(refused, colorsOf('stderr', options, io))}\n`)
  const around = { interruption, place, source: loaded.source, refused: refused?.message }
  const report = makeSweepReport(result, around, io)
  writeSweep(report, outputs, options, io)
  return report.exit
}

function writeSweep(
  report: SweepReport,
  outputs: readonly Output<'json' | 'html'>[],
  options: SweepOptions,
  io: Io,
): void {
  for (const { path, format } of outputs) {
    const text = format === 'html' ? renderSweepHtml(report) : sweepJson(report)
    if (path !== '-') writeFileAtomic(userPath(path, io.cwd), text)
  }
  const toStdout = options.json || outputs.some(({ path }) => path === '-')
  io.stdout(toStdout ? sweepJson(report) : renderSweep(report, colorsOf('stdout', options, io)))
}

function colorsOf(stream: 'stdout' | 'stderr', { color = 'auto' }: SweepOptions, io: Io) {
  return paint(wantsColor(color, io.env, stream === 'stdout' ? io.stdoutIsTty : io.stderrIsTty))
}
