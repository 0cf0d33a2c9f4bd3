import { bodyOf, child, list, number, type Tree, text } from '../../grammar/tree.js'
import { ordinal } from '../entry.js'
import type { ResultCensus } from './census.js'
import { selectsOf } from './definitions.js'
import { columnName } from './marks.js'
import { type Node, nodeOf } from './nodes.js'

/** A key of an order or group, which may be a place or name of the select list. */
export function keyMarks(
  census: ResultCensus,
  select: Tree,
  holder: Tree,
  field: string,
): readonly string[] {
  const node = nodeOf(holder, field)
  const own = [...census.marks(node)]
  const item = node && itemOf(select, node)
  return [...own, ...(item ? census.marks(item) : []), ...ordinalOf(node)]
}

function itemOf(select: Tree, [kind, body]: Node): Node | undefined {
  const [first] = selectsOf(select)
  const items = list(first ?? {}, 'targetList').map((one) => bodyOf(one, 'ResTarget') ?? {})
  if (kind === 'ColumnRef') {
    const name = columnName(body)
    const named = items.find((item) => text(item, 'name') === name)
    return named && nodeOf(named, 'val')
  }
  const place = kind === 'A_Const' ? child(body, 'ival') : undefined
  return place && nodeOf(items[number(place, 'ival') - 1] ?? {}, 'val')
}

function ordinalOf(node: Node | undefined): readonly string[] {
  const place = node?.[0] === 'A_Const' ? child(node[1], 'ival') : undefined
  return place ? [ordinal(number(place, 'ival'))] : []
}
