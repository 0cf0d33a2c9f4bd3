import { child, type Node, nodeIn, nodesIn, type Tree, text } from '../grammar/tree.js'
import { keyOf } from './key-of.js'
import type { Scope } from './scope.js'
import type { OrderedKey, OrderUse, TableUse } from './table-use.js'

/** ORDER BY: the first keys that belong to one table are what an index can give. */
export function addOrder(
  scope: Scope,
  keys: readonly OrderedNode[],
  isLimited: OrderUse['isLimited'],
): void {
  const found: OrderedKey[] = []
  let use: TableUse | undefined
  for (const { node, descending, nullsFirst } of keys) {
    const placed = keyOf(scope, node)
    use ??= placed?.use
    if (!placed || placed.use !== use) break
    found.push({ ...placed.key, descending, nullsFirst })
  }
  if (use && found.length > 0) use.orders.push({ keys: found, isLimited })
}

/** PARTITION BY and ORDER BY of a window: the order in which it wants its rows. */
export function orderOfWindow(scope: Scope, window: Tree): void {
  const partition = nodesIn(window, 'partitionClause').map(ascending)
  addOrder(scope, [...partition, ...nodesIn(window, 'orderClause').map(orderedNode)], false)
}

export interface OrderedNode {
  readonly node: Node
  readonly descending: boolean
  readonly nullsFirst: boolean
}

export function ascending(node: Node): OrderedNode {
  return { node, descending: false, nullsFirst: false }
}

export function orderedNode([, sort]: Node): OrderedNode {
  const descending = text(sort, 'sortby_dir') === 'SORTBY_DESC'
  const nulls = text(sort, 'sortby_nulls')
  const nullsFirst = nulls === 'SORTBY_NULLS_DEFAULT' ? descending : nulls === 'SORTBY_NULLS_FIRST'
  return { node: nodeIn(sort, 'node') ?? ['', {}], descending, nullsFirst }
}

/** LIMIT that is not `LIMIT ALL`. */
export function hasLimit(select: Tree): boolean {
  const count = nodeIn(select, 'limitCount')
  return count !== undefined && child(count[1], 'isnull') === undefined && count[1].isnull !== true
}
