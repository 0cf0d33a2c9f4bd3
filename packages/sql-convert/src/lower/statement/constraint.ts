import { identifier, qualified } from '../../postgres/identifier.js'
import { bracketed } from '../../postgres/layout.js'
import { PRINTER } from '../../postgres/printer.js'
import type { TableConstraint } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { tableName } from '../query/table-name.js'
import { EMPTY_SCOPE, type OutputColumn, scopeWith } from '../scope.js'

/** Databricks only notes keys; Postgres enforces them. */
export function printConstraint(
  lowerer: Lowerer,
  constraint: TableConstraint,
  all: readonly OutputColumn[] | undefined,
): string {
  const name = constraint.name === undefined ? '' : `CONSTRAINT ${identifier(constraint.name)} `
  switch (constraint.kind) {
    case 'primary key':
      return `${name}PRIMARY KEY (${list(constraint.columns)})`
    case 'foreign key': {
      const table = qualified(tableName(lowerer, constraint.table, constraint))
      const references = constraint.references.length > 0 ? ` (${list(constraint.references)})` : ''
      return `${name}FOREIGN KEY (${list(constraint.columns)}) REFERENCES ${table}${references}`
    }
    case 'check': {
      const scope = scopeWith(EMPTY_SCOPE, { relations: [{ names: [], columns: all }] })
      const condition = lowerer.expression(constraint.condition, scope).pg
      return `${name}CHECK ${bracketed(PRINTER.condition(condition))}`
    }
  }
}

function list(columns: readonly string[]): string {
  return columns.map(identifier).join(', ')
}
