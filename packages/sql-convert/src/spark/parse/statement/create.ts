import type {
  ColumnDefinition,
  CreateSchema,
  CreateTable,
  CreateView,
  Statement,
  TableConstraint,
} from '../../ast/statement.js'
import type { Token } from '../../lex/token.js'
import { parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { isQueryAhead } from '../query-ahead.js'
import { parseColumnDefinition } from './column-definition.js'
import { parseConstraint } from './constraint.js'
import { parseCreateFunction } from './create-function.js'
import { needQualifiedName } from './names.js'
import { parseTableClauses, parseViewColumns } from './table-clause.js'

/** CREATE TABLE, VIEW, FUNCTION and SCHEMA; undefined for what else may be created. */
export function parseCreate(parser: Parser): Statement | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  const start = cursor.position()
  const orReplace = takeCreate(parser)
  if (orReplace === undefined) return undefined
  const head = { ...modifiers(parser), orReplace }
  const statement =
    createTable(parser, first, head) ??
    createView(parser, first, head) ??
    (cursor.take('FUNCTION')
      ? parseCreateFunction(parser, first, head)
      : createSchema(parser, first))
  if (statement === undefined) cursor.reset(start)
  return statement
}

/** Undefined when no CREATE stands here, else whether it replaces. */
function takeCreate({ cursor }: Parser): boolean | undefined {
  if (cursor.take('REPLACE', 'TABLE')) {
    cursor.reset(cursor.position() - 1)
    return true
  }
  if (!cursor.take('CREATE')) return undefined
  return cursor.take('OR', 'REPLACE') || cursor.take('OR', 'REFRESH')
}

interface CreateHead {
  readonly orReplace: boolean
  readonly temporary: boolean
  readonly external: boolean
  readonly materialized: boolean
}

function modifiers({ cursor }: Parser): Omit<CreateHead, 'orReplace'> {
  const external = cursor.take('EXTERNAL')
  cursor.take('GLOBAL')
  const temporary = cursor.take('TEMPORARY') || cursor.take('TEMP')
  const materialized = cursor.take('MATERIALIZED')
  cursor.take('STREAMING')
  return { external, temporary, materialized }
}

function createTable(parser: Parser, first: Token, head: CreateHead): CreateTable | undefined {
  const { cursor } = parser
  if (!cursor.take('TABLE')) return undefined
  const ifNotExists = cursor.take('IF', 'NOT', 'EXISTS')
  const name = needQualifiedName(cursor, 'a table')
  const like = cursor.take('LIKE') ? needQualifiedName(cursor, 'a table') : undefined
  const elements =
    cursor.atSymbol('(') && !isQueryAhead(cursor)
      ? parenthesized(cursor, () => parseConstraint(parser) ?? parseColumnDefinition(parser))
      : []
  const clauses = parseTableClauses(parser)
  const query = parseAsQuery(parser)
  const { orReplace, temporary, external } = head
  return {
    kind: 'create table',
    name,
    orReplace,
    ifNotExists,
    temporary,
    external,
    columns: elements.filter(isColumn),
    constraints: elements.filter((one): one is TableConstraint => !isColumn(one)),
    like,
    clauses,
    query,
    start: first.start,
    end: cursor.end(),
  }
}

function isColumn(one: ColumnDefinition | TableConstraint): one is ColumnDefinition {
  return !('kind' in one)
}

function parseAsQuery(parser: Parser): ReturnType<Parser['query']> | undefined {
  const said = parser.cursor.take('AS')
  const { kind } = parser.cursor.peek()
  const isEnd = kind === 'end' || parser.cursor.atSymbol(';')
  return said || !isEnd ? parser.query() : undefined
}

function createView(parser: Parser, first: Token, head: CreateHead): CreateView | undefined {
  const { cursor } = parser
  if (!cursor.take('VIEW')) return undefined
  const ifNotExists = cursor.take('IF', 'NOT', 'EXISTS')
  const name = needQualifiedName(cursor, 'a view')
  const columns = parseViewColumns(parser)
  const clauses = parseTableClauses(parser)
  cursor.need('AS')
  const { orReplace, temporary, materialized } = head
  return {
    kind: 'create view',
    name,
    orReplace,
    ifNotExists,
    temporary,
    materialized,
    columns,
    clauses,
    query: parser.query(),
    start: first.start,
    end: cursor.end(),
  }
}

function createSchema(parser: Parser, first: Token): CreateSchema | undefined {
  const { cursor } = parser
  if (!cursor.take('SCHEMA') && !cursor.take('DATABASE')) return undefined
  const ifNotExists = cursor.take('IF', 'NOT', 'EXISTS')
  const name = needQualifiedName(cursor, 'a schema')
  parseTableClauses(parser)
  return { kind: 'create schema', name, ifNotExists, start: first.start, end: cursor.end() }
}
