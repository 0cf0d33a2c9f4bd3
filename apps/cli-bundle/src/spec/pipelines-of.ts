import type { PipelineSpec, ScheduleSpec, TableSpec } from '@lakebase/bundle-gen'
import { type Schedule, type SyncedTable, syncPipelines, type Workload } from '@lakebase/config'

/** The pipelines that carry tables: batches and bare numbers of the old files have none. */
export function pipelinesOf({ sync }: Workload): readonly PipelineSpec[] {
  return syncPipelines(sync)
    .filter(({ tables }) => tables.length > 0)
    .map(({ name, policy, schedule, tables }) => ({
      name,
      policy,
      ...(schedule && policy !== 'CONTINUOUS' && { schedule: scheduleOf(schedule) }),
      tables: tables.map(tableOf),
    }))
}

/** A cron line has fields of digits and signs; "Per day" and "PT1H" are intervals. */
function scheduleOf({ text, intervalSeconds }: Schedule): ScheduleSpec {
  const line = text.trim().replace(/^cron\s+"?|"$/g, '')
  return /^[\d*?/,-]+(\s+[\dA-Za-z*?/,#-]+){4,6}$/.test(line)
    ? { cron: line }
    : { everySeconds: intervalSeconds }
}

function tableOf(table: SyncedTable): TableSpec {
  const { timeseriesKey, changeDataFeed, owner } = table
  return {
    source: table.name,
    targetSchema: table.targetSchema,
    targetTable: table.targetTable,
    primaryKeys: table.primaryKeys,
    ...(timeseriesKey !== undefined && { timeseriesKey }),
    ...(changeDataFeed !== undefined && { changeDataFeed }),
    indexes: table.indexes,
    grants: table.grants,
    ...(owner !== undefined && { owner }),
  }
}
