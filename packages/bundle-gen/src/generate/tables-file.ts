import { plainSourceName } from '../names/source-name.js'
import type { BundleSpec, PipelineSpec, TableSpec } from '../spec/bundle-spec.js'
import { block, type Entry, entry } from '../yaml/block.js'
import { type BundleFile, generatedFrom } from './bundle-file.js'
import { FILES, KEYS } from './keys.js'
import { POSTGRES_DATABASE, PRODUCTION } from './project-file.js'
import { ref, resource, resourcesBlock } from './resource.js'
import { newPipelineSpec } from './storage-schemas.js'
import { type KeyedPipeline, type KeyedTable, targetName } from './table-keys.js'

/** Type of the synced tables of a product. */
export const TABLE_TYPES = {
  autoscaling: 'postgres_synced_tables',
  'provisioned-legacy': 'synced_database_tables',
} as const

/** One synced table for each source, tables of a pipeline one after the other. */
export function tablesFile(spec: BundleSpec, pipelines: readonly KeyedPipeline[]): BundleFile {
  const { product } = spec.database
  const entries = pipelines.flatMap(({ pipeline, tables }) =>
    tables.map((table, index) => {
      const before = tables[index - 1]
      const notes = {
        apart: true,
        ...(index === 0 && { above: pipelineComment(pipeline) }),
      }
      return product === 'autoscaling'
        ? autoscalingTable(table, pipeline, before, notes)
        : provisionedTable(table, pipeline, notes)
    }),
  )
  return {
    path: FILES.tables,
    head: `${generatedFrom(spec.origin)}\n\n${headComment(product)}`,
    block: resourcesBlock([entry(TABLE_TYPES[product], block(...entries))]),
  }
}

type Notes = { readonly above?: string; readonly apart: boolean }

function autoscalingTable(
  { key, table }: KeyedTable,
  { policy }: PipelineSpec,
  before: KeyedTable | undefined,
  notes: Notes,
): Entry {
  const catalog = ref('postgres_catalogs', KEYS.catalog, 'catalog_id')
  return resource(
    key,
    [
      entry('synced_table_id', `${catalog}.${targetName(table)}`),
      ...sourceEntries(table, policy),
      entry('branch', PRODUCTION),
      entry('postgres_database', POSTGRES_DATABASE),
      entry('create_database_objects_if_missing', true),
      pipelineEntry(before),
    ],
    notes,
  )
}

function provisionedTable(
  { key, table }: KeyedTable,
  { policy }: PipelineSpec,
  notes: Notes,
): Entry {
  const of = (field: string) => ref('database_catalogs', KEYS.catalog, field)
  return resource(
    key,
    [
      entry('name', `${of('name')}.${targetName(table)}`),
      entry('database_instance_name', of('database_instance_name')),
      entry('logical_database_name', of('database_name')),
      entry(
        'spec',
        block(
          ...sourceEntries(table, policy),
          entry('create_database_objects_if_missing', true),
          newPipelineSpec(),
        ),
      ),
    ],
    notes,
  )
}

function sourceEntries(table: TableSpec, policy: PipelineSpec['policy']): readonly Entry[] {
  return [
    entry('source_table_full_name', plainSourceName(table.source)),
    entry('primary_key_columns', table.primaryKeys),
    ...(table.timeseriesKey === undefined ? [] : [entry('timeseries_key', table.timeseriesKey)]),
    entry('scheduling_policy', policy),
  ]
}

/** The first table makes the pipeline, each other one joins through the table before it. */
function pipelineEntry(before: KeyedTable | undefined): Entry {
  if (before === undefined) return newPipelineSpec()
  return entry('existing_pipeline_id', pipelineId('autoscaling', before.key))
}

/** The id of the pipeline that a table is in; known once the table exists. */
export function pipelineId(product: keyof typeof TABLE_TYPES, key: string): string {
  const field =
    product === 'autoscaling' ? 'status.pipeline_id' : 'data_synchronization_status.pipeline_id'
  return ref(TABLE_TYPES[product], key, field)
}

function pipelineComment({ name, policy, schedule }: PipelineSpec): string {
  const when =
    schedule === undefined
      ? ''
      : 'cron' in schedule
        ? `, ${schedule.cron} (UTC)`
        : `, every ${timeWords(schedule.everySeconds)}`
  return `Pipeline ${name}: ${policy}${when}`.replace(/\p{Cc}/gu, ' ')
}

function timeWords(seconds: number): string {
  const unit = UNITS.find(({ length }) => seconds % length === 0)
  return unit === undefined ? `${seconds} s` : `${seconds / unit.length} ${unit.name}`
}

const UNITS = [
  { length: 86_400, name: 'd' },
  { length: 3600, name: 'h' },
  { length: 60, name: 'min' },
] as const

function headComment(product: keyof typeof TABLE_TYPES): string {
  return `${product === 'autoscaling' ? SHARED_PIPELINES : OWN_PIPELINES}

TRIGGERED and CONTINUOUS need delta.enableChangeDataFeed = true on the source table. Rows with NULL
in a key column are left out. Any change here deletes the synced table and makes it anew, without
asking; the table in Postgres stays and must be dropped by hand before.`
}

const SHARED_PIPELINES = `A pipeline is billed while it runs, whatever number of tables it carries, so tables with one policy and
one schedule share it: the first makes the pipeline, each other one joins through the table before it,
so that they join one after the other. With one for each table, each of them would be billed. The id of
a pipeline exists once its first table does; if a first deploy stops there, deploy again.`

const OWN_PIPELINES =
  'Each table has a pipeline of its own, and each of them is billed while it runs.'
