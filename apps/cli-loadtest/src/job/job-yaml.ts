import { GENERATOR } from '@lakebase/cli-kit'
import { classicTasks } from './classic-tasks.js'
import type { JobPlan } from './job-plan.js'
import { serverlessTasks } from './serverless-tasks.js'
import { indented, scalar } from './yaml/scalar.js'

/** Seconds that a shard gets beside the load: to install, to wait for the start, to write. */
const EXTRA_SECONDS = 1800
/** Most iterations of a for_each_task that run at once. */
export const MOST_SHARDS = 100

/** `resources/loadtest_job.yml`: N shards at once, and their merge. */
export function jobYaml(plan: JobPlan): string {
  const { shards, leadMs, durationMs, version, compute } = plan
  const timeout = Math.ceil((leadMs + durationMs) / 1000) + EXTRA_SECONDS
  const tasks =
    compute.kind === 'serverless' ? serverlessTasks(plan) : classicTasks(plan, compute.nodeType)
  return `# Written by ${GENERATOR} ${version} (lakebase-loadtest job).
#   databricks bundle deploy -t dev && databricks bundle run loadtest -t dev

# The scenario and the script that starts it, beside what the bundle has already.
sync:
  paths:
    - ../loadtest

resources:
  jobs:
    loadtest:
      name: ${scalar(`loadtest: ${plan.name}`)}
      description: ${shards === 1 ? 'One shard' : `${shards} shards`} of one load and a merge of what they measured.
      max_concurrent_runs: 1
      timeout_seconds: ${timeout}
      parameters:
        - name: lakebase
          default: ${scalar(plan.lakebase)}
        - name: database
          default: ${scalar(plan.database)}
        # A volume that exists; each run has a folder of its own in it.
        - name: results
          default: ${scalar(plan.results)}
        # After the job's start: by then every shard has to be ready.
        - name: start_delay
          default: ${leadMs / 1000}s
        - name: package
          default: ${scalar(plan.npmPackage)}
${indented(tasks, 6)}
`
}
