import { Ajv } from 'ajv'

const text = { type: 'string' }
const count = { type: 'integer', minimum: 0 }
const map = { type: 'object', additionalProperties: text }

function strict(properties: object, required: readonly string[] = []) {
  return { type: 'object', properties, required, additionalProperties: false }
}

function listOf(items: object) {
  return { type: 'array', items, minItems: 1 }
}

const parameters = { type: 'array', items: text }
const onCompute = {
  task_key: text,
  depends_on: listOf(strict({ task_key: text }, ['task_key'])),
  run_if: {
    enum: [
      'ALL_SUCCESS',
      'ALL_DONE',
      'NONE_FAILED',
      'AT_LEAST_ONE_SUCCESS',
      'ALL_FAILED',
      'AT_LEAST_ONE_FAILED',
    ],
  },
  max_retries: { type: 'integer', minimum: -1 },
  environment_key: text,
  job_cluster_key: text,
  libraries: listOf(strict({ pypi: strict({ package: text }, ['package']) })),
  spark_python_task: strict({ python_file: text, parameters }, ['python_file']),
}
const loop = strict(
  { inputs: text, concurrency: count, task: strict(onCompute, ['task_key', 'max_retries']) },
  ['inputs', 'task'],
)
const cluster = strict({
  spark_version: text,
  node_type_id: text,
  num_workers: count,
  data_security_mode: { enum: ['SINGLE_USER', 'USER_ISOLATION', 'NONE'] },
  spark_conf: map,
  custom_tags: map,
})

/**
 * The fields that our jobs may have, after the schema that `databricks bundle schema` prints (databricks/cli
 * v1.13.0, 2026-08-21), a task's compute as the Jobs service asks for it.
 */
const schema = strict({
  bundle: strict({ name: text, engine: text, databricks_cli_version: text }, ['name']),
  include: listOf(text),
  targets: {
    type: 'object',
    additionalProperties: strict({
      mode: { enum: ['development', 'production'] },
      default: { type: 'boolean' },
    }),
  },
  sync: strict({ paths: listOf(text) }),
  resources: strict({
    jobs: {
      type: 'object',
      additionalProperties: strict({
        name: text,
        description: text,
        max_concurrent_runs: count,
        timeout_seconds: count,
        parameters: listOf(strict({ name: text, default: text }, ['name', 'default'])),
        tasks: listOf(strict({ ...onCompute, for_each_task: loop }, ['task_key'])),
        environments: listOf(
          strict(
            {
              environment_key: text,
              spec: strict({ environment_version: text, dependencies: listOf(text) }),
            },
            ['environment_key'],
          ),
        ),
        job_clusters: listOf(
          strict({ job_cluster_key: text, new_cluster: cluster }, [
            'job_cluster_key',
            'new_cluster',
          ]),
        ),
      }),
    },
  }),
})

/** What the fields of a bundle have against one of our jobs. */
export function bundleSchemaErrors(bundle: unknown): readonly unknown[] {
  const isValid = new Ajv({ strict: false }).compile(schema)
  isValid(bundle)
  return (isValid.errors ?? []).filter(({ keyword }) => keyword !== 'if')
}
