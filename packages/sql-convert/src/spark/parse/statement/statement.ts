import type { Statement } from '../../ast/statement.js'
import type { Parser } from '../parser.js'
import { parseAlterTable, parseCommentOn, parseDrop } from './alter.js'
import { parseDelete, parseTruncate, parseUpdate } from './change.js'
import { parseCommand } from './command.js'
import { parseCreate } from './create.js'
import { parseInsert } from './insert.js'
import { parseMerge } from './merge.js'

/** Any statement of Databricks SQL. */
export function parseStatement(parser: Parser): Statement {
  return (
    parseInsert(parser) ??
    parseUpdate(parser) ??
    parseDelete(parser) ??
    parseMerge(parser) ??
    parseTruncate(parser) ??
    parseCreate(parser) ??
    parseDrop(parser) ??
    parseAlterTable(parser) ??
    parseCommentOn(parser) ??
    parseCommand(parser) ??
    queryStatement(parser)
  )
}

function queryStatement(parser: Parser): Statement {
  const query = parser.query()
  return { kind: 'query statement', query, start: query.start, end: query.end }
}
