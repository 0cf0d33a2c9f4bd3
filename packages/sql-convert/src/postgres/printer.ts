import type { PgExpression } from './expression.js'
import { printExpression } from './print-expression.js'
import { printQuery, printTable } from './print-query.js'
import type { PgQuery, PgTable } from './query.js'

/** What the files that print one part each call for the parts within. */
export interface Printer {
  readonly expression: (expression: PgExpression) => string
  readonly query: (query: PgQuery) => string
  readonly table: (table: PgTable) => string
}

export const PRINTER: Printer = {
  expression: (expression) => printExpression(PRINTER, expression),
  query: (query) => printQuery(PRINTER, query),
  table: (table) => printTable(PRINTER, table),
}
