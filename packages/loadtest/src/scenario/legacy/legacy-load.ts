import type { YamlPath } from '@lakebase/config'
import { note } from '../findings.js'
import { asLoad, surrounded } from '../load-stages.js'
import type { ClosedLoad } from '../scenario.js'
import { withSpikes } from '../yaml/spikes.js'
import { reportAt, type YamlFile } from '../yaml/yaml-file.js'
import type { LegacyFile, LegacyScenario } from './legacy-schema.js'

/** What the old runner took for keys that a scenario leaves out, in seconds and connections. */
const DEFAULTS = {
  duration: 300,
  concurrent_connections: 10,
  ramp_up_duration: 30,
  ramp_down_duration: 15,
} as const

/**
 * The closed loop of an old scenario. `duration` holds the ramps, as in the old runner, whose figures had them in; here they
 * are kept out, and so is `warmup_duration`, which comes on top.
 */
export function legacyLoad(
  scenario: LegacyScenario,
  path: YamlPath,
  environment: NonNullable<LegacyFile['test_environment']>,
  file: YamlFile,
): ClosedLoad | undefined {
  const { default_test_duration: defaultDuration } = environment
  const taken = {
    ...DEFAULTS,
    ...(defaultDuration === undefined ? {} : { duration: defaultDuration }),
    ...scenario,
  }
  reportDefaults(scenario, path, taken, file)
  const {
    duration,
    concurrent_connections: clients,
    ramp_up_duration: up,
    ramp_down_duration: down,
  } = taken
  const steady = duration - up - down
  if (steady <= 0) {
    const message = `${duration} s are no longer than ramp_up_duration and ramp_down_duration, ${up + down} s`
    reportAt(file, [...path, 'duration'], 'LT008', message)
    return undefined
  }
  const main = {
    name: 'steady',
    durationMs: steady * 1000,
    from: clients,
    to: clients,
    measured: true,
  }
  const spikes = (scenario.spikes ?? []).map(
    ({ start_time: start, duration: seconds, spike_connections: level }) => ({
      at: (start - up) * 1000,
      duration: seconds * 1000,
      clients: level,
    }),
  )
  const stages = withSpikes([main], spikes, 'clients', [...path, 'spikes'], file)
  if (!stages) return undefined
  const { warmup_duration: warmUp = 0 } = environment
  const around = { upMs: up * 1000, warmUpMs: warmUp * 1000, downMs: down * 1000 }
  const load = asLoad(surrounded(stages, around), 'clients')
  return load?.model === 'closed' ? load : undefined
}

function reportDefaults(
  scenario: LegacyScenario,
  path: YamlPath,
  taken: Readonly<Record<keyof typeof DEFAULTS, number>>,
  file: YamlFile,
): void {
  for (const key of [
    'duration',
    'concurrent_connections',
    'ramp_up_duration',
    'ramp_down_duration',
  ] as const) {
    if (scenario[key] !== undefined) continue
    const message = `${key}: ${taken[key]}, as the old runner has it when nothing is said`
    file.report(note('LT017', message, file.source.locate([...path, 'name'])))
  }
}
