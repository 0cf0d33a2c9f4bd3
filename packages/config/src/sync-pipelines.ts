import type { BatchSync, Schedule, SchedulingPolicy, Sync, SyncedTable } from './workload.js'

/** Tables that one sync pipeline serves. */
export interface SyncPipeline {
  /** `pipeline:` of its tables, else made from policy and number: `snapshot-1`. */
  readonly name: string
  readonly policy: SchedulingPolicy
  /** Undefined for CONTINUOUS, and for tables whose schedule the file does not give. */
  readonly schedule?: Schedule
  readonly tables: readonly SyncedTable[]
  /** The file-wide batch, for the pipeline that carries it. */
  readonly batch?: BatchSync
}

/**
 * Which tables share which pipeline. Tables that name a pipeline share it; the others are put together
 * by policy and schedule, `tables_per_pipeline` at a time. `number_of_continuous_pipelines` counts
 * all continuous pipelines, those of the tables included. The file-wide batch is what the tables
 * without a volume of their own carry.
 */
export function syncPipelines(sync: Sync): readonly SyncPipeline[] {
  const named = group(
    sync.tables.filter((table) => table.pipeline !== undefined),
    (table) => [table.pipeline, table.policy, table.schedule?.text].join(' '),
  ).map((tables) => pipelineOf(tables[0]?.pipeline ?? '', tables))
  const shared = group(
    sync.tables.filter((table) => table.pipeline === undefined),
    (table) => [table.policy, table.schedule?.text, hasVolume(table)].join(' '),
  ).flatMap((tables) => chunks(tables, sync.tablesPerPipeline))
  const pipelines = [
    ...named,
    ...shared.map((tables, index) =>
      pipelineOf(`${tables[0]?.policy.toLowerCase() ?? ''}-${index + 1}`, tables),
    ),
  ]
  const continuous = pipelines.filter((pipeline) => pipeline.policy === 'CONTINUOUS').length
  const extra = Array.from(
    { length: Math.max(0, sync.continuousPipelines - continuous) },
    (_, index): SyncPipeline => ({
      name: `continuous-${continuous + index + 1}`,
      policy: 'CONTINUOUS',
      tables: [],
    }),
  )
  return namedApart([...withBatch(pipelines, sync.batch), ...extra])
}

/** A name of the file may be one that is made here, and tables that cannot share a pipeline may name the same. */
function namedApart(pipelines: readonly SyncPipeline[]): readonly SyncPipeline[] {
  const taken = new Set<string>()
  return pipelines.map((pipeline) => {
    let name = pipeline.name
    for (let copy = 2; taken.has(name); copy += 1) name = `${pipeline.name}-${copy}`
    taken.add(name)
    return { ...pipeline, name }
  })
}

/** True when the file says how much the table moves in a run. */
function hasVolume(table: SyncedTable): boolean {
  const perRun = table.rowsPerRun ?? table.gbPerRun ?? table.rowsChangedPerRun
  if (perRun !== undefined || table.policy === 'CONTINUOUS') return true
  return table.policy === 'SNAPSHOT' && (table.rows ?? table.sizeGb) !== undefined
}

function pipelineOf(name: string, tables: readonly SyncedTable[]): SyncPipeline {
  const first = tables[0]
  const schedule = first?.schedule
  return { name, policy: first?.policy ?? 'SNAPSHOT', ...(schedule && { schedule }), tables }
}

/** The batch goes to the scheduled pipelines whose tables give no volume, shared out by their number of tables. */
function withBatch(
  pipelines: readonly SyncPipeline[],
  batch: BatchSync | undefined,
): readonly SyncPipeline[] {
  if (batch === undefined) return pipelines
  const open = pipelines.filter(
    ({ policy, tables }) => policy !== 'CONTINUOUS' && !tables.some(hasVolume),
  )
  const total = open.reduce((sum, pipeline) => sum + pipeline.tables.length, 0)
  if (total === 0) {
    const { policy, schedule } = batch
    return [...pipelines, { name: 'batch', policy, schedule, tables: [], batch }]
  }
  return pipelines.map((pipeline) =>
    open.includes(pipeline)
      ? {
          ...pipeline,
          schedule: pipeline.schedule ?? batch.schedule,
          batch: { ...batch, gbPerRun: (batch.gbPerRun * pipeline.tables.length) / total },
        }
      : pipeline,
  )
}

function group<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const found = groups.get(key(item))
    if (found) found.push(item)
    else groups.set(key(item), [item])
  }
  return [...groups.values()]
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)]
}
