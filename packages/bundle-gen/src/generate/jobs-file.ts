import { quartzCron } from '../schedule/quartz-cron.js'
import type { BundleSpec } from '../spec/bundle-spec.js'
import { block, type Entry, entry } from '../yaml/block.js'
import { type BundleFile, generatedFrom } from './bundle-file.js'
import { FILES, KEYS } from './keys.js'
import { PRIMARY } from './project-file.js'
import { ref, resource, resourcesBlock } from './resource.js'
import type { KeyedPipeline } from './table-keys.js'
import { pipelineId } from './tables-file.js'

/** The jobs that run the pipelines, and the one that sets indexes and grants again. Undefined for none. */
export function jobsFile(
  spec: BundleSpec,
  pipelines: readonly KeyedPipeline[],
  hasPostSync: boolean,
): BundleFile | undefined {
  const jobs = [
    ...pipelines.map((pipeline) => syncJob(spec, pipeline, hasPostSync)),
    hasPostSync && postSyncJob(spec),
  ].filter((job) => job !== false && job !== undefined)
  if (jobs.length === 0) return undefined
  return {
    path: FILES.jobs,
    head: `${generatedFrom(spec.origin)}

TRIGGERED and SNAPSHOT tables are written when their pipeline runs, and nothing in a synced table
says when: these jobs do. mode: development pauses them. A run that is due while the one before it
still goes is skipped.`,
    block: resourcesBlock([entry('jobs', block(...jobs.map(separate)))]),
  }
}

function separate(job: Entry, index: number): Entry {
  return index === 0 ? job : { ...job, apart: true }
}

function syncJob(
  { name, database }: BundleSpec,
  { jobKey, pipeline, tables }: KeyedPipeline,
  hasPostSync: boolean,
): Entry | undefined {
  if (pipeline.schedule === undefined) return undefined
  const cron = quartzCron(pipeline.schedule)
  const syncTasks = (database.product === 'autoscaling' ? tables.slice(0, 1) : tables).map(
    ({ key }, index) => ({ name: index === 0 ? 'sync' : `sync_${index + 1}`, key }),
  )
  if ('problem' in cron) return undefined
  return resource(jobKey, [
    entry('name', `${name}-${jobKey.replaceAll('_', '-')}`),
    entry('max_concurrent_runs', 1),
    entry(
      'schedule',
      block(entry('quartz_cron_expression', cron.expression), entry('timezone_id', 'UTC')),
    ),
    entry('tasks', [
      ...syncTasks.map(({ name: task, key }) =>
        block(
          entry('task_key', task),
          entry('pipeline_task', block(entry('pipeline_id', pipelineId(database.product, key)))),
        ),
      ),
      ...(hasPostSync ? [postSyncTask(syncTasks.map((task) => task.name))] : []),
    ]),
  ])
}

function postSyncTask(after: readonly string[]) {
  return block(
    entry('task_key', KEYS.postSync),
    entry(
      'depends_on',
      after.map((task) => block(entry('task_key', task))),
    ),
    entry('run_job_task', block(entry('job_id', ref('jobs', KEYS.postSync, 'id')))),
  )
}

/** Python, because nothing else in a serverless job can speak to Postgres. */
function postSyncJob(spec: BundleSpec): Entry {
  const target =
    spec.database.product === 'autoscaling'
      ? ['--endpoint', PRIMARY]
      : ['--instance', ref('database_instances', KEYS.instance, 'name')]
  return resource(
    KEYS.postSync,
    [
      entry('name', `${spec.name}-post-sync`),
      entry('max_concurrent_runs', 1),
      entry('queue', block(entry('enabled', true))),
      entry('tasks', [
        block(
          entry('task_key', KEYS.postSync),
          entry('environment_key', 'python'),
          entry('max_retries', 2),
          entry(
            'spark_python_task',
            block(
              entry('python_file', `../${FILES.postSyncRunner}`),
              entry('parameters', [
                ...target,
                '--database',
                spec.databaseName,
                '--file',
                `\${workspace.file_path}/${FILES.postSync}`,
              ]),
            ),
          ),
        ),
      ]),
      entry('environments', [
        block(
          entry('environment_key', 'python'),
          entry(
            'spec',
            block(
              entry('environment_version', '4'),
              entry('dependencies', ['databricks-sdk>=0.81', 'psycopg[binary]>=3.2,<4']),
            ),
          ),
        ),
      ]),
    ],
    {
      above:
        'Indexes, grants and owners of sql/post_sync.sql, set again after each sync: a synced table that is\nmade anew has lost them. Run it by hand after the first deploy: databricks bundle run post_sync.',
    },
  )
}
