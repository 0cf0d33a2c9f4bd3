import {
  child,
  isTree,
  type Node,
  names,
  nodeIn,
  nodesIn,
  number,
  type Tree,
  text,
} from '../grammar/tree.js'
import { withCtes } from './ctes.js'
import { keyOf, placeOf } from './key-of.js'
import { addOrder, ascending, hasLimit, orderedNode, orderOfWindow } from './orders.js'
import { isUse, type Outputs, outputsOf, type Place, type Scope } from './scope.js'
import type { Key, TableUse } from './table-use.js'
import { walkExpression, walkWhere } from './walk-expression.js'
import { walkFrom } from './walk-from.js'

/** Goes through SELECT, VALUES and UNION; returns the columns that it gives. */
export function walkSelect(outer: Scope, select: Tree): Outputs {
  const scope = withCtes(outer, select)
  const left = child(select, 'larg')
  const right = child(select, 'rarg')
  if (left && right) {
    const outputs = scope.walk.walkQuery(scope, ['SelectStmt', left])
    scope.walk.walkQuery(scope, ['SelectStmt', right])
    return outputs
  }
  for (const item of nodesIn(select, 'fromClause')) walkFrom(scope, item)
  walkWhere(scope, nodeIn(select, 'whereClause'))
  const targets = nodesIn(select, 'targetList')
  for (const [, target] of targets) walkTarget(scope, nodeIn(target, 'val'))
  for (const field of ['groupClause', 'sortClause', 'valuesLists', 'distinctClause'] as const) {
    for (const one of nodesIn(select, field)) walkExpression(scope, one)
  }
  walkExpression(scope, nodeIn(select, 'havingClause'))
  for (const [, window] of nodesIn(select, 'windowClause')) orderOfWindow(scope, window)
  addGroups(scope, select, targets)
  addOrders(scope, select, targets)
  addExtremes(scope, select, targets)
  return outputsOfSelect(scope, targets)
}

/** `*` reads whole rows. */
function walkTarget(scope: Scope, value: Node | undefined): void {
  for (const { from } of starSources(scope, value) ?? []) if (isUse(from)) from.needsAll = true
  walkExpression(scope, value)
}

function starSources(scope: Scope, value: Node | undefined): Scope['sources'] | undefined {
  if (value?.[0] !== 'ColumnRef') return undefined
  if (!nodesIn(value[1], 'fields').some(([kind]) => kind === 'A_Star')) return undefined
  const alias = names(value[1], 'fields').at(-1)
  return scope.sources.filter((one) => alias === undefined || one.alias === alias)
}

function outputsOfSelect(scope: Scope, targets: readonly Node[]): Outputs {
  const outputs = new Map<string, Place | undefined>()
  for (const [place, [, target]] of targets.entries()) {
    const value = nodeIn(target, 'val')
    const stars = starSources(scope, value)
    for (const { from } of stars ?? []) {
      for (const [name, leads] of outputsOf(from)) outputs.set(name, leads)
    }
    if (stars || !value) continue
    const name = text(target, 'name') || names(value[1], 'fields').at(-1) || `column${place + 1}`
    outputs.set(name, placeOf(scope, value))
  }
  return outputs
}

/** The expression of an ordinal or of an output's name. */
function meant(targets: readonly Node[], node: Node): Node {
  const [kind, body] = node
  const ordinal = kind === 'A_Const' && isTree(body.ival) ? number(body.ival, 'ival') : undefined
  const fields = kind === 'ColumnRef' ? names(body, 'fields') : []
  const named = targets.find(
    ([, target]) => fields.length === 1 && text(target, 'name') === fields[0],
  )
  const target = ordinal === undefined ? named : targets[ordinal - 1]
  return (target && nodeIn(target[1], 'val')) ?? node
}

function addGroups(scope: Scope, select: Tree, targets: readonly Node[]): void {
  const grouped = nodesIn(select, 'groupClause').map((one) => meant(targets, one))
  addGroup(scope, grouped)
  // SELECT DISTINCT has one empty element there.
  const distinct = select.distinctClause
  if (Array.isArray(distinct) && nodesIn(select, 'distinctClause').every(([kind]) => kind === '')) {
    addGroup(
      scope,
      targets.flatMap(([, target]) => [nodeIn(target, 'val') ?? (['', {}] as const)]),
    )
  }
}

function addGroup(scope: Scope, nodes: readonly Node[]): void {
  const placed = nodes.map((one) => keyOf(scope, one))
  const keys: Key[] = []
  let use: TableUse | undefined
  for (const one of placed) {
    use ??= one?.use
    if (!one || one.use !== use) return
    keys.push(one.key)
  }
  if (use && keys.length > 0) use.groups.push(keys)
}

function addOrders(scope: Scope, select: Tree, targets: readonly Node[]): void {
  const sorted = nodesIn(select, 'sortClause')
    .map(orderedNode)
    .map((one) => ({ ...one, node: meant(targets, one.node) }))
  // Rows of groups come in the order of the groups' index, or are sorted when they are few.
  const isGrouped = nodesIn(select, 'groupClause').length > 0
  if (sorted.length > 0 && !isGrouped) addOrder(scope, sorted, hasLimit(select))
  const on = nodesIn(select, 'distinctClause').filter(([kind]) => kind !== '')
  if (on.length > 0 && sorted.length === 0) addOrder(scope, on.map(ascending), false)
}

/** min(x) and max(x) are the first row by x. */
function addExtremes(scope: Scope, select: Tree, targets: readonly Node[]): void {
  if (nodesIn(select, 'groupClause').length > 0) return
  for (const [, target] of targets) {
    const [kind, call] = nodeIn(target, 'val') ?? ['', {}]
    const name = kind === 'FuncCall' ? names(call, 'funcname').at(-1) : undefined
    const [argument] = nodesIn(call, 'args')
    if ((name === 'min' || name === 'max') && argument) addOrder(scope, [ascending(argument)], true)
  }
}
