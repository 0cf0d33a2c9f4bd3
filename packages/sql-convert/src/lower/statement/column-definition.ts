import { identifier } from '../../postgres/identifier.js'
import { bracketed } from '../../postgres/layout.js'
import { PRINTER } from '../../postgres/printer.js'
import type { ColumnDefinition, Identity } from '../../spark/ast/statement.js'
import { fromDataType } from '../../type/from-data-type.js'
import { postgresType } from '../../type/postgres-type.js'
import { type SparkType, UNKNOWN } from '../../type/spark-type.js'
import { castTo } from '../cast/cast.js'
import type { Lowerer } from '../lowerer.js'
import { EMPTY_SCOPE, type OutputColumn, type Scope, scopeWith } from '../scope.js'

/** The columns that definitions name, for the catalog. */
export function columnsOf(
  lowerer: Lowerer,
  columns: readonly ColumnDefinition[],
): readonly OutputColumn[] {
  return columns.map((column) => ({ name: column.name, type: typeOf(lowerer, column) }))
}

function typeOf(lowerer: Lowerer, column: ColumnDefinition): SparkType {
  if (!column.type) return UNKNOWN
  const type = fromDataType(column.type)
  return type ?? lowerer.context.refuse('a type that Postgres does not have', column.type)
}

export function printColumn(
  lowerer: Lowerer,
  column: ColumnDefinition,
  all: readonly OutputColumn[],
): string {
  const type = typeOf(lowerer, column)
  const scope: Scope = scopeWith(EMPTY_SCOPE, { relations: [{ names: [], columns: all }] })
  const expression = (value: Parameters<Lowerer['expression']>[0]) => {
    const bound = lowerer.expression(value, scope)
    return PRINTER.expression((castTo(bound, type) ?? bound).pg)
  }
  const condition = (value: Parameters<Lowerer['expression']>[0]) =>
    bracketed(PRINTER.condition(lowerer.expression(value, scope).pg))
  return [
    identifier(column.name),
    postgresType(type),
    column.nullable ? '' : 'NOT NULL',
    column.default ? `DEFAULT ${guarded(expression(column.default))}` : '',
    column.generated ? `GENERATED ALWAYS AS (${expression(column.generated)}) STORED` : '',
    column.identity ? printIdentity(column.identity) : '',
    column.primaryKey ? 'PRIMARY KEY' : '',
    ...column.checks.map((check) => `CHECK ${condition(check)}`),
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** What DEFAULT takes without brackets is narrower than an expression. */
function guarded(text: string): string {
  return /^[\w'.:()-]+$/.test(text) ? text : `(${text})`
}

function printIdentity({ always, start, increment }: Identity): string {
  const options = [
    ...(start === undefined ? [] : [`START WITH ${start}`]),
    ...(increment === undefined ? [] : [`INCREMENT BY ${increment}`]),
  ]
  const list = options.length > 0 ? ` (${options.join(' ')})` : ''
  return `GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${list}`
}
