import { quoteName } from './quote-name.js'
import { readCount, readMap, readText } from './read-answer.js'
import type { RunSql, SqlRow } from './run-sql.js'
import { type DescribedColumn, tableColumns } from './table-columns.js'
import type { MeasuredTable, TableToMeasure } from './table-measurement.js'

export type Ask = (statement: string) => ReturnType<RunSql>

/** What the catalog says of a table, without reading a row of it. */
export interface DescribedTable {
  readonly table: TableToMeasure
  readonly columns: readonly DescribedColumn[]
  readonly isView: boolean
  readonly detail: Pick<MeasuredTable, 'lastModified' | 'deltaBytes' | 'changeDataFeed'>
}

export async function describeTable(table: TableToMeasure, ask: Ask): Promise<DescribedTable> {
  const described = await ask(`DESCRIBE TABLE EXTENDED ${quoteName(table.name)}`)
  const isView = typeOf(described) === 'VIEW'
  return {
    table,
    columns: tableColumns(described),
    isView,
    detail: isView ? {} : await describeDetail(table.name, ask),
  }
}

/** MANAGED, EXTERNAL, VIEW, MATERIALIZED_VIEW, ...: a line of the section after the columns. */
function typeOf(rows: readonly SqlRow[]): string | undefined {
  const section = rows.findIndex((row) => readText(row, 'col_name')?.startsWith('# Detailed'))
  if (section === -1) return undefined
  const line = rows.slice(section).find((row) => readText(row, 'col_name') === 'Type')
  return readText(line, 'data_type')?.toUpperCase()
}

/** Only Delta tables have details; what is none says so with an error: then nothing is known of it here. */
async function describeDetail(name: string, ask: Ask): Promise<DescribedTable['detail']> {
  const [row] = await ask(`DESCRIBE DETAIL ${quoteName(name)}`).catch(noDetail)
  if (!row) return {}
  const lastModified = readText(row, 'lastModified')
  const feed = readMap(row, 'properties')['delta.enableChangeDataFeed']
  return {
    ...(lastModified !== undefined && { lastModified }),
    ...(row.sizeInBytes !== null &&
      row.sizeInBytes !== undefined && {
        deltaBytes: readCount(row, 'sizeInBytes', 'DESCRIBE DETAIL'),
      }),
    ...(readText(row, 'format') === 'delta' && {
      changeDataFeed: feed === 'true' || feed === true,
    }),
  }
}

function noDetail(error: unknown): readonly SqlRow[] {
  const message = error instanceof Error ? error.message : String(error)
  if (/\bview\b|EXPECT_TABLE_NOT_VIEW|NOT_A_DELTA_TABLE|DELTA_ONLY|UNSUPPORTED/i.test(message))
    return []
  throw error
}
