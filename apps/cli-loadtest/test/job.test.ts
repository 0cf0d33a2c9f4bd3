import { lintBundle } from '@lakebase/bundle-gen'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { bundleName, bundleYaml } from '../src/job/bundle-yaml.js'
import type { JobPlan } from '../src/job/job-plan.js'
import { jobYaml } from '../src/job/job-yaml.js'
import { runNodePy } from '../src/job/run-node-py.js'

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
}

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

test('the linter of bundles has nothing against it', () => {
  expect(lintBundle(files)).toEqual([])
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
