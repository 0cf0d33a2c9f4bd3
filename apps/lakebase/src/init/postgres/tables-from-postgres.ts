import { byteSize, decimal } from '@lakebase/cli-kit'
import type { RunSql } from '@lakebase/loadtest/advise'
import * as v from 'valibot'
import type { DraftColumn, DraftTable } from '../draft.js'
import { COLUMNS_SQL, INDEXES_SQL, PARTITIONS_SQL, TABLES_SQL } from './tables-sql.js'

const Tables = v.array(
  v.object({
    schema: v.string(),
    name: v.string(),
    rows: v.number(),
    bytes: v.number(),
    index_bytes: v.number(),
    indexes: v.number(),
    is_partitioned: v.boolean(),
  }),
)
const Partitions = v.array(
  v.object({
    schema: v.string(),
    name: v.string(),
    rows: v.number(),
    is_unknown: v.boolean(),
    bytes: v.number(),
  }),
)
const Columns = v.array(
  v.object({
    schema: v.string(),
    table: v.string(),
    name: v.string(),
    type: v.string(),
    nullable: v.boolean(),
    average_bytes: v.nullable(v.number()),
    null_fraction: v.nullable(v.number()),
    distinct: v.nullable(v.number()),
  }),
)
const Indexes = v.array(
  v.object({
    schema: v.string(),
    table: v.string(),
    is_primary: v.boolean(),
    is_unique: v.boolean(),
    is_partial: v.boolean(),
    method: v.string(),
    has_expression: v.boolean(),
    columns: v.array(v.string()),
  }),
)

type Row = v.InferOutput<typeof Tables>[number]
type ColumnRow = v.InferOutput<typeof Columns>[number]
type IndexRow = v.InferOutput<typeof Indexes>[number]

/** Every table with columns, key, indexes, rows and bytes, as the catalog of the database knows them. */
export async function tablesFromPostgres(runSql: RunSql): Promise<readonly DraftTable[]> {
  const tables = v.parse(Tables, await runSql(TABLES_SQL))
  const partitions = v.parse(Partitions, await runSql(PARTITIONS_SQL))
  const columns = v.parse(Columns, await runSql(COLUMNS_SQL))
  const indexes = v.parse(Indexes, await runSql(INDEXES_SQL))
  return tables.map((table) => {
    const isOfTable = (one: { readonly schema: string; readonly table: string }) =>
      one.schema === table.schema && one.table === table.name
    const parts = partitions.find(
      ({ schema, name }) => schema === table.schema && name === table.name,
    )
    const whole =
      parts === undefined ? table : { ...table, ...parts, rows: parts.is_unknown ? -1 : parts.rows }
    return draftTable(whole, columns.filter(isOfTable), indexes.filter(isOfTable))
  })
}

function draftTable(
  { schema, name, rows, bytes, index_bytes, indexes: count, is_partitioned }: Row,
  columns: readonly ColumnRow[],
  indexes: readonly IndexRow[],
): DraftTable {
  const plain = indexes.filter((index) => !index.is_primary && isPlain(index))
  const left = indexes.filter((index) => !index.is_primary && !isPlain(index))
  return {
    name: `${schema}.${name}`,
    // Before its first ANALYZE a table has -1.
    ...(rows >= 0 && { rows: Math.round(rows) }),
    sizeGb: Number((bytes / 1e9).toPrecision(4)),
    columns: columns.map((column) => draftColumn(column, rows)),
    primaryKeys: names(indexes.find(({ is_primary }) => is_primary)),
    indexes: plain.map((index) => ({
      columns: names(index),
      ...(index.is_unique && { unique: true as const }),
    })),
    notes: [
      ...(rows < 0 ? ['rows are not known: ANALYZE counts them'] : []),
      ...(is_partitioned ? ['partitioned; rows and size are those of all parts'] : []),
      ...(is_partitioned ? [] : [`${indexCount(count)}, ${byteSize(index_bytes)} of the size`]),
      ...(left.length === 0
        ? []
        : [
            `${indexCount(left.length)} of expressions, conditions or another kind than btree left out below`,
          ]),
    ],
  }
}

function isPlain({ has_expression, is_partial, method }: IndexRow): boolean {
  return method === 'btree' && !is_partial && !has_expression
}

function names(index: IndexRow | undefined): readonly string[] {
  return index?.columns ?? []
}

function draftColumn(
  { name, type, nullable, average_bytes, null_fraction, distinct }: ColumnRow,
  rows: number,
): DraftColumn {
  // Below zero it is a share of the rows.
  const values =
    distinct === null ? undefined : distinct < 0 ? -distinct * Math.max(0, rows) : distinct
  return {
    name,
    type,
    nullable,
    ...(average_bytes !== null && { average_bytes }),
    ...(null_fraction !== null &&
      null_fraction > 0 && { null_fraction: Number(null_fraction.toFixed(4)) }),
    ...(values !== undefined && values > 0 && { distinct_values: Math.round(values) }),
  }
}

function indexCount(count: number): string {
  return `${decimal(count)} ${count === 1 ? 'index' : 'indexes'}`
}
