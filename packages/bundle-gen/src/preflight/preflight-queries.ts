import type { BundleSpec, TableSpec } from '../spec/bundle-spec.js'
import { type ColumnTypes, nulCondition, widestExpression } from './column-checks.js'
import { quotePart, quoteSource } from './quote-source.js'

/** What a statement asks: metadata costs nothing, the other two read the whole table. */
export type PreflightQuestion = 'columns' | 'detail' | 'rows' | 'duplicates'

export interface PreflightQuery {
  readonly source: string
  readonly question: PreflightQuestion
  /** What it tells, in a sentence. */
  readonly about: string
  readonly sql: string
}

/** The statements of a warehouse that tell whether each source can be synced. */
export function preflightQueries({ pipelines }: BundleSpec): readonly PreflightQuery[] {
  return pipelines.flatMap(({ tables }) => tables.flatMap((table) => tableQueries(table)))
}

/** Those of one table; with its columns the one about rows tells more. */
export function tableQueries(
  { source, primaryKeys }: TableSpec,
  columns?: readonly ColumnTypes[],
): readonly PreflightQuery[] {
  const from = quoteSource(source)
  const keys = primaryKeys.map(quotePart)
  const measures = [
    'count(*) AS row_count',
    `count_if(${keys.map((key) => `${key} IS NULL`).join(' OR ')}) AS null_keys`,
    `count_if(${nulCondition(columns)}) AS nul_rows`,
    ...(columns === undefined ? [] : [`max(${widestExpression(columns)}) AS widest_text`]),
  ]
  const whole = keys.map((key) => `${key} IS NOT NULL`).join(' AND ')
  return [
    {
      source,
      question: 'columns',
      about:
        'whether it exists, has its key columns, and no column of a type that cannot be synced',
      sql: `DESCRIBE TABLE ${from}`,
    },
    {
      source,
      question: 'detail',
      about: 'its size, and delta.enableChangeDataFeed among its properties; a view has no answer',
      sql: `DESCRIBE DETAIL ${from}`,
    },
    {
      source,
      question: 'rows',
      about:
        'rows, rows with NULL in the key (the sync leaves them out), rows with a 0x00 byte (the sync fails); reads the whole table',
      sql: `SELECT ${measures.join(', ')} FROM ${from}`,
    },
    {
      source,
      question: 'duplicates',
      about:
        'keys that are there more than once (the sync fails without a timeseries key); reads the key columns',
      sql: `SELECT count(*) AS duplicate_keys FROM (SELECT 1 FROM ${from} WHERE ${whole} GROUP BY ${keys.join(', ')} HAVING count(*) > 1)`,
    },
  ]
}
