import type { Assignment, Delete, Truncate, Update } from '../../ast/statement.js'
import { takeAlias } from '../alias.js'
import { commaList } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { needQualifiedName } from './names.js'

/** `UPDATE t [AS a] SET a.x = 1, … [WHERE …]` */
export function parseUpdate(parser: Parser): Update | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('UPDATE')) return undefined
  const table = needQualifiedName(cursor, 'a table')
  const alias = cursor.at('SET') ? undefined : takeAlias(cursor)
  cursor.need('SET')
  const set = parseAssignments(parser)
  const where = cursor.take('WHERE') ? parser.expression() : undefined
  return {
    kind: 'update',
    table,
    alias,
    set,
    where,
    start: first.start,
    end: cursor.end(),
  }
}

export function parseAssignments(parser: Parser): readonly Assignment[] {
  const { cursor } = parser
  return commaList(cursor, () => {
    const column = needQualifiedName(cursor, 'a column')
    if (!cursor.takeSymbol('==')) cursor.needSymbol('=')
    return { column, value: parser.expression() }
  })
}

/** `DELETE FROM t [AS a] [WHERE …]` */
export function parseDelete(parser: Parser): Delete | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('DELETE')) return undefined
  cursor.need('FROM')
  const table = needQualifiedName(cursor, 'a table')
  const alias = takeAlias(cursor)
  const where = cursor.take('WHERE') ? parser.expression() : undefined
  return {
    kind: 'delete',
    table,
    alias,
    where,
    start: first.start,
    end: cursor.end(),
  }
}

export function parseTruncate({ cursor }: Parser): Truncate | undefined {
  const first = cursor.peek()
  if (!cursor.take('TRUNCATE')) return undefined
  cursor.take('TABLE')
  const table = needQualifiedName(cursor, 'a table')
  return { kind: 'truncate', table, start: first.start, end: cursor.end() }
}
