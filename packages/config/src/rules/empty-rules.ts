import { atKey, type Rule } from './rule.js'

/** LB009: nothing in the file makes work, as in a template that nobody has filled in. */
export const emptyWorkload: Rule = ({ load, storage, sync, tables, queries, compute }, source) => {
  const sum =
    load.bulkWritesPerSecond +
    load.continuousWritesPerSecond +
    load.readsPerSecond +
    (load.connections ?? 0) +
    storage.dataStoredGb +
    sync.continuousPipelines +
    sync.tables.length +
    tables.length +
    queries.length +
    (sync.batch ? 1 : 0) +
    (compute.minCu ?? compute.maxCu ?? 0)
  if (sum > 0) return []
  const message = 'the workload is empty: no load, no data, no tables'
  const hint = 'Fill in database_instance and database_storage, or list tables_to_sync.'
  return [atKey(source, [], { ruleId: 'LB009', level: 'warn', message, hint })]
}
