import * as v from 'valibot'
import { amount, anyCase, count, durationSeconds, oneOrMore, schedule, text } from './scalars.js'
import { tableParts } from './table-parts.js'

const POLICIES = ['SNAPSHOT', 'TRIGGERED', 'CONTINUOUS'] as const
/** A continuous sync has no batches; its pipelines are counted in number_of_continuous_pipelines. */
const BATCH_POLICIES = ['SNAPSHOT', 'TRIGGERED'] as const
const THREE_PARTS = /^[^.\s]+\.[^.\s]+\.[^.\s]+$/

const PRIVILEGES = [
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'TRUNCATE',
  'REFERENCES',
  'TRIGGER',
] as const

const grant = v.strictObject({
  privileges: v.pipe(oneOrMore(anyCase(PRIVILEGES)), v.minLength(1, 'is empty')),
  to: v.pipe(text, v.description('Role in Postgres.'), v.examples(['app_reader'])),
})

const syncedTable = v.pipe(
  v.strictObject({
    name: v.pipe(
      v.string(),
      v.regex(THREE_PARTS, 'must have three parts, catalog.schema.table'),
      v.examples(['main.shop.orders']),
    ),
    scheduling_policy: v.exactOptional(anyCase(POLICIES)),
    schedule: v.exactOptional(schedule),
    pipeline: v.exactOptional(
      v.pipe(text, v.description('Tables with the same name here share one pipeline.')),
    ),
    source: v.exactOptional(v.picklist(['table', 'view', 'materialized_view'])),
    change_data_feed: v.exactOptional(
      v.pipe(v.boolean(), v.description('Whether delta.enableChangeDataFeed is on.')),
    ),
    rows_per_run: v.exactOptional(count),
    gb_per_run: v.exactOptional(amount),
    rows_changed_per_run: v.exactOptional(
      v.pipe(count, v.description('Rows inserted, updated or deleted between two runs.')),
    ),
    deadline: v.exactOptional(
      v.pipe(durationSeconds, v.description('Time in which a run must end.')),
    ),
    timeseries_key: v.exactOptional(text),
    target_schema: v.exactOptional(text),
    target_table: v.exactOptional(text),
    grants: v.nullish(
      v.pipe(v.array(grant), v.description('Who may do what with the table in Postgres.')),
    ),
    owner: v.exactOptional(
      v.pipe(text, v.description('Role that shall own the table in Postgres.')),
    ),
    nul_bytes_checked: v.exactOptional(
      v.pipe(v.boolean(), v.description('Whether texts were checked for 0x00 bytes.')),
    ),
    ...tableParts,
  }),
  v.description('A lakehouse table that is synced into Postgres.'),
)

export const syncSection = v.pipe(
  v.strictObject({
    number_of_continuous_pipelines: v.exactOptional(
      v.pipe(count, v.description('Continuous pipelines those of the tables listed included.')),
    ),
    expected_data_per_sync_gb: v.exactOptional(
      v.pipe(amount, v.description('Legacy, for the whole file. Write gb_per_run for each table.')),
    ),
    sync_mode: v.exactOptional(
      v.pipe(anyCase(BATCH_POLICIES), v.description('Legacy. Write scheduling_policy instead.')),
    ),
    sync_frequency: v.exactOptional(
      v.pipe(schedule, v.description('Schedule of tables that have none of their own.')),
    ),
    tables_per_pipeline: v.exactOptional(
      v.pipe(
        v.number(),
        v.integer(),
        v.minValue(1),
        v.description(
          'How many tables without a pipeline of their own share one. 10 when missing.',
        ),
      ),
    ),
    tables_to_sync: v.nullish(v.array(syncedTable)),
  }),
  v.description('Synced tables.'),
)
