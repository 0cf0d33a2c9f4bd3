import { expect, test } from 'vitest'
import { parseWorkload } from './parse-workload.js'
import { syncPipelines } from './sync-pipelines.js'

/** The pipelines of a `delta_synchronization` section, as `name: tables`. */
function pipelinesOf(section: string) {
  const indented = section.replace(/^/gm, '  ')
  const { workload, findings } = parseWorkload(`delta_synchronization:\n${indented}`, {
    file: 'workload.yml',
  })
  if (workload === undefined) throw new Error(JSON.stringify(findings))
  return syncPipelines(workload.sync)
}

function table(name: string, rest: string): string {
  return `  - { name: main.shop.${name}, primary_keys: [id], ${rest} }\n`
}

const names = (pipelines: ReturnType<typeof syncPipelines>) =>
  Object.fromEntries(
    pipelines.map((pipeline) => [pipeline.name, pipeline.tables.map((one) => one.targetTable)]),
  )

test('tables that name a pipeline share it, the others go together by policy and schedule', () => {
  const pipelines = pipelinesOf(
    `tables_to_sync:\n${table('a', 'scheduling_policy: SNAPSHOT, schedule: Per day, rows: 1, pipeline: night')}${table('b', 'scheduling_policy: SNAPSHOT, schedule: Per day, rows: 1')}${table('c', 'scheduling_policy: TRIGGERED, schedule: PT1H, rows_changed_per_run: 1, change_data_feed: true')}${table('d', 'scheduling_policy: SNAPSHOT, schedule: Per day, rows: 1, pipeline: night')}${table('e', 'scheduling_policy: SNAPSHOT, schedule: Per day, rows: 1')}`,
  )
  expect(names(pipelines)).toEqual({
    night: ['a', 'd'],
    'snapshot-1': ['b', 'e'],
    'triggered-2': ['c'],
  })
})

test('no more tables share a pipeline than tables_per_pipeline says', () => {
  const rows = 'scheduling_policy: SNAPSHOT, schedule: Per day, rows: 1'
  const five = ['a', 'b', 'c', 'd', 'e'].map((name) => table(name, rows)).join('')
  const pipelines = pipelinesOf(`tables_per_pipeline: 2\ntables_to_sync:\n${five}`)
  expect(pipelines.map((pipeline) => pipeline.tables.length)).toEqual([2, 2, 1])
})

test('number_of_continuous_pipelines counts those of the tables too', () => {
  const live = table('a', 'scheduling_policy: CONTINUOUS, change_data_feed: true')
  const pipelines = pipelinesOf(`number_of_continuous_pipelines: 2\ntables_to_sync:\n${live}`)
  expect(names(pipelines)).toEqual({ 'continuous-1': ['a'], 'continuous-2': [] })
})

test('the file-wide batch is what the tables without a volume carry, shared out among them', () => {
  const bare = 'scheduling_policy: SNAPSHOT'
  const pipelines = pipelinesOf(
    `expected_data_per_sync_gb: 30\nsync_mode: SNAPSHOT\nsync_frequency: Per day\ntables_per_pipeline: 2\ntables_to_sync:\n${table('a', bare)}${table('b', bare)}${table('c', bare)}${table('d', 'scheduling_policy: SNAPSHOT, rows: 5')}`,
  )
  const withBatch = pipelines.map((one) => [
    one.tables.map((t) => t.targetTable),
    one.batch?.gbPerRun,
  ])
  expect(withBatch).toEqual([
    [['a', 'b'], 20],
    [['c'], 10],
    [['d'], undefined],
  ])
})

test('the file-wide batch is a pipeline of its own when no table carries it', () => {
  const [batch, ...rest] = pipelinesOf(
    'expected_data_per_sync_gb: 20\nsync_mode: Triggered\nsync_frequency: Per hour',
  )
  expect(rest).toEqual([])
  expect(batch).toMatchObject({ name: 'batch', policy: 'TRIGGERED', batch: { gbPerRun: 20 } })
})
