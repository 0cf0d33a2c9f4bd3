import { lintBundle } from '@lakebase/bundle-gen'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { bundleName, bundleYaml } from '../src/job/bundle-yaml.js'
import type { JobPlan } from '../src/job/job-plan.js'
import { jobYaml } from '../src/job/job-yaml.js'
import { runNodePy } from '../src/job/run-node-py.js'
import { bundleSchemaErrors } from './bundle-schema.js'

const plan: JobPlan = {
  name: 'shop, the evening of a sale',
  shards: 4,
  scenario: 'loadtest.yml',
  lakebase: 'projects/shop/branches/loadtest/endpoints/primary',
  database: 'shop',
  results: '/Volumes/main/loadtest/results',
  npmPackage: '@lakebase/cli@1.0.0',
  leadMs: 180_000,
  durationMs: 70_000,
  version: '0.0.0',
  compute: { kind: 'serverless' },
}
const classic: JobPlan = { ...plan, compute: { kind: 'classic', nodeType: 'm6i.4xlarge' } }

const files = new Map([
  ['databricks.yml', bundleYaml(bundleName(plan.name), plan.version)],
  ['resources/loadtest_job.yml', jobYaml(plan)],
  ['loadtest/run_node.py', runNodePy(plan.version)],
])

test('the job is as written before', async () => {
  await expect(files.get('resources/loadtest_job.yml')).toMatchFileSnapshot(
    'golden/loadtest_job.yml',
  )
  await expect(files.get('loadtest/run_node.py')).toMatchFileSnapshot('golden/run_node.py')
})

test('the job on classic clusters is as written before', async () => {
  await expect(jobYaml({ ...classic, shards: 2 })).toMatchFileSnapshot(
    'golden/loadtest_job_classic.yml',
  )
})

test.each([plan, classic])('the linter of bundles has nothing against $compute.kind', (one) => {
  const job = ['resources/loadtest_job.yml', jobYaml(one)] as const
  expect(lintBundle(new Map([...files, job]))).toEqual([])
})

test.each([plan, classic])(
  '$compute.kind: each field is one that a bundle has, of its type',
  (one) => {
    const bundle = { ...parse(files.get('databricks.yml') ?? ''), ...parse(jobYaml(one)) }
    expect(bundleSchemaErrors(bundle)).toEqual([])
  },
)

test('a field that a bundle does not have is told', () => {
  const bundle = parse(jobYaml(plan).replace('max_retries: 0', 'retries: none'))
  expect(bundleSchemaErrors(bundle)).toHaveLength(1)
})

test('on classic clusters each shard has a machine of its own', () => {
  const { tasks, job_clusters } = parse(jobYaml(classic)).resources.jobs.loadtest
  const shards = tasks.slice(0, 4)
  const keys = shards.map((task: { job_cluster_key: string }) => task.job_cluster_key)
  expect(new Set(keys).size).toBe(4)
  expect(job_clusters.map((one: { job_cluster_key: string }) => one.job_cluster_key)).toEqual(keys)
  expect(shards[3].spark_python_task.parameters).toContain('--shard=3/4')
  expect(tasks[4].depends_on).toHaveLength(4)
})

test('each shard and the merge run what a person could type', () => {
  const { tasks } = parse(files.get('resources/loadtest_job.yml') ?? '').resources.jobs.loadtest
  const [shards, merge] = tasks
  expect(JSON.parse(shards.for_each_task.inputs)).toEqual([0, 1, 2, 3])
  expect(shards.for_each_task.concurrency).toBe(4)
  const words = shards.for_each_task.task.spark_python_task.parameters
  expect(words.slice(1, 3)).toEqual(['run', '--config=loadtest.yml'])
  expect(words).toContain('--shard={{input}}/4')
  expect(words).toContain('--start-at={{job.start_time.iso_datetime}}')
  expect(merge).toMatchObject({ run_if: 'ALL_DONE', depends_on: [{ task_key: 'shards' }] })
  expect(merge.spark_python_task.parameters).toContain('--expect=4')
})

test('a name from a file cannot become YAML', () => {
  const name = 'a"\nresources: {}'
  expect(parse(jobYaml({ ...plan, name })).resources.jobs.loadtest.name).toBe(`loadtest: ${name}`)
})
