import { fold, qualified, quoted } from '../../postgres/identifier.js'
import type { CommentOn, CreateSchema, Drop, Truncate } from '../../spark/ast/statement.js'
import type { Lowerer } from '../lowerer.js'
import { tableName } from '../query/table-name.js'

export function lowerCreateSchema(
  lowerer: Lowerer,
  { name, ifNotExists, ...span }: CreateSchema,
): string {
  const own = qualified(tableName(lowerer, name.slice(-1), span))
  return `CREATE SCHEMA ${ifNotExists ? 'IF NOT EXISTS ' : ''}${own}`
}

export function lowerDrop(lowerer: Lowerer, drop: Drop): string {
  const { what, name, ifExists, cascade } = drop
  if (what === 'table' || what === 'view') lowerer.catalog.drop(name)
  const own = qualified(what === 'schema' ? name.slice(-1) : tableName(lowerer, name, drop))
  return `DROP ${what.toUpperCase()} ${ifExists ? 'IF EXISTS ' : ''}${own}${cascade ? ' CASCADE' : ''}`
}

export function lowerTruncate(lowerer: Lowerer, { table, ...span }: Truncate): string {
  return `TRUNCATE TABLE ${qualified(tableName(lowerer, table, span))}`
}

export function lowerCommentOn(lowerer: Lowerer, comment: CommentOn): string {
  const what = fold(comment.what)
  const known = ['table', 'view', 'schema', 'database', 'column'].includes(what)
  if (!known) return lowerer.context.refuse(`COMMENT ON ${comment.what}`, comment)
  const object = what === 'database' ? 'SCHEMA' : what.toUpperCase()
  const text = comment.text === null ? 'NULL' : quoted(comment.text)
  return `COMMENT ON ${object} ${qualified(tableName(lowerer, comment.name, comment))} IS ${text}`
}
