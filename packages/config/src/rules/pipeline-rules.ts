import limits from '../data/product-limits.json' with { type: 'json' }
import type { SyncedTable } from '../workload.js'
import { at, atKey, type Rule } from './rule.js'

/** LB029: pipelines are paid by the hour, and about ten tables share one as well as one table has it. */
export const sharedPipelines: Rule = ({ sync }, source) => {
  const each = limits.tablesPerPipeline.value
  const groups = bySchedule(sync.tables)
  const used = groups.reduce((sum, tables) => sum + pipelines(tables, sync.tablesPerPipeline), 0)
  const enough = groups.reduce((sum, tables) => sum + Math.ceil(tables.length / each), 0)
  if (used <= enough) return []
  const message = `${used} pipelines for ${sync.tables.length} synced tables, where ${enough} would do`
  const hint = `Give tables of the same policy and schedule the same pipeline: about ${each} share one.`
  const path = ['delta_synchronization', 'tables_to_sync']
  return [atKey(source, path, { ruleId: 'LB029', level: 'warn', message, hint })]
}

/** LB029: a pipeline runs all of its tables at once, by one policy. */
export const onePolicyPerPipeline: Rule = ({ sync }, source) =>
  sync.tables.flatMap((table) => {
    const first = sync.tables.find(({ pipeline }) => pipeline === table.pipeline)
    if (table.pipeline === undefined || first === undefined || sameRuns(first, table)) return []
    const message = `pipeline "${table.pipeline}" cannot run ${table.name} by ${runs(table)}: ${first.name} has it run by ${runs(first)}`
    const hint = 'Give tables of different policy or schedule different pipelines.'
    return [
      at(source, [...table.at, 'pipeline'], { ruleId: 'LB029', level: 'error', message, hint }),
    ]
  })

function sameRuns(a: SyncedTable, b: SyncedTable): boolean {
  return runs(a) === runs(b)
}

function runs({ policy, schedule }: SyncedTable): string {
  return schedule === undefined ? policy : `${policy} ${schedule.text}`
}

/** Only tables that run at the same times can share a pipeline. */
function bySchedule(tables: readonly SyncedTable[]): readonly (readonly SyncedTable[])[] {
  const groups = new Map<string, SyncedTable[]>()
  for (const table of tables) {
    const key = `${table.policy} ${table.schedule?.text ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), table])
  }
  return [...groups.values()]
}

function pipelines(tables: readonly SyncedTable[], tablesPerPipeline: number): number {
  const names = new Set(tables.flatMap(({ pipeline }) => pipeline ?? []))
  const unnamed = tables.filter(({ pipeline }) => pipeline === undefined)
  return names.size + Math.ceil(unnamed.length / tablesPerPipeline)
}
