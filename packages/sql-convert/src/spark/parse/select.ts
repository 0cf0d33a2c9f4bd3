import type { Span } from '../../source/span.js'
import type { LateralView, Select, SelectItem, TableReference } from '../ast/query.js'
import { commaList, parenthesized } from './comma-list.js'
import { parseGrouping } from './grouping.js'
import { parseLateralViews } from './lateral-view.js'
import type { Parser } from './parser.js'
import { parseNamedWindows } from './window.js'

/** `SELECT … FROM … WHERE … GROUP BY … HAVING … QUALIFY …` */
export function parseSelect(parser: Parser): Select {
  const first = parser.cursor.peek()
  const head = parseHead(parser)
  const from = parseFrom(parser)
  return rest(parser, first, head, from, parseLateralViews(parser))
}

/** `FROM t SELECT a`, and `FROM t` alone, which selects all. */
export function parseFromFirst(parser: Parser): Select {
  const { cursor } = parser
  const first = cursor.peek()
  const from = parseFrom(parser)
  const views = parseLateralViews(parser)
  const head = cursor.at('SELECT')
    ? parseHead(parser)
    : { distinct: false, items: [allColumns({ start: first.start, end: cursor.end() })] }
  return rest(parser, first, head, from, views)
}

type Head = Pick<Select, 'distinct' | 'items'>

function parseHead(parser: Parser): Head {
  const { cursor } = parser
  cursor.need('SELECT')
  const distinct = cursor.take('DISTINCT')
  if (!distinct && !isColumnAll(cursor)) cursor.take('ALL')
  return { distinct, items: parseSelectItems(parser) }
}

/** `SELECT all, x`: a column of that name. */
function isColumnAll(cursor: Parser['cursor']): boolean {
  return cursor.atSymbol(',', 1) || cursor.atSymbol('.', 1)
}

export function parseSelectItems(parser: Parser): readonly SelectItem[] {
  return commaList(parser.cursor, () => selectItem(parser))
}

function selectItem(parser: Parser): SelectItem {
  const { cursor } = parser
  const first = cursor.peek()
  const value = parser.expression()
  const said = cursor.take('AS')
  if (said && cursor.atSymbol('(')) {
    const aliases = parenthesized(cursor, () => cursor.needPart('a column'))
    return { value, aliases, start: first.start, end: cursor.end() }
  }
  const alias = said ? (cursor.string() ?? cursor.needPart('an alias')) : cursor.takeName()
  return { value, alias, start: first.start, end: cursor.end() }
}

function parseFrom(parser: Parser): readonly TableReference[] {
  const { cursor } = parser
  return cursor.take('FROM') ? commaList(cursor, () => parser.tableReference()) : []
}

function rest(
  parser: Parser,
  first: ReturnType<Parser['cursor']['peek']>,
  { distinct, items }: Head,
  from: readonly TableReference[],
  lateralViews: readonly LateralView[],
): Select {
  const { cursor } = parser
  const where = cursor.take('WHERE') ? parser.expression() : undefined
  const groupBy = parseGrouping(parser)
  const having = cursor.take('HAVING') ? parser.expression() : undefined
  const early = parseNamedWindows(parser)
  const qualify = cursor.take('QUALIFY') ? parser.expression() : undefined
  return {
    kind: 'select',
    distinct,
    items,
    from,
    lateralViews,
    where,
    groupBy,
    having,
    qualify,
    windows: early.length > 0 ? early : parseNamedWindows(parser),
    start: first.start,
    end: cursor.end(),
  }
}

function allColumns({ start, end }: Span): SelectItem {
  return { value: { kind: 'star', qualifier: [], except: [], start, end }, start, end }
}
