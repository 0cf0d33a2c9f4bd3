import { identifier, qualified } from '../../postgres/identifier.js'
import type { AlterTable } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { tableName } from '../query/table-name.js'
import { Refusal } from '../refusal.js'
import { columnsOf, printColumn } from './column-definition.js'
import { printConstraint } from './constraint.js'

export function lowerAlter(lowerer: Lowerer, statement: AlterTable): readonly string[] {
  const { name, action } = statement
  const head = `ALTER TABLE ${qualified(tableName(lowerer, name, statement))}`
  const known = lowerer.catalog.table(name)
  switch (action.kind) {
    case 'add columns': {
      const added = columnsOf(lowerer, action.columns)
      const all = [...(known ?? []), ...added]
      if (known) lowerer.catalog.setTable(name, all)
      const parts = action.columns.map(
        (column) => `ADD COLUMN ${printColumn(lowerer, column, all)}`,
      )
      return [`${head} ${parts.join(', ')}`]
    }
    case 'add constraint':
      return [`${head} ADD ${printConstraint(lowerer, action.constraint, known)}`]
    case 'drop columns':
      if (known) {
        lowerer.catalog.setTable(
          name,
          known.filter((one) => !action.columns.includes(one.name ?? '')),
        )
      }
      return [
        `${head} ${action.columns.map((column) => `DROP COLUMN ${identifier(column)}`).join(', ')}`,
      ]
    case 'rename':
      lowerer.catalog.setTable(action.to, known)
      lowerer.catalog.drop(name)
      return [`${head} RENAME TO ${identifier(action.to.at(-1) ?? '')}`]
    case 'rename column':
      if (known) {
        const columns = known.map((one) =>
          one.name === action.from ? { ...one, name: action.to } : one,
        )
        lowerer.catalog.setTable(name, columns)
      }
      return [`${head} RENAME COLUMN ${identifier(action.from)} TO ${identifier(action.to)}`]
    case 'other':
      return other(lowerer, statement)
  }
}

/** What is only about files, and the catalog of Databricks. */
const OF_FILES =
  /\b(?:(?:un)?set\s+(?:tblproperties|tags|location|serde\w*)|cluster\s+by|recover\s+partitions|drop\s+feature|(?:add|drop)\s+(?:if\s+(?:not\s+)?exists\s+)?partition)\b/i

function other(lowerer: Lowerer, statement: AlterTable): never {
  const text = lowerer.context.text.slice(statement.start, statement.end)
  const words = OF_FILES.exec(text)?.[0]
  if (words === undefined) return lowerer.context.refuse('this change of a table', statement)
  const why = `ALTER TABLE … ${words.toUpperCase()}: it says how files are kept, and Postgres keeps none.`
  throw new Refusal('not applicable', why, statement)
}
