import type { OrderItem, QueryOrder } from '../ast/query.js'
import { commaList } from './comma-list.js'
import type { Cursor } from './cursor.js'
import type { Parser } from './parser.js'

/** `a DESC NULLS LAST, b` */
export function parseOrderItems(parser: Parser): readonly OrderItem[] {
  return commaList(parser.cursor, () => orderItem(parser))
}

function orderItem(parser: Parser): OrderItem {
  const { cursor } = parser
  const value = parser.expression()
  const descending = cursor.take('DESC')
  if (!descending) cursor.take('ASC')
  return { value, descending, nulls: nullsPlace(cursor) }
}

function nullsPlace(cursor: Cursor): OrderItem['nulls'] {
  if (cursor.take('NULLS', 'FIRST')) return 'first'
  return cursor.take('NULLS', 'LAST') ? 'last' : undefined
}

/** `ORDER BY`, `SORT BY`, `DISTRIBUTE BY`, `CLUSTER BY`, none or more of them. */
export function parseQueryOrder(parser: Parser): QueryOrder {
  const { cursor } = parser
  const list = () => commaList(cursor, () => parser.expression())
  let orderBy: QueryOrder['orderBy'] = []
  let sortBy: readonly OrderItem[] = []
  let distributeBy: QueryOrder['distributeBy'] = []
  let clusterBy: QueryOrder['clusterBy'] = []
  for (;;) {
    if (cursor.take('ORDER', 'BY')) orderBy = orderByAll(parser) ?? parseOrderItems(parser)
    else if (cursor.take('SORT', 'BY')) sortBy = parseOrderItems(parser)
    else if (cursor.take('DISTRIBUTE', 'BY')) distributeBy = list()
    else if (cursor.take('CLUSTER', 'BY')) clusterBy = list()
    else return { orderBy, sortBy, distributeBy, clusterBy }
  }
}

/** ALL alone; its direction, if it has one, is read as of an item. */
function orderByAll({ cursor }: Parser): 'all' | undefined {
  if (!cursor.at('ALL')) return undefined
  const { kind } = cursor.peek(1)
  if (kind !== 'end' && !cursor.atSymbol(')', 1) && !cursor.atSymbol(';', 1)) {
    const next = cursor.peek(1)
    if (next.kind !== 'word' || !['LIMIT', 'OFFSET'].includes(next.upper)) return undefined
  }
  cursor.next()
  return 'all'
}
