import type { Call, Expression } from '../../../spark/ast/expression.js'
import type { FrameBound, Query, WindowSpecification } from '../../../spark/ast/query.js'

/** The expressions that stand directly in another, those of its window too; none of its queries. */
export function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case 'call':
      return callParts(node)
    case 'trim':
      return [node.value, ...optional(node.characters)]
    case 'interval':
      return node.parts.map(({ value }) => value)
    case 'star':
      return (node.replace ?? []).map(({ value }) => value)
    case 'binary':
      return [node.left, node.right]
    case 'is':
      return [node.value, ...(typeof node.what === 'string' ? [] : [node.what.distinctFrom])]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in list':
      return [node.value, ...node.list]
    case 'like':
      return [node.value, ...node.patterns]
    case 'case':
      return [
        ...optional(node.value),
        ...node.branches.flatMap(({ when, result }) => [when, result]),
        ...optional(node.otherwise),
      ]
    case 'lambda':
      return [node.body]
    case 'subscript':
      return [node.value, node.index]
    case 'row':
      return node.items.map(({ value }) => value)
    case 'cast':
    case 'unary':
    case 'in query':
    case 'field':
    case 'json path':
    case 'collate':
      return [node.value]
    case 'literal':
    case 'number':
    case 'typed literal':
    case 'parameter':
    case 'column':
    case 'exists':
    case 'scalar query':
      return []
  }
}

export function queryOf(node: Expression): Query | undefined {
  return node.kind === 'in query' || node.kind === 'exists' || node.kind === 'scalar query'
    ? node.query
    : undefined
}

export function windowParts(window: WindowSpecification): readonly Expression[] {
  return [
    ...window.partitionBy,
    ...window.orderBy.map(({ value }) => value),
    ...boundParts(window.frame?.from),
    ...boundParts(window.frame?.to),
  ]
}

export function boundParts(bound: FrameBound | undefined): readonly Expression[] {
  if (bound === undefined || typeof bound === 'string') return []
  return ['preceding' in bound ? bound.preceding : bound.following]
}

function callParts(call: Call): readonly Expression[] {
  return [
    ...call.arguments.map(({ value }) => value),
    ...call.orderBy.map(({ value }) => value),
    ...(call.withinGroup ?? []).map(({ value }) => value),
    ...optional(call.filter),
    ...(typeof call.over === 'object' ? windowParts(call.over) : []),
  ]
}

function optional<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value]
}
