import { existsSync } from 'node:fs'
import { basename, isAbsolute, join, normalize } from 'node:path'
import {
  checkOutputs,
  type Exit,
  type Io,
  usageError,
  userPath,
  writeFileAtomic,
} from '@lakebase/cli-kit'
import type { JobOptions } from '../commands/job-command.js'
import { parsePositiveDuration } from '../options/parse-duration.js'
import { parseWhole } from '../options/parse-number.js'
import { type LoadedScenario, loadScenario } from '../scenario/load-scenario.js'
import { toolVersion } from '../version.js'
import { bundleName, bundleYaml } from './bundle-yaml.js'
import type { JobPlan } from './job-plan.js'
import type { JobReport } from './job-report.js'
import { jobYaml, MOST_SHARDS } from './job-yaml.js'
import { runNodePy } from './run-node-py.js'

/** Options, load, compute, write. */
export async function runJob(options: JobOptions, args: readonly string[], io: Io): Promise<Exit> {
  const loaded = loadScenario({ ...NO_FLAGS, ...options }, args, io)
  const folder = userPath(options.targetDir ?? '.', io.cwd)
  const plan = jobPlan(loaded, options)
  const files = jobFiles(plan, loaded, existsSync(join(folder, 'databricks.yml')))
  const outputs = [...files.keys()].map((path) => ({ path: join(folder, path), format: '' }))
  checkOutputs(
    outputs.filter(({ path }) => !isCopy(path, folder)),
    io.cwd,
    options.force,
  )
  for (const [path, text] of files) writeFileAtomic(join(folder, path), text)

  const exit: Exit = { code: 0, reason: 'ok' }
  const written = [...files.keys()]
  const next = `databricks bundle deploy -t dev && databricks bundle run loadtest -t dev`
  if (options.json) {
    const report: JobReport = { ok: true, schemaVersion: 1, kind: 'job', plan, written, next, exit }
    io.stdout(`${JSON.stringify(report, null, 2)}\n`)
  } else {
    io.stdout(
      `${plan.shards} shards of ${plan.name}\n${written.map((path) => `  ${path}\n`).join('')}`,
    )
    if (!options.quiet) io.stderr(`next: ${next}\n`)
  }
  return exit
}

/** The load is that of the file: what a flag changed would not be in the bundle. */
const NO_FLAGS = {
  ...{ rate: undefined, clients: undefined, duration: undefined, warmUp: undefined },
  ...{ connections: undefined, workers: undefined, driver: undefined, seed: undefined },
  ...{ timeout: undefined, url: undefined, scale: undefined, embedded: false },
  ...{ sql: [], pgbench: [], define: [], slo: [], setup: [], ddl: [] },
  ...{ workload: undefined, color: undefined },
} as const

const LOADTEST = 'loadtest'

/** The scenario and its SQL go as they are, and bear no mark of ours. */
function isCopy(path: string, folder: string): boolean {
  return path.startsWith(join(folder, LOADTEST)) && !path.endsWith('run_node.py')
}

function jobPlan(loaded: LoadedScenario, options: JobOptions): JobPlan {
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
  return {
    name: scenario.name,
    shards: shardCount(options.shards ?? '4', loaded),
    scenario: basename(source),
    lakebase,
    database: options.database ?? named?.database ?? 'databricks_postgres',
    results: volumeFolder(options.results),
    npmPackage: options.package ?? `@lakebase/cli@${version}`,
    leadMs: parsePositiveDuration('--lead', options.lead ?? '3m'),
    durationMs: scenario.load.stages.reduce((sum, { durationMs }) => sum + durationMs, 0),
    version,
  }
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

/** Every file of the bundle that is ours, by its path. */
function jobFiles(
  plan: JobPlan,
  { texts, source }: LoadedScenario,
  isBundle: boolean,
): ReadonlyMap<string, string> {
  const { version, name } = plan
  const copies = [...texts].map(
    ([path, text]) =>
      [join(LOADTEST, path === source ? plan.scenario : below(path)), text] as const,
  )
  return new Map([
    ...(isBundle ? [] : [['databricks.yml', bundleYaml(bundleName(name), version)] as const]),
    ['resources/loadtest_job.yml', jobYaml(plan)] as const,
    [join(LOADTEST, 'run_node.py'), runNodePy(version)] as const,
    ...copies,
  ])
}

/** The bundle has the same tree as the scenario's folder, so its paths hold there too. */
function below(path: string): string {
  const plain = normalize(path)
  if (!isAbsolute(plain) && !plain.startsWith('..')) return plain
  throw usageError(
    `${path} is not below the scenario's folder, so the bundle cannot have it`,
    'move it there',
  )
}
