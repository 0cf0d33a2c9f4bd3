import type { Io } from '@lakebase/cli-kit'
import {
  runScenario,
  type Scenario,
  type SweepResult,
  type SweepSettings,
  sweep,
} from '@lakebase/loadtest'
import type { SweepOptions } from '../commands/sweep-command.js'
import { liveView } from '../live/live-view.js'
import { parseWhole } from '../options/parse-number.js'
import { perSecond } from '../render/format.js'
import { asRunFailure } from '../run/as-run-failure.js'
import { loadSeconds } from '../run/load-seconds.js'
import { openDriver } from '../run/open-driver.js'
import type { OpenedTarget } from '../target/opened-target.js'
import { withColumns } from '../target/with-columns.js'

interface Sweeping {
  readonly options: SweepOptions
  readonly settings: SweepSettings
  readonly signal: AbortSignal
}

/** One rate after the other against a database that is there; says each result as it comes. */
export async function sweepOn(
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
          const run = await runScenario(step, target, { ...how, onProgress: view.show })
          // As it was written, without what was read from the columns.
          return { ...run, scenario: { ...step, scripts: scenario.scripts } }
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
