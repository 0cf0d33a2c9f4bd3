import { usageError } from '@lakebase/cli-kit'
import { atRate, type ClientStage, type Load, type Scenario } from '@lakebase/loadtest'
import { parseDuration, parsePositiveDuration } from '../options/parse-duration.js'
import { parseRate, parseWhole } from '../options/parse-number.js'
import { DEFAULT_DURATION, DEFAULT_WARM_UP } from './default-times.js'

export interface LoadFlags {
  readonly rate: string | undefined
  readonly clients: string | undefined
  readonly duration: string | undefined
  readonly warmUp: string | undefined
}

/**
 * The load that the flags ask for: with a rate the scenario's own, raised or lowered in proportion; with
 * clients a steady one; with times its stages longer or shorter.
 *
 * @throws CliError with exit code 2
 */
export function overrideLoad(scenario: Scenario, flags: LoadFlags): Load {
  if (flags.rate !== undefined && flags.clients !== undefined) {
    throw usageError(
      '--rate is an open loop and --clients a closed one',
      'leave out one of them; --connections says over how many connections a rate goes',
    )
  }
  if (flags.clients !== undefined) {
    return closedLoad(parseWhole('--clients', flags.clients), flags)
  }
  if (flags.rate === undefined) return retimed(scenario.load, flags)
  return retimed(atRate(scenario, parseRate('--rate', flags.rate)).load, flags)
}

/** A warm-up, unless it is none, and what is measured. */
function closedLoad(
  clients: number,
  { duration = DEFAULT_DURATION, warmUp = DEFAULT_WARM_UP }: LoadFlags,
): Load {
  const stage = (name: string, durationMs: number, measured: boolean): ClientStage => ({
    ...{ name, durationMs, measured },
    fromClients: clients,
    toClients: clients,
  })
  const measured = stage('measured', parsePositiveDuration('--duration', duration), true)
  const warmUpMs = parseDuration('--warm-up', warmUp)
  const stages = [stage('warm-up', warmUpMs, false), measured] as const
  return { model: 'closed', stages: warmUpMs === 0 ? [measured] : stages }
}

/** The scenario's own stages with other lengths. */
function retimed(load: Load, { duration, warmUp }: LoadFlags): Load {
  const measuredMs =
    duration === undefined ? undefined : parsePositiveDuration('--duration', duration)
  const warmUpMs = warmUp === undefined ? undefined : parseDuration('--warm-up', warmUp)
  if (load.model === 'open') return { ...load, stages: stages(load.stages, measuredMs, warmUpMs) }
  return { ...load, stages: stages(load.stages, measuredMs, warmUpMs) }
}

type Stages<Stage> = readonly [Stage, ...Stage[]]

function stages<Stage extends { readonly durationMs: number; readonly measured: boolean }>(
  all: Stages<Stage>,
  measuredMs: number | undefined,
  warmUpMs: number | undefined,
): Stages<Stage> {
  const timed = withTotal(all, true, measuredMs, '--duration')
  return withTotal(timed, false, warmUpMs, '--warm-up')
}

/** All stages of a kind keep their part of the new length; those of no length are left out. */
function withTotal<Stage extends { readonly durationMs: number; readonly measured: boolean }>(
  all: Stages<Stage>,
  measured: boolean,
  totalMs: number | undefined,
  option: string,
): Stages<Stage> {
  if (totalMs === undefined) return all
  const ofKind = all.filter((stage) => stage.measured === measured)
  const oldMs = ofKind.reduce((sum, { durationMs }) => sum + durationMs, 0)
  if (oldMs === 0) {
    if (totalMs === 0) return all
    throw usageError(
      `${option}: the scenario has no ${measured ? 'measured' : 'unmeasured'} stage to lengthen`,
      'give it one in the file, or say --clients as well, which makes new stages',
    )
  }
  const [first, ...rest] = all.flatMap((stage) => {
    if (stage.measured !== measured) return [stage]
    const durationMs = Math.round((stage.durationMs * totalMs) / oldMs)
    return durationMs === 0 ? [] : [{ ...stage, durationMs }]
  })
  if (first === undefined) throw usageError(`${option}: no stage is left`)
  return [first, ...rest]
}
