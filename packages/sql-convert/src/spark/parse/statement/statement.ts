import type { Statement } from '../../ast/statement.js'
import type { Parser } from '../parser.js'
import { parseAlterTable, parseCommentOn, parseDrop } from './alter.js'
import { parseDelete, parseTruncate, parseUpdate } from './change.js'
import { parseCommand } from './command.js'
import { parseCreate } from './create.js'
import { parseInsert } from './insert.js'
import { parseMerge } from './merge.js'

/** What may begin with a word; a command or a query where it is none of these. */
const RULES: ReadonlyMap<string, (parser: Parser) => Statement | undefined> = new Map<
  string,
  (parser: Parser) => Statement | undefined
>([
  ['INSERT', parseInsert],
  ['WITH', parseInsert],
  ['UPDATE', parseUpdate],
  ['DELETE', parseDelete],
  ['MERGE', parseMerge],
  ['TRUNCATE', parseTruncate],
  ['CREATE', parseCreate],
  ['REPLACE', parseCreate],
  ['DROP', parseDrop],
  ['ALTER', parseAlterTable],
  ['COMMENT', parseCommentOn],
])

/** Any statement of Databricks SQL. */
export function parseStatement(parser: Parser): Statement {
  const rule = RULES.get(parser.cursor.peek().upper)
  return rule?.(parser) ?? parseCommand(parser) ?? queryStatement(parser)
}

function queryStatement(parser: Parser): Statement {
  const query = parser.query()
  return { kind: 'query statement', query, start: query.start, end: query.end }
}
