import { basename } from 'node:path'
import { usageError } from '@lakebase/cli-kit'
import type { JobOptions } from '../commands/job-command.js'
import { parsePositiveDuration } from '../options/parse-duration.js'
import { parseWhole } from '../options/parse-number.js'
import type { LoadedScenario } from '../scenario/load-scenario.js'
import { toolVersion } from '../version.js'
import type { JobCompute, JobPlan } from './job-plan.js'
import { MOST_SHARDS } from './job-yaml.js'

/**
 * What the flags and the scenario say of the job.
 *
 * @throws CliError with exit code 2
 */
export function makeJobPlan(loaded: LoadedScenario, options: JobOptions): JobPlan {
  const { scenario, source, target } = loaded
  const named = target?.kind === 'lakebase' ? target : undefined
  const lakebase = options.lakebase ?? named?.endpoint
  if (lakebase === undefined) {
    throw usageError(
      'nothing says which database the job tests',
      '--lakebase projects/P/branches/B/endpoints/E, or target: { lakebase: … } in the scenario',
    )
  }
  const version = toolVersion()
  const compute = jobCompute(options)
  return {
    name: scenario.name,
    shards: shardCount(options.shards ?? '4', loaded),
    scenario: basename(source),
    lakebase,
    database: options.database ?? named?.database ?? 'databricks_postgres',
    results: volumeFolder(options.results),
    npmPackage: options.package ?? `@lakebase/cli@${version}`,
    leadMs: parsePositiveDuration('--lead', options.lead ?? LEAD[compute.kind]),
    durationMs: scenario.load.stages.reduce((sum, { durationMs }) => sum + durationMs, 0),
    version,
    compute,
  }
}

/** Until every shard is ready: a machine, an installation, a sign-in. */
const LEAD = { serverless: '3m', classic: '10m' } as const

function jobCompute({ cluster = 'serverless', nodeType }: JobOptions): JobCompute {
  if (cluster === 'serverless') {
    if (nodeType === undefined) return { kind: 'serverless' }
    throw usageError('--node-type is of --cluster classic', 'serverless compute has no types')
  }
  if (nodeType !== undefined) return { kind: 'classic', nodeType }
  throw usageError(
    'nothing says which machine a shard runs on',
    "--node-type m6i.4xlarge, Standard_D16ds_v5, n2-standard-16: the cloud's own name",
  )
}

/** Each shard needs a connection of its own, and the service runs so many at once. */
function shardCount(text: string, { scenario }: LoadedScenario): number {
  const shards = parseWhole('--shards', text)
  const most = Math.min(MOST_SHARDS, scenario.connections)
  if (shards <= most) return shards
  throw usageError(
    `--shards ${shards}: at most ${most}`,
    most === MOST_SHARDS
      ? 'a for_each_task runs no more at once'
      : 'each needs a connection; the scenario has connections: to raise',
  )
}

function volumeFolder(path: string | undefined): string {
  const hint = '--results /Volumes/catalog/schema/volume, a volume that exists'
  if (path === undefined) throw usageError('nothing says where the shards write', hint)
  if (/^\/Volumes\/[^/]+\/[^/]+\/[^/]+/.test(path)) return path.replace(/\/+$/, '')
  throw usageError(`--results: "${path}" is no folder of a volume`, hint)
}
