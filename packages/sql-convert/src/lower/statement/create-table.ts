import { fold, identifier, qualified, quoted } from '../../postgres/identifier.js'
import { bracketed, layout } from '../../postgres/layout.js'
import { PRINTER } from '../../postgres/printer.js'
import type { CreateTable } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, scopeWith } from '../scope.js'
import { columnsOf, printColumn } from './column-definition.js'
import { printConstraint } from './constraint.js'
import { commentOf, noteClauses } from './table-clause.js'

export function lowerCreateTable(lowerer: Lowerer, table: CreateTable): readonly string[] {
  const own = qualified(tableName(lowerer, table.name, table))
  noteClauses(lowerer, table.clauses)
  const head = `CREATE ${table.temporary ? 'TEMPORARY ' : ''}TABLE ${table.ifNotExists ? 'IF NOT EXISTS ' : ''}${own}`
  if (table.orReplace) {
    lowerer.context.note({
      grade: 'equivalent',
      because: 'CREATE OR REPLACE TABLE is a DROP and a CREATE: run both in one transaction.',
      span: { start: table.start, end: table.end },
    })
  }
  return [
    ...(table.orReplace ? [`DROP TABLE IF EXISTS ${own}`] : []),
    `${head}${contents(lowerer, table)}`,
    ...commentOf('TABLE', own, table.clauses),
    ...columnComments(own, table),
  ]
}

function contents(lowerer: Lowerer, table: CreateTable): string {
  if (table.like) {
    lowerer.catalog.setTable(table.name, lowerer.catalog.table(table.like))
    return ` (LIKE ${qualified(tableName(lowerer, table.like, table))})`
  }
  if (table.query) return fromQuery(lowerer, table)
  const columns = columnsOf(lowerer, distinct(table.columns))
  lowerer.catalog.setTable(table.name, columns)
  if (columns.length === 0)
    return lowerer.context.needsSchema('CREATE TABLE without columns', table)
  const parts = [
    ...distinct(table.columns).map((column) => printColumn(lowerer, column, columns)),
    ...table.constraints.map((constraint) => printConstraint(lowerer, constraint, columns)),
  ]
  return ` ${bracketed(layout(parts, ','))}`
}

/** A column of PARTITIONED BY without a type stands among the others already. */
function distinct(columns: CreateTable['columns']): CreateTable['columns'] {
  return columns.filter(
    (column) =>
      column.type !== undefined ||
      !columns.some((other) => other !== column && fold(other.name) === fold(column.name)),
  )
}

function fromQuery(lowerer: Lowerer, table: CreateTable): string {
  if (!table.query) return ''
  const { query, columns } = lowerer.query(
    table.query,
    scopeWith(EMPTY_SCOPE, { namesColumns: true }),
  )
  lowerer.catalog.setTable(table.name, columns)
  return ` AS ${PRINTER.query(query)}`
}

function columnComments(own: string, { columns }: CreateTable): readonly string[] {
  return columns.flatMap(({ name, comment }) =>
    comment === undefined
      ? []
      : [`COMMENT ON COLUMN ${own}.${identifier(name)} IS ${quoted(comment)}`],
  )
}
