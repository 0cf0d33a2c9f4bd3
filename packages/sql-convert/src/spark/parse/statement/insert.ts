import type { Insert, PartitionValue } from '../../ast/statement.js'
import { parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { parseWith } from '../query.js'
import { isQueryAhead } from '../query-ahead.js'
import { needQualifiedName } from './names.js'

/** An INSERT; common tables may stand before it, as `WITH a AS (…) INSERT INTO t SELECT …`. */
export function parseInsert(parser: Parser): Insert | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const start = cursor.position()
  const { recursive, tables } = cursor.at('WITH') ? parseWith(parser) : NO_TABLES
  const insert = plainInsert(parser)
  if (insert === undefined) {
    cursor.reset(start)
    return undefined
  }
  const { query } = insert
  const withTables = {
    ...query,
    recursive: recursive || query.recursive,
    with: [...tables, ...query.with],
  }
  return { ...insert, query: withTables, start: first.start }
}

const NO_TABLES = { recursive: false, tables: [] } as const

function plainInsert(parser: Parser): Insert | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('INSERT')) return undefined
  const overwrite = cursor.take('OVERWRITE')
  if (!overwrite) cursor.take('INTO')
  cursor.take('TABLE')
  const table = needQualifiedName(cursor, 'a table')
  const partition = cursor.take('PARTITION')
    ? parenthesized(cursor, () => partitionValue(parser))
    : []
  // Of a partition; whether it is there is the business of files.
  cursor.take('IF', 'NOT', 'EXISTS')
  const byName = cursor.take('BY', 'NAME')
  const columns =
    cursor.atSymbol('(') && !isQueryAhead(cursor)
      ? parenthesized(cursor, () => needQualifiedName(cursor, 'a column'))
      : []
  const replaceWhere = cursor.take('REPLACE', 'WHERE') ? parser.expression() : undefined
  return {
    kind: 'insert',
    overwrite,
    table,
    partition,
    columns,
    byName,
    replaceWhere,
    query: parser.query(),
    start: first.start,
    end: cursor.end(),
  }
}

function partitionValue(parser: Parser): PartitionValue {
  const { cursor } = parser
  const column = cursor.needPart('a column')
  return cursor.takeSymbol('=') ? { column, value: parser.expression() } : { column }
}
