import type { Sql } from 'postgres'
import { numericDigits } from '../src/storage/numeric/numeric-digits.js'
import type {
  ColumnStatistics,
  IndexStats,
  SampleCell,
  SampleEvidence,
  StatisticsEvidence,
  TableStats,
} from '../src/storage/table-stats.js'
import { indexColumns, indexName } from './build-table.js'
import { columnKind } from './postgres-type.js'
import type { ColumnDefinition, TableDefinition } from './table-definition.js'

const SAMPLE_ROWS = 5000

/** What the model is told of a table, by kind of evidence. */
export interface KnownOfTable {
  readonly sample: TableStats
  readonly statistics: TableStats
  readonly ddl: TableStats
}

export async function knownOf(sql: Sql, table: TableDefinition): Promise<KnownOfTable> {
  const columns = table.columns.map(({ name, type, value, nulls = 0 }) => ({
    name,
    type,
    nullable: nulls > 0 || value === 'null',
  }))
  const counted = await indexStats(sql, table)
  const uncounted = counted.map(({ name, columns, unique }) => ({ name, columns, unique }))
  const fill = table.fillfactor === undefined ? {} : { fillfactor: table.fillfactor }
  const known = { rows: table.rows, columns, indexes: counted, ...fill }
  return {
    sample: { ...known, evidence: await takeSample(sql, table) },
    statistics: { ...known, evidence: await readStatistics(sql, table) },
    ddl: { ...known, indexes: uncounted, evidence: { kind: 'ddl' } },
  }
}

async function indexStats(sql: Sql, table: TableDefinition): Promise<readonly IndexStats[]> {
  return Promise.all(
    indexColumns(table).map(async (columns): Promise<IndexStats> => {
      const name = indexName(table, columns)
      // Where rows come at random too, the range has to tell how large that makes the index.
      const order = table.alsoByInserts ? ({ insertOrder: 'random' } as const) : {}
      if (columns === table.primaryKey) return { name, columns, unique: true, ...order }
      const list = columns.map((column) => `"${column}"`)
      const [row] = await sql.unsafe(
        `select count(*) as keys from (select distinct ${list.join(', ')} from ${table.name}
         where ${list.map((column) => `${column} is not null`).join(' or ')}) keys`,
      )
      return { name, columns, unique: false, distinctKeys: Number(row?.keys), ...order }
    }),
  )
}

/** About 5,000 rows, each taken or not by chance. */
async function takeSample(sql: Sql, table: TableDefinition): Promise<SampleEvidence> {
  const percent = Math.min(100, (100 * SAMPLE_ROWS) / Math.max(1, table.rows))
  const wanted = table.columns.map(({ name, type }) =>
    columnKind(type) === 'fixed'
      ? `case when "${name}" is not null then 1 end as "${name}"`
      : `"${name}"`,
  )
  const rows = await sql.unsafe(
    `select ${wanted.join(', ')} from ${table.name} tablesample bernoulli (${percent}) repeatable (42)`,
  )
  return {
    kind: 'sample',
    rows: rows.map((row) =>
      Object.fromEntries(
        table.columns.map((column) => [column.name, cell(column, row[column.name])]),
      ),
    ),
  }
}

function cell({ type }: ColumnDefinition, value: unknown): SampleCell {
  if (value === null) return null
  const kind = columnKind(type)
  if (kind === 'fixed') return { kind }
  if (kind === 'numeric') return { kind, digits: numericDigits(String(value)) }
  if (kind === 'jsonb') return { kind, value: JSON.parse(JSON.stringify(value)) }
  return {
    kind,
    value: value instanceof Uint8Array ? value : new TextEncoder().encode(String(value)),
  }
}

/** What a catalog has: nulls, lengths of text and binary, least and greatest decimal, and nothing of nested types. */
async function readStatistics(sql: Sql, table: TableDefinition): Promise<StatisticsEvidence> {
  const columns: Record<string, ColumnStatistics> = {}
  for (const column of table.columns)
    columns[column.name] = await columnStatistics(sql, table, column)
  return { kind: 'statistics', columns }
}

async function columnStatistics(
  sql: Sql,
  table: TableDefinition,
  { name, type }: ColumnDefinition,
): Promise<ColumnStatistics> {
  const kind = columnKind(type)
  const measure = {
    bytes: `avg(octet_length("${name}"))::float8 as average, max(octet_length("${name}")) as greatest`,
    numeric: `max(floor(abs("${name}")))::text as greatest`,
    fixed: '1',
    jsonb: '1',
  }[kind]
  const [row] = await sql.unsafe(
    `select coalesce(1 - count("${name}")::float8 / nullif(count(*), 0), 0) as nulls, ${measure} from ${table.name}`,
  )
  const nullFraction = Number(row?.nulls)
  if (nullFraction === 1 || kind === 'fixed' || kind === 'jsonb') return { nullFraction }
  if (kind === 'numeric') {
    return { nullFraction, width: { kind, averageDigits: digitsUpTo(String(row?.greatest), type) } }
  }
  const width = { kind, averageLength: Number(row?.average), maxLength: Number(row?.greatest) }
  return { nullFraction, width }
}

/** Base-10000 digits of the greatest value with all of its type's decimal places. */
function digitsUpTo(greatest: string, type: string): number {
  const scale = Number(/,\s*(\d+)/.exec(type)?.[1] ?? 0)
  return Math.ceil(greatest.length / 4) + Math.ceil(scale / 4)
}
