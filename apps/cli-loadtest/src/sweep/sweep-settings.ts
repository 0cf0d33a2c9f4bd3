import { usageError } from '@lakebase/cli-kit'
import type { SweepSettings } from '@lakebase/loadtest'
import type { SweepOptions } from '../commands/sweep-command.js'
import { parseDuration, parsePositiveDuration } from '../options/parse-duration.js'
import { parseRate, parseWhole } from '../options/parse-number.js'

const START_RATE = 100

/** @throws CliError with exit code 2 */
export function sweepSettings(options: SweepOptions): SweepSettings {
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
