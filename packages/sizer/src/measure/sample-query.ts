import { cellExpression } from './cell-expression.js'
import { quoteName, quotePart } from './quote-name.js'
import type { SupportedColumn } from './table-columns.js'

/** A query that samples the lengths of a table's values, and how to read its rows. */
export interface SampleQuery {
  readonly statement: string
  /** By their place in the answer: `c0`, `c1`, ... */
  readonly columns: readonly SupportedColumn[]
}

const SEED = 42
/** A sample of p percent seldom has the rows wished for: more are asked for, and cut. */
const MARGIN = 1.2

/**
 * One statement a table. TABLESAMPLE by percent reads files at random; by rows it would only be a
 * LIMIT (Databricks SQL manual, TABLESAMPLE clause).
 */
export function sampleQuery(
  table: string,
  columns: readonly SupportedColumn[],
  primaryKeys: readonly string[],
  rows: number,
  sampleRows: number,
): SampleQuery {
  const texts = columns.filter(({ stored }) => stored.kind === 'bytes' && stored.name === 'text')
  const selected = [
    ...columns.map(
      ({ name, parsed, stored }, index) =>
        `${cellExpression(quotePart(name), parsed, stored)} AS c${index}`,
    ),
    `${flag(primaryKeys.map((key) => `${quotePart(key)} IS NULL`))} AS null_key`,
    `${flag(texts.map(({ name }) => `contains(${quotePart(name)}, char(0))`))} AS nul_byte`,
  ]
  const percent = Math.min(100, (sampleRows * MARGIN * 100) / Math.max(rows, 1))
  const sampled =
    percent >= 100 ? '' : ` TABLESAMPLE (${percent.toFixed(6)} PERCENT) REPEATABLE (${SEED})`
  return {
    statement: `SELECT ${selected.join(', ')} FROM ${quoteName(table)}${sampled} LIMIT ${sampleRows}`,
    columns,
  }
}

function flag(conditions: readonly string[]): string {
  return conditions.length === 0 ? '0' : `CASE WHEN ${conditions.join(' OR ')} THEN 1 ELSE 0 END`
}
