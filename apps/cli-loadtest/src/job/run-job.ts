import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { checkOutputs, type Exit, type Io, userPath, writeFileAtomic } from '@lakebase/cli-kit'
import type { JobOptions } from '../commands/job-command.js'
import { loadScenario } from '../scenario/load-scenario.js'
import { jobFiles, LOADTEST } from './job-files.js'
import type { JobReport } from './job-report.js'
import { makeJobPlan } from './make-job-plan.js'

/** Options, load, compute, write. */
export async function runJob(options: JobOptions, args: readonly string[], io: Io): Promise<Exit> {
  const loaded = loadScenario({ ...NO_FLAGS, ...options }, args, io)
  const folder = userPath(options.targetDir ?? '.', io.cwd)
  const plan = makeJobPlan(loaded, options)
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

/** The scenario and its SQL go as they are, and bear no mark of ours. */
function isCopy(path: string, folder: string): boolean {
  return path.startsWith(join(folder, LOADTEST)) && !path.endsWith('run_node.py')
}
