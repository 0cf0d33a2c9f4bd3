import { analyzeStatement, createStatement, keyStatement, schemaStatement } from './ddl.js'
import type { FillTable } from './fill-table.js'
import { keyPlans } from './key-plans.js'
import { type TypedTable, tablesWithTypes } from './typed-table.js'
import { valueExpression } from './value-expression.js'

/** One statement of a fill; they run in order, each by itself. */
export interface FillStatement {
  readonly step: 'create' | 'fill' | 'key' | 'analyze'
  /** `schema.table` */
  readonly table: string
  readonly sql: string
  /** Rows that it inserts. */
  readonly rows: number
}

/** Few enough that progress shows and Ctrl-C works, enough that a statement costs nothing. */
const ROWS_A_STATEMENT = 100_000

/**
 * Makes tables and fills them with plausible rows: keys are unique, columns that are named after another table's key
 * hold keys of that table, some more often than others; texts, numbers and times are as their names and types
 * suggest. The same tables give the same rows, but for times, which are counted back from now.
 *
 * @throws {LoadtestError} `FILL` for a type that is not known, and for a key that has no room for the rows.
 */
export function fillStatements(tables: readonly FillTable[]): readonly FillStatement[] {
  const typed = tablesWithTypes(tables)
  const schemas = [...new Set(typed.map(({ schema }) => schema))]
  return [
    ...schemas.map(
      (schema) =>
        ({ step: 'create', table: schema, sql: schemaStatement(schema), rows: 0 }) as const,
    ),
    ...typed.flatMap((table) => statementsOf(table, typed)),
  ]
}

function statementsOf(table: TypedTable, tables: readonly TypedTable[]): readonly FillStatement[] {
  const name = `${table.schema}.${table.table}`
  const keys = keyPlans(table, tables)
  const values = table.columns.map(
    (column, index) => keys.get(column.name) ?? valueExpression(column, index, table, tables),
  )
  const fills: FillStatement[] = []
  for (let first = 1; first <= table.rows; first += ROWS_A_STATEMENT) {
    const last = Math.min(first + ROWS_A_STATEMENT - 1, table.rows)
    const sql = `INSERT INTO ${table.sqlName}\nSELECT ${values.join(',\n  ')}\nFROM generate_series(${first}::bigint, ${last}) AS g(i)`
    fills.push({ step: 'fill', table: name, sql, rows: last - first + 1 })
  }
  return [
    { step: 'create', table: name, sql: createStatement(table), rows: 0 },
    ...fills,
    ...(table.primaryKeys.length > 0
      ? [{ step: 'key', table: name, sql: keyStatement(table), rows: 0 } as const]
      : []),
    { step: 'analyze', table: name, sql: analyzeStatement(table), rows: 0 },
  ]
}
