import type { Merge, MergeAction, MergeClause } from '../../ast/statement.js'
import { takeAlias } from '../alias.js'
import { parenthesized } from '../comma-list.js'
import type { Parser } from '../parser.js'
import { parseAssignments } from './change.js'
import { needQualifiedName } from './names.js'

/** `MERGE INTO t USING s ON … WHEN MATCHED THEN …` */
export function parseMerge(parser: Parser): Merge | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('MERGE')) return undefined
  const schemaEvolution = cursor.take('WITH', 'SCHEMA', 'EVOLUTION')
  cursor.need('INTO')
  const table = needQualifiedName(cursor, 'a table')
  const alias = cursor.at('USING') ? undefined : takeAlias(cursor)
  cursor.need('USING')
  const source = parser.tableReference()
  cursor.need('ON')
  const on = parser.expression()
  const clauses: MergeClause[] = []
  while (cursor.at('WHEN')) clauses.push(mergeClause(parser))
  if (clauses.length === 0) cursor.fail('WHEN MATCHED or WHEN NOT MATCHED')
  return {
    kind: 'merge',
    schemaEvolution,
    table,
    alias,
    source,
    on,
    clauses,
    start: first.start,
    end: cursor.end(),
  }
}

function mergeClause(parser: Parser): MergeClause {
  const { cursor } = parser
  const first = cursor.peek()
  cursor.need('WHEN')
  const when = mergeWhen(parser)
  const condition = cursor.take('AND') ? parser.expression() : undefined
  cursor.need('THEN')
  const action = mergeAction(parser)
  return { when, condition, action, start: first.start, end: cursor.end() }
}

function mergeWhen({ cursor }: Parser): MergeClause['when'] {
  if (cursor.take('MATCHED')) return 'matched'
  cursor.need('NOT', 'MATCHED')
  if (cursor.take('BY', 'SOURCE')) return 'not matched by source'
  cursor.take('BY', 'TARGET')
  return 'not matched'
}

function mergeAction(parser: Parser): MergeAction {
  const { cursor } = parser
  if (cursor.take('DELETE')) return { kind: 'delete' }
  if (cursor.take('UPDATE')) {
    cursor.need('SET')
    return { kind: 'update', set: cursor.takeSymbol('*') ? '*' : parseAssignments(parser) }
  }
  cursor.need('INSERT')
  if (cursor.takeSymbol('*')) return { kind: 'insert', columns: '*', values: [] }
  const columns = cursor.atSymbol('(')
    ? parenthesized(cursor, () => needQualifiedName(cursor, 'a column'))
    : []
  cursor.need('VALUES')
  return { kind: 'insert', columns, values: parenthesized(cursor, () => parser.expression()) }
}
