import limits from '../data/product-limits.json' with { type: 'json' }
import type { WorkloadFile } from '../schema/workload-schema.js'
import type { BatchSync, Schedule, Sync, SyncedTable } from '../workload.js'
import { defined } from './defined.js'
import { readTableParts } from './read-tables.js'

type SyncFile = NonNullable<WorkloadFile['delta_synchronization']>
type SyncedTableFile = NonNullable<SyncFile['tables_to_sync']>[number]

/** The old accelerator's frequency for a file that gives none. */
const DAILY: Schedule = { text: 'Per day', intervalSeconds: 86_400, runsPerMonth: 730 / 24 }

/** `delta_synchronization:` */
export function readSync(section: WorkloadFile['delta_synchronization']): Sync {
  const file: SyncFile = section ?? {}
  return defined({
    continuousPipelines: file.number_of_continuous_pipelines ?? 0,
    batch: readBatch(file),
    tablesPerPipeline: file.tables_per_pipeline ?? limits.tablesPerPipeline.value,
    tables: (file.tables_to_sync ?? []).map((table, index) => readTable(table, index, file)),
  })
}

function readBatch(file: SyncFile): BatchSync | undefined {
  const gbPerRun = file.expected_data_per_sync_gb ?? 0
  if (gbPerRun === 0) return undefined
  return { gbPerRun, policy: file.sync_mode ?? 'SNAPSHOT', schedule: file.sync_frequency ?? DAILY }
}

function readTable(table: SyncedTableFile, index: number, file: SyncFile): SyncedTable {
  const policy = table.scheduling_policy ?? file.sync_mode ?? 'SNAPSHOT'
  const [, schema = '', name = ''] = table.name.replaceAll('`', '').split('.')
  return defined({
    name: table.name,
    policy,
    schedule: policy === 'CONTINUOUS' ? undefined : (table.schedule ?? file.sync_frequency),
    pipeline: table.pipeline,
    source: table.source ?? 'table',
    changeDataFeed: table.change_data_feed,
    rowsPerRun: table.rows_per_run,
    gbPerRun: table.gb_per_run,
    rowsChangedPerRun: table.rows_changed_per_run,
    deadlineSeconds: table.deadline,
    timeseriesKey: table.timeseries_key,
    targetSchema: table.target_schema ?? schema,
    targetTable: table.target_table ?? name,
    ...readTableParts(table),
    grants: table.grants ?? [],
    owner: table.owner,
    at: ['delta_synchronization', 'tables_to_sync', index],
  })
}
