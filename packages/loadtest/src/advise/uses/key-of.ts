import {
  isTree,
  type Node,
  names,
  nodeIn,
  nodeOf,
  nodesBelow,
  nodesIn,
  type Tree,
  text,
} from '../grammar/tree.js'
import { quoteName } from '../quote.js'
import { type Place, resolveColumn, type Scope } from './scope.js'
import type { Key, TableUse } from './table-use.js'

/** An indexable side of a condition: a column, or an expression over columns of one table. */
export interface PlacedKey {
  readonly use: TableUse
  readonly key: Key
}

/** Nodes whose value another row or call may change. */
const NOT_INDEXABLE = new Set([
  'ParamRef',
  'SubLink',
  'SQLValueFunction',
  'WindowDef',
  'GroupingFunc',
  'SetToDefault',
])

export function keyOf(scope: Scope, node: Node): PlacedKey | undefined {
  const place = placeOf(scope, node)
  if (place) return { use: place.use, key: columnKey(place.column) }
  const uses = new Set<TableUse>()
  for (const one of nodesBelow(node)) {
    if (NOT_INDEXABLE.has(one[0]) || one[1].agg_star === true || one[1].over) return undefined
    if (one[0] !== 'ColumnRef') continue
    const inner = placeOf(scope, one)
    if (!inner) return undefined
    uses.add(inner.use)
  }
  const [use, ...others] = uses
  if (!use || others.length > 0) return undefined
  return { use, key: { sql: expressionSql(scope, node) } }
}

export function columnKey(column: string): Key {
  return { sql: quoteName(column), column }
}

/** Where a plain column leads. */
export function placeOf(scope: Scope, [kind, body]: Node): Place | undefined {
  if (kind !== 'ColumnRef') return undefined
  const fields = names(body, 'fields')
  return fields.length === nodesIn(body, 'fields').length ? resolveColumn(scope, fields) : undefined
}

/** An expression as an index on its table has it: columns without the names of tables. */
function expressionSql(scope: Scope, node: Node): string {
  const sql = scope.walk.grammar.write(nodeOf(bareColumns(scope, { [node[0]]: node[1] })))
  const isCall = node[0] === 'FuncCall' && text(node[1], 'funcformat') === 'COERCE_EXPLICIT_CALL'
  return isCall ? sql : `(${sql})`
}

/** A condition without the names of tables. */
export function conditionSql(scope: Scope, node: Node): string {
  return scope.walk.grammar.write(nodeOf(bareColumns(scope, { [node[0]]: node[1] })))
}

function bareColumns(scope: Scope, tree: Tree): Tree {
  const [kind] = nodeOf(tree)
  if (kind === 'ColumnRef') {
    const place = placeOf(scope, nodeOf(tree))
    if (place) return { ColumnRef: { fields: [{ String: { sval: place.column } }] } }
  }
  return Object.fromEntries(
    Object.entries(tree).map(([field, value]) => [field, bareValue(scope, value)]),
  )
}

function bareValue(scope: Scope, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => bareValue(scope, one))
  return isTree(value) ? bareColumns(scope, value) : value
}

/** The tables that an expression reads, sub-queries included. */
export function usesIn(scope: Scope, node: Node): readonly TableUse[] {
  const places = [...nodesBelow(node)].flatMap((one) => placeOf(scope, one) ?? [])
  return [...new Set(places.map(({ use }) => use))]
}

/** Text of a constant; undefined for anything else. */
export function constantText([kind, body]: Node): string | undefined {
  if (kind === 'TypeCast') {
    const inner = nodeIn(body, 'arg')
    return inner && constantText(inner)
  }
  const value = kind === 'A_Const' ? body.sval : undefined
  return isTree(value) ? text(value, 'sval') : undefined
}
