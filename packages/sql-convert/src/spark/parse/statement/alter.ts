import type { AlterAction, AlterTable, CommentOn, Drop } from '../../ast/statement.js'
import { commaList, parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { parseColumnDefinition } from './column-definition.js'
import { parseConstraint } from './constraint.js'
import { needQualifiedName } from './names.js'
import { skipRest } from './skip-rest.js'

const DROPPED = [
  ['TABLE', 'table'],
  ['VIEW', 'view'],
  ['FUNCTION', 'function'],
  ['SCHEMA', 'schema'],
  ['DATABASE', 'schema'],
] as const

export function parseDrop({ cursor }: Parser): Drop | undefined {
  const first = cursor.peek()
  const start = cursor.position()
  if (!cursor.take('DROP')) return undefined
  cursor.take('TEMPORARY') || cursor.take('TEMP') || cursor.take('MATERIALIZED')
  const what = DROPPED.find(([word]) => cursor.take(word))?.[1]
  if (what === undefined) {
    cursor.reset(start)
    return undefined
  }
  const ifExists = cursor.take('IF', 'EXISTS')
  const name = needQualifiedName(cursor, `a ${what}`)
  const cascade = cursor.take('CASCADE')
  if (!cascade) cursor.take('RESTRICT') || cursor.take('PURGE')
  return { kind: 'drop', what, name, ifExists, cascade, start: first.start, end: cursor.end() }
}

export function parseAlterTable(parser: Parser): AlterTable | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('ALTER', 'TABLE')) return undefined
  const name = needQualifiedName(cursor, 'a table')
  const action = alterAction(parser)
  return { kind: 'alter table', name, action, start: first.start, end: cursor.end() }
}

function alterAction(parser: Parser): AlterAction {
  const { cursor } = parser
  if (cursor.take('ADD')) return addAction(parser)
  if (cursor.take('RENAME', 'TO')) {
    return { kind: 'rename', to: needQualifiedName(cursor, 'a table') }
  }
  if (cursor.take('RENAME', 'COLUMN')) {
    const from = cursor.needPart('a column')
    cursor.need('TO')
    return { kind: 'rename column', from, to: cursor.needPart('a column') }
  }
  if (cursor.take('DROP', 'COLUMNS') || cursor.take('DROP', 'COLUMN')) {
    cursor.take('IF', 'EXISTS')
    const one = () => cursor.needPart('a column')
    const columns = cursor.atSymbol('(') ? parenthesized(cursor, one) : commaList(cursor, one)
    return { kind: 'drop columns', columns }
  }
  skipRest(cursor)
  return { kind: 'other' }
}

function addAction(parser: Parser): AlterAction {
  const { cursor } = parser
  if (!cursor.take('COLUMNS') && !cursor.take('COLUMN')) {
    const constraint = parseConstraint(parser)
    if (constraint) return { kind: 'add constraint', constraint }
    skipRest(cursor)
    return { kind: 'other' }
  }
  const column = () => parseColumnDefinition(parser)
  const columns = cursor.atSymbol('(') ? parenthesized(cursor, column) : commaList(cursor, column)
  // FIRST and AFTER: Postgres adds columns at the end.
  skipRest(cursor)
  return { kind: 'add columns', columns }
}

export function parseCommentOn({ cursor }: Parser): CommentOn | undefined {
  const first = cursor.peek()
  if (!cursor.take('COMMENT', 'ON')) return undefined
  const what = cursor.needPart('TABLE, COLUMN or SCHEMA').toUpperCase()
  const name = needQualifiedName(cursor, 'a name')
  cursor.need('IS')
  const text = cursor.take('NULL') ? null : (cursor.string() ?? cursor.fail('a string'))
  return { kind: 'comment on', what, name, text, start: first.start, end: cursor.end() }
}
