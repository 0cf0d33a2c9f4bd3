import type { QualifiedName } from '../../ast/statement.js'
import type { Cursor } from '../cursor.js'

/** `catalog.schema.table` */
export function needQualifiedName(cursor: Cursor, what: string): QualifiedName {
  const parts = [cursor.needPart(what)]
  while (cursor.takeSymbol('.')) parts.push(cursor.needPart(what))
  return parts
}
