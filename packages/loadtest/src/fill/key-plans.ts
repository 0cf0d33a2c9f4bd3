import { keyValue } from './key-value.js'
import { referenceOf } from './references.js'
import type { TypedColumn, TypedTable } from './typed-table.js'

/**
 * SQL for the columns of a table's key, by name. The row's number is split as digits are: `order_id, line_number` has all
 * lines of the first order, then those of the second. A column that refers to another table has as many values as
 * that has rows; what is left is split evenly.
 */
export function keyPlans(
  table: TypedTable,
  tables: readonly TypedTable[],
): ReadonlyMap<string, string> {
  const columns = table.primaryKeys.flatMap((key) =>
    table.columns.filter(({ name }) => name === key),
  )
  const plans = new Map<string, string>()
  let rows = table.rows
  let number = '(i - 1)'
  for (const [index, column] of columns.entries()) {
    const isLast = index === columns.length - 1
    const values = isLast ? rows : valuesOf(column, columns.length - index, rows, table, tables)
    const each = Math.ceil(rows / Math.max(values, 1))
    const place = isLast ? number : `(${number} / ${each})`
    plans.set(column.name, keyValue(column, `${place} + 1`, values))
    number = `(${number} % ${each})`
    rows = each
  }
  return plans
}

/** How many values the first of the remaining columns has. */
function valuesOf(
  column: TypedColumn,
  remaining: number,
  rows: number,
  table: TypedTable,
  tables: readonly TypedTable[],
): number {
  const reference = referenceOf(column, table, tables)
  const wanted = reference ? reference.table.rows : Math.ceil(rows ** (1 / remaining))
  return Math.max(1, Math.min(wanted, rows))
}
