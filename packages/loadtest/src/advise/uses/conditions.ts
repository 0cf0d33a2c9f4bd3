import { type Node, names, nodeIn, nodesBelow, nodesIn, number, text } from '../grammar/tree.js'
import { conditionSql, constantText, keyOf, type PlacedKey, placeOf, usesIn } from './key-of.js'
import type { Scope } from './scope.js'
import type { Condition, TableUse } from './table-use.js'

/** A condition and the table that it is about. */
export interface Found {
  readonly use: TableUse
  readonly condition: Condition
}

const RANGE = new Set(['<', '<=', '>', '>='])
const CONTAINS = new Set(['@>', '<@', '&&', '?', '?|', '?&', '@@', '@?'])
const REGULAR = new Set(['~', '~*'])

/** What a conjunct asks of the tables in it; OR gives its arms apart. */
export function conditionsOf(scope: Scope, node: Node): readonly Found[] {
  const [kind, body] = node
  switch (kind) {
    case 'ColumnRef':
    case 'BooleanTest':
    case 'NullTest':
      return tested(scope, node)
    case 'BoolExpr':
      if (text(body, 'boolop') === 'AND_EXPR')
        return nodesIn(body, 'args').flatMap((one) => conditionsOf(scope, one))
      return text(body, 'boolop') === 'NOT_EXPR' ? tested(scope, node) : []
    case 'A_Expr':
      return compared(scope, node)
    default:
      return []
  }
}

/** The arms of an OR at the top of a conjunct. */
export function armsOf(scope: Scope, [kind, body]: Node): readonly (readonly Found[])[] {
  if (kind !== 'BoolExpr' || text(body, 'boolop') !== 'OR_EXPR') return []
  return nodesIn(body, 'args').map((one) => conditionsOf(scope, one))
}

/** IS NULL, a boolean column and its negation. */
function tested(scope: Scope, node: Node): readonly Found[] {
  const columns = [...nodesBelow(node)].filter(([kind]) => kind === 'ColumnRef')
  const [column] = columns
  const place = column && placeOf(scope, column)
  const isPlain = columns.length === 1 && [...nodesBelow(node)].every(([kind]) => PLAIN.has(kind))
  if (!place || !isPlain) return []
  const test = conditionSql(scope, node)
  return [{ use: place.use, condition: { kind: 'test', test, column: place.column } }]
}

const PLAIN = new Set(['', 'ColumnRef', 'String', 'BooleanTest', 'NullTest', 'BoolExpr'])

function compared(scope: Scope, node: Node): readonly Found[] {
  const [, body] = node
  const operator = names(body, 'name').at(-1) ?? ''
  const left = nodeIn(body, 'lexpr')
  const right = nodeIn(body, 'rexpr') ?? (['List', {}] as const)
  if (!left) return []
  switch (text(body, 'kind')) {
    case 'AEXPR_OP':
      return operated(scope, node, { operator, left, right })
    case 'AEXPR_OP_ANY':
    case 'AEXPR_IN':
      return operator === '=' ? equal(scope, node, left, right) : []
    case 'AEXPR_BETWEEN':
      return found(keyOf(scope, left), (key) => ({ kind: 'range', key }))
    case 'AEXPR_LIKE':
      return operator === '~~' ? like(scope, left, right) : []
    case 'AEXPR_ILIKE':
      return operator === '~~*' ? pattern(scope, left) : []
    default:
      return []
  }
}

interface Operation {
  readonly operator: string
  readonly left: Node
  readonly right: Node
}

function operated(scope: Scope, node: Node, operation: Operation): readonly Found[] {
  const { operator, left, right } = operation
  if (left[0] === 'RowExpr' && right[0] === 'RowExpr') return rows(scope, node, operation)
  if (operator === '=')
    return [...equal(scope, node, left, right), ...equal(scope, node, right, left)]
  if (RANGE.has(operator)) return [...ranged(scope, left, right), ...ranged(scope, right, left)]
  if (REGULAR.has(operator)) return pattern(scope, left)
  if (!CONTAINS.has(operator)) return []
  return found(keyOf(scope, left), (key) => ({ kind: 'contains', key, operator }))
}

/** (a, b) = (…) is two equalities, (a, b) < (…) a range over its first column. */
function rows(scope: Scope, node: Node, { operator, left, right }: Operation): readonly Found[] {
  const others = nodesIn(right[1], 'args')
  const pairs = nodesIn(left[1], 'args').flatMap((one, place) => {
    const other = others[place]
    return other ? [{ left: one, right: other }] : []
  })
  if (operator === '=') return pairs.flatMap((pair) => operated(scope, node, { operator, ...pair }))
  const [first] = pairs
  return first && RANGE.has(operator) ? operated(scope, node, { operator, ...first }) : []
}

function equal(scope: Scope, whole: Node, side: Node, other: Node): readonly Found[] {
  const placed = keyOf(scope, side)
  const joins = usesIn(scope, other)
  if (!placed || joins.includes(placed.use)) return []
  const isConstant = joins.length === 0 && !hasParameter(other)
  const test = isConstant ? conditionSql(scope, whole) : undefined
  return found(placed, (key) => ({
    kind: 'equal',
    key,
    joins,
    ...(test !== undefined && { test }),
  }))
}

function ranged(scope: Scope, side: Node, other: Node): readonly Found[] {
  const placed = keyOf(scope, side)
  if (!placed || usesIn(scope, other).includes(placed.use)) return []
  return found(placed, (key) => ({ kind: 'range', key }))
}

function like(scope: Scope, left: Node, right: Node): readonly Found[] {
  const sample =
    right[0] === 'ParamRef' ? scope.walk.sampleOf(number(right[1], 'number')) : undefined
  const start = constantText(right) ?? (typeof sample === 'string' ? sample : 'unknown')
  if (/^[%_]/.test(start)) return pattern(scope, left)
  return found(keyOf(scope, left), (key) => ({ kind: 'prefix', key }))
}

function pattern(scope: Scope, side: Node): readonly Found[] {
  return found(keyOf(scope, side), (key) => ({ kind: 'pattern', key }))
}

function found(
  placed: PlacedKey | undefined,
  condition: (key: PlacedKey['key']) => Condition,
): readonly Found[] {
  return placed ? [{ use: placed.use, condition: condition(placed.key) }] : []
}

function hasParameter(node: Node): boolean {
  for (const [kind] of nodesBelow(node)) {
    if (kind === 'ParamRef' || kind === 'SubLink' || kind === 'SQLValueFunction') return true
    if (kind === 'FuncCall') return true
  }
  return false
}
