import type { PgExpression } from './expression.js'
import { printCondition } from './print-condition.js'
import { printExpression } from './print-expression.js'
import { printQuery } from './print-query.js'
import { printTable } from './print-table.js'
import type { PgQuery, PgTable } from './query.js'

/** What the files that print one part each call for the parts within. */
export interface Printer {
  readonly expression: (expression: PgExpression) => string
  readonly condition: (condition: PgExpression) => string
  readonly query: (query: PgQuery) => string
  readonly table: (table: PgTable) => string
}

export const PRINTER: Printer = {
  expression: (expression) => printExpression(PRINTER, expression),
  condition: (condition) => printCondition(PRINTER, condition),
  query: (query) => printQuery(PRINTER, query),
  table: (table) => printTable(PRINTER, table),
}
