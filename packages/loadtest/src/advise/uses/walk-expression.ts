import { isTree, type Node, nodeIn, nodeOf, nodesIn, text } from '../grammar/tree.js'
import { armsOf, conditionsOf, type Found } from './conditions.js'
import { columnKey, keyOf, placeOf } from './key-of.js'
import { orderOfWindow } from './orders.js'
import type { Scope } from './scope.js'
import type { Condition, TableUse } from './table-use.js'

/** WHERE, ON: what each conjunct asks of the tables in it. */
export function walkWhere(scope: Scope, node: Node | undefined): void {
  if (!node) return
  walkExpression(scope, node)
  for (const conjunct of conjunctsOf(node)) {
    for (const { use, condition } of conditionsOf(scope, conjunct)) use.conditions.push(condition)
    const arms = armsOf(scope, conjunct)
    for (const [use, conditions] of arms.flatMap((arm) => [...byUse(arm)]))
      use.arms.push(conditions)
  }
}

function conjunctsOf(node: Node): readonly Node[] {
  const [kind, body] = node
  if (kind !== 'BoolExpr' || text(body, 'boolop') !== 'AND_EXPR') return [node]
  return nodesIn(body, 'args').flatMap(conjunctsOf)
}

function byUse(found: readonly Found[]): ReadonlyMap<TableUse, readonly Condition[]> {
  const grouped = new Map<TableUse, Condition[]>()
  for (const { use, condition } of found) {
    grouped.set(use, [...(grouped.get(use) ?? []), condition])
  }
  return grouped
}

/** Notes the columns that an expression reads, and goes into its sub-queries. */
export function walkExpression(scope: Scope, node: Node | undefined): void {
  if (!node) return
  const [kind, body] = node
  if (kind === 'SubLink') {
    walkSubLink(scope, node)
    return
  }
  if (kind === 'ColumnRef') {
    readColumn(scope, node)
    return
  }
  if (kind === 'FuncCall' && isTree(body.over)) orderOfWindow(scope, body.over)
  for (const value of Object.values(body)) {
    const children = Array.isArray(value) ? value.filter(isTree) : isTree(value) ? [value] : []
    for (const one of children) walkExpression(scope, nodeOf(one))
  }
}

function readColumn(scope: Scope, node: Node): void {
  const place = placeOf(scope, node)
  place?.use.needed.add(place.column)
}

/** `x IN (SELECT y …)` is a join: the table of each side may be looked up by the other's values. */
function walkSubLink(scope: Scope, [, body]: Node): void {
  const query = nodeIn(body, 'subselect')
  const test = nodeIn(body, 'testexpr')
  walkExpression(scope, test)
  const outputs = query && scope.walk.walkQuery(scope, query)
  const isEqual =
    text(body, 'subLinkType') === 'ANY_SUBLINK' && nodesIn(body, 'operName').length === 0
  const [inner] = outputs?.values() ?? []
  const outer = test && keyOf(scope, test)
  if (!isEqual || !inner || !outer || outer.use === inner.use) return
  outer.use.conditions.push({ kind: 'equal', key: outer.key, joins: [inner.use] })
  inner.use.conditions.push({ kind: 'equal', key: columnKey(inner.column), joins: [outer.use] })
}
