import { note } from '../findings.js'
import type { ParameterValue } from '../generator.js'
import type { Load, Scenario } from '../scenario.js'
import { readLoad } from './read-load.js'
import { readObjectives } from './read-objectives.js'
import { readScripts } from './read-scripts.js'
import type { ScenarioFile } from './scenario-schema.js'
import { reportAt, type YamlFile } from './yaml-file.js'

const DEFAULT_CONNECT_TIMEOUT_MS = 10_000
/** Of an open loop without `connections`: as many as transactions of 20 ms keep busy, within bounds that any server has. */
const ASSUMED_SERVICE_MS = 20
const CONNECTIONS = { least: 8, most: 64 } as const

/** A scenario of our own shape; undefined when something in it is told as an error that leaves no load or script. */
export function readScenario(written: ScenarioFile, file: YamlFile): Scenario | undefined {
  const { seed = 1, scale = 1, driver = 'wire', max_tries: maxTries = 1 } = written
  const { connect_timeout: connectTimeoutMs = DEFAULT_CONNECT_TIMEOUT_MS } = written
  const definitions = new Map<string, ParameterValue>([
    ['scale', scale],
    ['random_seed', seed],
    ['default_seed', seed],
    ...Object.entries(written.definitions ?? {}),
  ])
  const { scripts, objectives } = readScripts(written, definitions, file)
  const load = readLoad(written.load, ['load'], file)
  const [first, ...rest] = scripts
  if (!first || !load) return undefined
  return {
    name: written.name ?? nameOf(file.source.file),
    ...(written.description === undefined ? {} : { description: written.description }),
    seed,
    scripts: [first, ...rest],
    load,
    driver,
    connections: connectionsOf(written.connections, load, file),
    connectTimeoutMs,
    ...(written.statement_timeout === undefined
      ? {}
      : { statementTimeoutMs: written.statement_timeout }),
    maxTries,
    objectives: [...readObjectives(written.objectives), ...objectives],
  }
}

function nameOf(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file
  return name.replace(/\.ya?ml$/i, '') || name
}

function connectionsOf(written: number | undefined, load: Load, file: YamlFile): number {
  if (load.model === 'closed') {
    const clients = Math.max(
      ...load.stages.flatMap(({ fromClients, toClients }) => [fromClients, toClients]),
    )
    if (written !== undefined && written !== clients) {
      const message = `connections: ${written} does nothing here: each of the ${clients} clients has one`
      reportAt(file, ['connections'], 'LT008', message)
    }
    return clients
  }
  if (written !== undefined) return written
  const peak = Math.max(...load.stages.flatMap(({ fromRate, toRate }) => [fromRate, toRate]))
  const busy = Math.ceil((peak * ASSUMED_SERVICE_MS) / 1000)
  const connections = Math.min(Math.max(busy, CONNECTIONS.least), CONNECTIONS.most)
  const message = `connections: ${connections}, for ${peak} transactions a second`
  const hint = 'Write connections: N to have as many as your application.'
  file.report(note('LT017', message, file.source.locate(['load']), { hint }))
  return connections
}
