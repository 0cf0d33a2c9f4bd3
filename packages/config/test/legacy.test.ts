import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseWorkload } from '../src/parse-workload.js'
import { findingsOf } from './findings-of.js'

function legacyFile(name: string): string {
  return readFileSync(new URL(`legacy/${name}`, import.meta.url), 'utf8')
}

test('the quickstart file of the old accelerator gives a workload, and a note for each key translated', () => {
  const text = legacyFile('quickstart.yml')
  expect(findingsOf(text)).toEqual([
    '7:31 note LB033 readable_secondary_size_cu: 2 CU of 16 GB are read as 16 CU of 2 GB, the same memory',
    "8:25 note LB008 promotion_percentage is read as a discount of 50 % on compute in place of the public promotion's",
    '8:25 warn LB032 promotion_percentage has no end date; the public promotion ends on 2027-01-31',
    '13:25 note LB008 restore_windows_days is read as restore_window_days: 7',
    '17:30 note LB008 expected_data_per_sync_gb is read as one sync of the whole file: 20 GB by SNAPSHOT, Per day',
    '18:14 note LB008 sync_mode is read as SNAPSHOT, the scheduling_policy of tables that have none',
    '19:19 note LB008 sync_frequency is read as the schedule "Per day" of tables that have none',
  ])
  const { workload } = parseWorkload(text, { file: 'dir/quickstart.yml' })
  expect(workload).toMatchObject({
    name: 'quickstart',
    target: { product: 'autoscaling' },
    load: { bulkWritesPerSecond: 5000, continuousWritesPerSecond: 2000, readsPerSecond: 8000 },
    compute: { readReplicas: [{ count: 2, minCu: 16, maxCu: 16, legacyCu: 2 }] },
    storage: { dataStoredGb: 250, deletedDailyGb: 5, restoreWindowDays: 7 },
    discounts: [{ percentage: 50, appliesTo: ['compute'], promotion: true }],
    legacy: {
      number_of_readable_secondaries: 2,
      readable_secondary_size_cu: 2,
      promotion_percentage: 50,
      restore_windows_days: 7,
      sync_mode: 'SNAPSHOT',
      sync_frequency: 'Per day',
    },
  })
  expect(workload?.sync.tables).toHaveLength(10)
  expect(workload?.sync.tables[0]).toMatchObject({
    primaryKeys: ['ss_item_sk', 'ss_ticket_number'],
    schedule: { intervalSeconds: 86_400 },
    targetSchema: 'tpcds_sf1',
    targetTable: 'store_sales',
    at: ['delta_synchronization', 'tables_to_sync', 0],
  })
})

test('a template of zeros loads with a warning that it is empty', () => {
  const text = legacyFile('empty-template.yml')
  expect(findingsOf(text)).toEqual([
    '2:1 warn LB009 the workload is empty: no load, no data, no tables',
    "8:25 note LB008 promotion_percentage is read as a discount of 0 % on compute in place of the public promotion's",
    '13:25 note LB008 restore_windows_days is read as not said: the product keeps 7 days',
    '18:14 note LB008 sync_mode is read as the scheduling_policy SNAPSHOT',
    '19:19 note LB008 sync_frequency is read as the schedule "Per week" of tables that have none',
  ])
  const { workload } = parseWorkload(text, { file: 'empty.yml' })
  expect(workload?.storage.restoreWindowDays).toBeUndefined()
  expect(workload?.sync.batch).toBeUndefined()
})

test('a sizing file without tables and without a last line end keeps what the old estimator needs, in its own names', () => {
  const text = legacyFile('sizing.yml').trimEnd()
  expect(findingsOf(text)).toContain(
    '11:25 warn LB033 restore_windows_days: 35 is read as 30, for the product keeps 2 to 30 days',
  )
  const { workload } = parseWorkload(text, { file: 'sizing.yml' })
  expect(workload?.storage.restoreWindowDays).toBe(30)
  expect(workload?.sync.batch).toMatchObject({ gbPerRun: 64.5, policy: 'TRIGGERED' })
  expect(workload?.legacy).toEqual({
    bulk_writes_per_second: 15_000,
    continuous_writes_per_second: 1200,
    reads_per_second: 10_000,
    number_of_readable_secondaries: 1,
    readable_secondary_size_cu: 8,
    promotion_percentage: 25,
    data_stored_gb: 2048,
    estimated_data_deleted_daily_gb: 0,
    restore_windows_days: 35,
    number_of_continuous_pipelines: 0,
    expected_data_per_sync_gb: 64.5,
    sync_mode: 'TRIGGERED',
    sync_frequency: 'Per hour',
  })
})

test('a file with only one of the old keys fills the others with the old defaults', () => {
  const { workload } = parseWorkload('database_storage: { data_stored_gb: 1 }', { file: 'w.yml' })
  expect(workload?.legacy).toMatchObject({
    readable_secondary_size_cu: 1,
    sync_mode: 'SNAPSHOT',
    sync_frequency: 'Per day',
  })
})

test('a file with none of the old keys has no legacy part', () => {
  const { workload } = parseWorkload('compute: { min_cu: 1, max_cu: 2 }', { file: 'w.yml' })
  expect(workload).toBeDefined()
  expect(workload?.legacy).toBeUndefined()
})

test.each(['snapshot', 'Snapshot', 'SNAPSHOT', 'sNaPsHoT'])('sync_mode %s is SNAPSHOT', (mode) => {
  const text = `delta_synchronization: { expected_data_per_sync_gb: 1, sync_mode: ${mode} }`
  expect(parseWorkload(text, { file: 'w.yml' }).workload?.sync.batch?.policy).toBe('SNAPSHOT')
})

test('one thing said by two keys is an error', () => {
  expect(
    findingsOf('database_instance: { promotion_percentage: 5 }\npromotion_percentage: 5\n'),
  ).toContain(
    '1:44 error LB002 database_instance.promotion_percentage says again what promotion_percentage says',
  )
})
