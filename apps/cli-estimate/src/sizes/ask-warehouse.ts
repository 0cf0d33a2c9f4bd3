import { byteSize, counted, interruptible, progressLine } from '@lakebase/cli-kit'
import type { SyncedTable } from '@lakebase/config'
import {
  type FailedMeasurement,
  type MeasuredTable,
  measureTables,
  StorageInputError,
  type TableMeasurement,
} from '@lakebase/sizer'
import type { Measuring } from './measuring.js'
import type { Warehouse } from './open-warehouse.js'

/**
 * Measures tables and hands each to `keep` as soon as it is there. Says whom it asks, shows progress, and
 * ends in order at Ctrl-C.
 *
 * @returns those that failed
 */
export async function askWarehouse(
  { workspace, contacted }: Warehouse,
  tables: readonly SyncedTable[],
  { wish, io }: Measuring,
  keep: (table: SyncedTable, measured: MeasuredTable) => void,
): Promise<readonly FailedMeasurement[]> {
  const say = (text: string) => {
    if (!wish.quiet) io.stderr(`${text}\n`)
  }
  say(`measuring ${counted(tables.length, 'table')} on ${contacted}`)
  const progress = progressLine(io, wish.quiet)
  const wanted = tables.map(({ name, primaryKeys, indexes, rows }) => ({
    name,
    primaryKeys,
    indexes: indexes.map(({ columns }) => columns),
    ...(rows !== undefined && { rows }),
  }))
  const failed: FailedMeasurement[] = []
  const take = (measurement: TableMeasurement) => {
    const table = tables.find(({ name }) => name === measurement.table)
    if ('error' in measurement || table === undefined) return
    try {
      keep(table, measurement)
    } catch (error) {
      // A table of which nothing can be stored has no size.
      if (!(error instanceof StorageInputError)) throw error
      failed.push({ table: table.name, error })
    }
  }
  const measurements = await interruptible(io, (signal) =>
    measureTables(
      wanted,
      async (statement, options) => (await workspace.runSql(statement, options)).rows,
      {
        signal,
        scan: wish.scan,
        beforeScan: ({ bytes, tables: all, unknownTables }) => {
          const more =
            unknownTables === 0 ? '' : `, and ${counted(unknownTables, 'view')} of unknown size`
          say(
            `scanning ${counted(all, 'table')}: ${byteSize(bytes)} of files are read whole${more}`,
          )
        },
        onMeasured: (measurement, done, total) => {
          take(measurement)
          progress.show(`measured ${done} of ${total}: ${measurement.table}`)
        },
      },
    ),
  ).finally(progress.clear)
  return [...measurements.flatMap((one) => ('error' in one ? [one] : [])), ...failed]
}
