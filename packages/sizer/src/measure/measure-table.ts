import type { SampleCell, SampleRow } from '../storage/table-stats.js'
import { quoteName } from './quote-name.js'
import { readCell, readCount, readMap, readText } from './read-answer.js'
import type { RunSql, SqlRow } from './run-sql.js'
import { type SampleQuery, sampleQuery } from './sample-query.js'
import {
  type DescribedColumn,
  isSupported,
  type SupportedColumn,
  tableColumns,
} from './table-columns.js'
import type { MeasuredTable, SyncProblem, TableToMeasure } from './table-measurement.js'

/** Metadata first, then the count, then one sampled query. */
export async function measureTable(
  { name, primaryKeys }: TableToMeasure,
  ask: (statement: string) => ReturnType<RunSql>,
  sampleRows: number,
): Promise<MeasuredTable> {
  const columns = tableColumns(await ask(`DESCRIBE TABLE ${quoteName(name)}`))
  const detail = await describeDetail(name, ask)
  const count = `SELECT count(*) AS rows FROM ${quoteName(name)}`
  const rows = readCount((await ask(count))[0], 'rows', count)
  const keys = primaryKeys.filter((key) => hasColumn(columns, key))
  const supported = columns.filter(isSupported)
  const query = sampleQuery(name, supported, keys, rows, sampleRows)
  const answer = await ask(query.statement)
  return {
    table: name,
    rows,
    columns: supported.map(({ name: column, type }) => ({
      name: column,
      type,
      nullable: !keys.includes(column),
    })),
    sample: answer.map((row) => sampleRow(row, query)),
    ...detail,
    problems: [...shapeProblems(columns, primaryKeys), ...rowProblems(answer, query)],
  }
}

/** Views have no files, and say so with an error: then there is nothing to know of them here. */
async function describeDetail(name: string, ask: (statement: string) => ReturnType<RunSql>) {
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

function sampleRow(row: SqlRow, { columns, statement }: SampleQuery): SampleRow {
  return Object.fromEntries(
    columns.map((column, index) => [
      column.name,
      sampleCell(column, readCell(row, `c${index}`, statement)),
    ]),
  )
}

function sampleCell({ stored }: SupportedColumn, measure: number | null): SampleCell {
  if (measure === null) return null
  switch (stored.kind) {
    case 'fixed':
      return { kind: 'fixed' }
    case 'numeric':
      return { kind: 'numeric', digits: measure }
    case 'bytes':
      return { kind: 'bytes', length: measure }
    case 'jsonb':
      return { kind: 'jsonb', length: Math.round(measure) }
  }
}

function shapeProblems(
  columns: readonly DescribedColumn[],
  primaryKeys: readonly string[],
): readonly SyncProblem[] {
  return [
    ...columns
      .filter((column) => !isSupported(column))
      .map(({ name: column, type }): SyncProblem => ({ kind: 'unsupported type', column, type })),
    ...primaryKeys
      .filter((key) => !hasColumn(columns, key))
      .map((column): SyncProblem => ({ kind: 'missing key column', column })),
  ]
}

function rowProblems(rows: readonly SqlRow[], { statement }: SampleQuery): readonly SyncProblem[] {
  const flagged = (column: string) =>
    rows.filter((row) => readCount(row, column, statement) > 0).length
  const [nullKeys, nulBytes] = [flagged('null_key'), flagged('nul_byte')]
  return [
    ...(nullKeys > 0 ? [{ kind: 'null keys', rows: nullKeys } as const] : []),
    ...(nulBytes > 0 ? [{ kind: '0x00 bytes', rows: nulBytes } as const] : []),
  ]
}

function hasColumn(columns: readonly DescribedColumn[], name: string): boolean {
  return columns.some((column) => column.name.toLowerCase() === name.toLowerCase())
}
