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
    : { distinct: false, items: [allColumns(cursor.spanFrom(first))] }
  return rest(parser, first, head, from, views)
}

type Head = Pick<Select, 'distinct' | 'items'>

function parseHead({ cursor, ...parser }: Parser): Head {
  cursor.need('SELECT')
  const distinct = cursor.take('DISTINCT')
  if (!distinct && !isColumnAll(cursor)) cursor.take('ALL')
  return { distinct, items: parseSelectItems({ cursor, ...parser }) }
}

/** `SELECT all, x`: a column of that name. */
function isColumnAll(cursor: Parser['cursor']): boolean {
  return cursor.atSymbol(',', 1) || cursor.atSymbol('.', 1)
}

export function parseSelectItems(parser: Parser): readonly SelectItem[] {
  return commaList(parser.cursor, () => selectItem(parser))
}

function selectItem({ cursor, expression }: Parser): SelectItem {
  const first = cursor.peek()
  const value = expression()
  const said = cursor.take('AS')
  if (said && cursor.atSymbol('(')) {
    const aliases = parenthesized(cursor, () => cursor.needPart('a column'))
    return { value, aliases, ...cursor.spanFrom(first) }
  }
  const alias = said ? (cursor.string() ?? cursor.needPart('an alias')) : cursor.takeName()
  return { value, ...(alias !== undefined && { alias }), ...cursor.spanFrom(first) }
}

function parseFrom({ cursor, tableReference }: Parser): readonly TableReference[] {
  return cursor.take('FROM') ? commaList(cursor, tableReference) : []
}

function rest(
  parser: Parser,
  first: ReturnType<Parser['cursor']['peek']>,
  head: Head,
  from: readonly TableReference[],
  lateralViews: readonly LateralView[],
): Select {
  const { cursor, expression } = parser
  const where = cursor.take('WHERE') ? expression() : undefined
  const groupBy = parseGrouping(parser)
  const having = cursor.take('HAVING') ? expression() : undefined
  const early = parseNamedWindows(parser)
  const qualify = cursor.take('QUALIFY') ? expression() : undefined
  return {
    kind: 'select',
    ...head,
    from,
    lateralViews,
    ...(where && { where }),
    ...(groupBy && { groupBy }),
    ...(having && { having }),
    ...(qualify && { qualify }),
    windows: early.length > 0 ? early : parseNamedWindows(parser),
    ...cursor.spanFrom(first),
  }
}

function allColumns(place: { readonly start: number; readonly end: number }): SelectItem {
  return { value: { kind: 'star', qualifier: [], except: [], ...place }, ...place }
}
