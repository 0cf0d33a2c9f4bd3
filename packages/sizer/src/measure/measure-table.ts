import type { SampleCell, SampleRow } from '../storage/table-stats.js'
import type { Ask, DescribedTable } from './describe-table.js'
import { estimateDistinct } from './estimate-distinct.js'
import { keyColumns } from './key-columns.js'
import { MeasureError } from './measure-error.js'
import { quoteName } from './quote-name.js'
import { readCell, readCount } from './read-answer.js'
import type { SqlRow } from './run-sql.js'
import { samplePercent } from './sample-percent.js'
import { sampleQuery } from './sample-query.js'
import { scanQuery } from './scan-query.js'
import { problemsOfSample, problemsOfScan, shapeProblems } from './sync-problems.js'
import { isSupported, type SupportedColumn } from './table-columns.js'
import type { MeasuredTable } from './table-measurement.js'

export interface HowToMeasure {
  readonly sampleRows: number
  readonly scan: boolean
}

/** The rows, one sampled query, and the scan where it was asked for. */
export async function measureTable(
  described: DescribedTable,
  ask: Ask,
  { sampleRows, scan }: HowToMeasure,
): Promise<MeasuredTable> {
  const { table, columns, detail, isView } = described
  const supported = columns.filter(isSupported)
  const wanted = {
    table: table.name,
    columns: supported,
    primaryKey: keyColumns(columns, table.primaryKeys),
    indexes: (table.indexes ?? []).map((names) => keyColumns(columns, names)),
  }
  const scanned = scan ? await askForOne(scanQuery(wanted), ask) : undefined
  const rows = scanned ? readCount(scanned, 'rows', 'the scan') : await countRows(described, ask)
  // A sample of a view would compute all of it: without a scan its first rows have to do.
  const percent = isView && !scan ? 100 : samplePercent(rows, sampleRows, detail.deltaBytes ?? 0)
  const statement = sampleQuery({ ...wanted, percent, rows: sampleRows })
  const answer = await ask(statement)
  if (rows > 0 && answer.length === 0) {
    throw new MeasureError(
      'UNEXPECTED_ANSWER',
      `${table.name}: the sample of ${rows} rows is empty`,
    )
  }
  const isKey = (name: string) => wanted.primaryKey?.some((key) => key.name === name) ?? false
  return {
    table: table.name,
    rows,
    columns: supported.map(({ name, type }) => ({ name, type, nullable: !isKey(name) })),
    sample: answer.map((row) => sampleRow(row, supported, statement)),
    distinctKeys: wanted.indexes.map((key, index) => {
      if (!key) return undefined
      if (scanned) return readCount(scanned, `k${index}`, 'the scan')
      const sharing = answer.flatMap((row) => readCell(row, `k${index}`, statement) ?? [])
      const tableRows = Math.round((rows * sharing.length) / Math.max(1, answer.length))
      return estimateDistinct(sharing, tableRows)
    }),
    ...detail,
    problems: [
      ...shapeProblems(described),
      ...(scanned
        ? problemsOfScan(scanned)
        : problemsOfSample(answer, statement, answer.length >= rows)),
    ],
  }
}

async function countRows({ table, isView }: DescribedTable, ask: Ask): Promise<number> {
  if (!isView) {
    // Answered from the metadata of a Delta table.
    const statement = `SELECT count(*) AS rows FROM ${quoteName(table.name)}`
    return readCount(await askForOne(statement, ask), 'rows', statement)
  }
  if (table.rows !== undefined) return table.rows
  throw new MeasureError(
    'NEEDS_SCAN',
    `${table.name} is a view: counting its rows computes all of it. State its rows, or allow a scan`,
  )
}

async function askForOne(statement: string, ask: Ask): Promise<SqlRow> {
  const [row] = await ask(statement)
  if (row) return row
  throw new MeasureError(
    'UNEXPECTED_ANSWER',
    `${statement.slice(0, 80)}: expected a row, found none`,
  )
}

function sampleRow(row: SqlRow, columns: readonly SupportedColumn[], statement: string): SampleRow {
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
