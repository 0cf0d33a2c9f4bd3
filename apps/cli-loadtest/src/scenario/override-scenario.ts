import { usageError } from '@lakebase/cli-kit'
import type { Objective, Scenario } from '@lakebase/loadtest'
import type { LoadOptions } from '../commands/load-options.js'
import { parsePositiveDuration } from '../options/parse-duration.js'
import { parseWhole } from '../options/parse-number.js'
import { overrideLoad } from './override-load.js'

type ScenarioFlags = Pick<
  LoadOptions,
  'rate' | 'clients' | 'duration' | 'warmUp' | 'connections' | 'driver' | 'seed' | 'timeout'
> & { readonly objectives: readonly Objective[] }

/**
 * The scenario with what the flags say in place of its own; objectives of the flags come beside those
 * of the scenario.
 *
 * @throws CliError with exit code 2
 */
export function overrideScenario(scenario: Scenario, flags: ScenarioFlags): Scenario {
  const { connections, driver, seed, timeout, objectives } = flags
  const load = overrideLoad(scenario, flags)
  checkScripts(objectives, scenario)
  return {
    ...scenario,
    load,
    ...(connections !== undefined
      ? { connections: parseWhole('--connections', connections) }
      : flags.clients !== undefined && { connections: parseWhole('--clients', flags.clients) }),
    ...(driver !== undefined && { driver }),
    ...(seed !== undefined && { seed: parseWhole('--seed', seed, 0) }),
    ...(timeout !== undefined && {
      statementTimeoutMs: parsePositiveDuration('--timeout', timeout),
    }),
    objectives: [...scenario.objectives, ...objectives],
  }
}

/** An objective about a script that is not there would hold forever. */
function checkScripts(objectives: readonly Objective[], { scripts }: Scenario): void {
  for (const { script } of objectives) {
    if (script === undefined || scripts.some(({ id }) => id === script)) continue
    throw usageError(
      `--slo names the script "${script}", which the scenario does not have`,
      `it has ${scripts.map(({ id }) => id).join(', ')}`,
    )
  }
}
