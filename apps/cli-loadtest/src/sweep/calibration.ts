import {
  checkOutputs,
  GENERATOR,
  type Io,
  type PrintableFinding,
  usageError,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import { calibrate, LoadtestError, type SweepResult, type SweptEndpoint } from '@lakebase/loadtest'
import { parseSize } from '../cost/cost-place.js'

interface CalibrationFlags {
  readonly calibrate: string | undefined
  readonly measures: SweptEndpoint['measures'] | undefined
  readonly cu: string | undefined
  readonly force: boolean
}

/** Where measured rates go, and what they are of; checked before anything is run. */
export interface CalibrationPlan {
  readonly path: string
  readonly cu: number
  readonly measures: SweptEndpoint['measures']
}

/** @throws CliError with exit code 2 or 3 */
export function planCalibration(flags: CalibrationFlags, io: Io): CalibrationPlan | undefined {
  const { calibrate: path, measures, cu, force } = flags
  if (path === undefined) {
    if (measures === undefined) return undefined
    throw usageError('--measures is of --calibrate', 'leave it out, or add --calibrate FILE')
  }
  if (cu === undefined || measures === undefined) {
    throw usageError(
      '--calibrate divides by the compute units, and says what was measured',
      'add --cu (minimum and maximum the same while it runs) and --measures reads, incremental or bulk',
    )
  }
  checkOutputs([{ path, format: 'json' }], io.cwd, force)
  return { path, cu: parseSize(cu), measures }
}

/** Writes the rates; where the sweep gives none, says why. */
export function writeCalibration(
  { path, cu, measures }: CalibrationPlan,
  sweep: SweepResult,
  io: Pick<Io, 'cwd'>,
): PrintableFinding | undefined {
  try {
    const calibration = calibrate([{ sweep, cu, measures }])
    const text = `${JSON.stringify({ ...calibration, generator: GENERATOR }, null, 2)}\n`
    writeFileAtomic(userPath(path, io.cwd), text)
    return undefined
  } catch (error) {
    if (!(error instanceof LoadtestError)) throw error
    return { ruleId: 'CALIBRATE', level: 'error', message: error.message }
  }
}
