import type { NamedExpression } from '../ast/expression.js'
import type { Pivot, Unpivot, UnpivotColumn } from '../ast/query.js'
import { takeAlias } from './alias.js'
import { commaList, parenthesized } from './comma-list.js'
import type { Parser } from './parser.js'

/** `PIVOT (sum(x) FOR k IN ('a', 'b' AS c)) [alias]`, without its table. */
export function parsePivot(parser: Parser): Omit<Pivot, 'table'> | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.at('PIVOT') || !cursor.atSymbol('(', 1)) return undefined
  cursor.next()
  cursor.needSymbol('(')
  const aggregates = commaList(cursor, () => named(parser))
  cursor.need('FOR')
  const columns = cursor.atSymbol('(')
    ? parenthesized(cursor, () => columnName(parser))
    : [columnName(parser)]
  cursor.need('IN')
  const values = parenthesized(cursor, () => named(parser))
  cursor.needSymbol(')')
  const alias = takeAlias(cursor)
  return {
    kind: 'pivot',
    aggregates,
    columns,
    values,
    alias,
    start: first.start,
    end: cursor.end(),
  }
}

/** `UNPIVOT [INCLUDE NULLS] (v FOR n IN (a AS x, b))`, without its table. */
export function parseUnpivot(parser: Parser): Omit<Unpivot, 'table'> | undefined {
  const { cursor } = parser
  const first = cursor.peek()
  if (!cursor.take('UNPIVOT')) return undefined
  const includeNulls = cursor.take('INCLUDE', 'NULLS')
  if (!includeNulls) cursor.take('EXCLUDE', 'NULLS')
  cursor.needSymbol('(')
  const values = cursor.atSymbol('(')
    ? parenthesized(cursor, () => cursor.needPart('a column'))
    : [cursor.needPart('a column')]
  cursor.need('FOR')
  const name = cursor.needPart('a column')
  cursor.need('IN')
  const columns = parenthesized(cursor, () => unpivotColumn(parser))
  cursor.needSymbol(')')
  const alias = takeAlias(cursor)
  return {
    kind: 'unpivot',
    includeNulls,
    values,
    name,
    columns,
    alias,
    start: first.start,
    end: cursor.end(),
  }
}

function unpivotColumn(parser: Parser): UnpivotColumn {
  const { cursor } = parser
  const columns = cursor.atSymbol('(')
    ? parenthesized(cursor, () => columnName(parser))
    : [columnName(parser)]
  const said = cursor.take('AS')
  const alias = said ? cursor.needPart('a name') : cursor.takeName()
  return { columns, alias }
}

function columnName({ cursor }: Parser): readonly string[] {
  const parts = [cursor.needPart('a column')]
  while (cursor.takeSymbol('.')) parts.push(cursor.needPart('a field'))
  return parts
}

function named(parser: Parser): NamedExpression {
  const { cursor } = parser
  const value = parser.expression()
  const said = cursor.take('AS')
  const alias = said
    ? (cursor.string() ?? cursor.needPart('a name'))
    : cursor.at('FOR')
      ? undefined
      : cursor.takeName()
  return { value, alias }
}
