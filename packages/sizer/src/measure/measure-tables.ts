import { type Ask, type DescribedTable, describeTable } from './describe-table.js'
import { measureTable } from './measure-table.js'
import type { RunSql } from './run-sql.js'
import { sideBySide } from './side-by-side.js'
import type { FailedMeasurement, TableMeasurement, TableToMeasure } from './table-measurement.js'

export interface MeasureOptions {
  readonly signal?: AbortSignal
  /** Rows to sample of each table. Default 5,000: within 1 % of the size in our measurements. */
  readonly sampleRows?: number
  /** Tables measured at the same time. Default 8. */
  readonly atOnce?: number
  /**
   * Reads every table whole: counts views, and finds each null key, duplicate key and byte 0x00 where
   * a sample would only come across some. Default false.
   */
  readonly scan?: boolean
  /** Called once before the first scan, when it is known how much will be read. */
  readonly beforeScan?: (plan: ScanPlan) => void
  readonly onMeasured?: (measurement: TableMeasurement, done: number, total: number) => void
}

/** What a scan will read. */
export interface ScanPlan {
  readonly tables: number
  /** Compressed bytes of the files of all tables of which they are known. */
  readonly bytes: number
  /** Views and other tables whose files are not known. */
  readonly unknownTables: number
}

/**
 * Measures tables on a SQL warehouse. First the metadata of all; then for each a count and one sampled
 * query that brings lengths and never values, and with `scan` one query over the whole table. Tables
 * run side by side; one that is missing or forbidden keeps its error to itself. An abort ends all.
 *
 * @param runSql Runs a statement; a rejected promise is that table's error.
 * @throws the signal's reason when aborted
 */
export async function measureTables(
  tables: readonly TableToMeasure[],
  runSql: RunSql,
  options: MeasureOptions = {},
): Promise<readonly TableMeasurement[]> {
  const { signal, sampleRows = 5_000, atOnce = 8, scan = false, onMeasured } = options
  let done = 0
  const ask: Ask = (statement) => {
    signal?.throwIfAborted()
    return runSql(statement, signal ? { signal } : {})
  }
  const told = <Measurement extends TableMeasurement>(measurement: Measurement): Measurement => {
    onMeasured?.(measurement, ++done, tables.length)
    return measurement
  }
  const failed =
    ({ name }: TableToMeasure) =>
    (cause: unknown): FailedMeasurement => {
      signal?.throwIfAborted()
      return told({ table: name, error: asError(cause) })
    }

  const described = await sideBySide(tables, atOnce, async (table) =>
    describeTable(table, ask).catch(failed(table)),
  )
  if (scan) options.beforeScan?.(scanPlan(described.filter(isDescribed)))
  return sideBySide(described, atOnce, async (one) =>
    isDescribed(one)
      ? measureTable(one, ask, { sampleRows, scan }).then(told, failed(one.table))
      : one,
  )
}

function isDescribed(one: DescribedTable | FailedMeasurement): one is DescribedTable {
  return !('error' in one)
}

function scanPlan(tables: readonly DescribedTable[]): ScanPlan {
  const bytes = tables.flatMap(({ detail }) => detail.deltaBytes ?? [])
  return {
    tables: tables.length,
    bytes: bytes.reduce((sum, one) => sum + one, 0),
    unknownTables: tables.length - bytes.length,
  }
}

function asError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause))
}
