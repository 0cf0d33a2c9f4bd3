import type { Join, LateralView, Pivot, TableReference, Unpivot } from '../../../spark/ast/query.js'
import { all, column, table, value } from '../entry.js'
import type { SourceCensus } from './census.js'

/** @param isJoined whether it stands behind a comma, which is a join */
export function visitTable(census: SourceCensus, node: TableReference, isJoined: boolean): void {
  if (isJoined) census.add('join', node, all('inner', ...tablesOf(node).map(table)))
  switch (node.kind) {
    case 'named table':
      census.add('table', node, all(table(node.name.at(-1) ?? '')))
      break
    case 'derived table':
      census.query(node.query, 'inner')
      break
    case 'inline table':
      census.body(node, 'inner')
      break
    case 'table function':
      for (const { value } of node.call.arguments) census.expression(value)
      census.add('generator', node, ...census.needs(node.call))
      break
    case 'join':
      visitTable(census, node.left, false)
      visitJoin(census, node)
      break
    case 'pivot':
      visitTable(census, node.table, false)
      visitPivot(census, node)
      break
    case 'unpivot':
      visitTable(census, node.table, false)
      visitUnpivot(census, node)
      break
  }
}

export function visitJoin(census: SourceCensus, join: Omit<Join, 'left'>): void {
  const { type, right, on, using, natural, ...span } = join
  visitTable(census, right, false)
  const isKeyed = natural || using !== undefined
  const name = type === 'cross' ? 'inner' : type
  census.add(
    'join',
    span,
    all(name, ...tablesOf(right).map(table)),
    ...(isKeyed && type !== 'semi' && type !== 'anti' ? [all('keyed')] : []),
  )
  const clause = type === 'semi' || type === 'anti' ? 'where' : 'on'
  census.conditions(clause, on)
  for (const key of using ?? []) census.add(clause, span, all(column(key)))
}

/** A table that an outer view has rows of its own for. */
export function visitLateralView(
  census: SourceCensus,
  { call, outer, ...span }: LateralView,
): void {
  for (const { value } of call.arguments) census.expression(value)
  census.add('generator', span, ...census.needs(call), ...(outer ? [all('outer')] : []))
}

/** Each aggregate for each value. */
export function visitPivot(census: SourceCensus, pivot: Omit<Pivot, 'table'>): void {
  const keys = pivot.columns.map((parts) => all(column(parts.at(-1) ?? '')))
  for (const one of pivot.values) {
    for (const aggregate of pivot.aggregates) {
      const needs = [...census.needs(aggregate.value), ...keys, ...census.needs(one.value)]
      census.add('aggregate', pivot, ...needs)
    }
  }
}

/** Each column becomes a row with its name. */
export function visitUnpivot(census: SourceCensus, unpivot: Omit<Unpivot, 'table'>): void {
  for (const { columns, alias } of unpivot.columns) {
    const names = columns.map((parts) => parts.at(-1) ?? '')
    const label = alias ?? (names.length === 1 ? names[0] : undefined)
    const needs = names.map((name) => all(column(name)))
    census.add('row', unpivot, ...needs, ...(label === undefined ? [] : [all(value(label))]))
  }
  if (unpivot.includeNulls) return
  const isOne = unpivot.values.length === 1
  const needs = unpivot.values.map((name) => all(column(name)))
  census.add('where', unpivot, ...needs, ...(isOne ? [all('root is not null')] : []))
}

function tablesOf(node: TableReference): readonly string[] {
  switch (node.kind) {
    case 'named table':
      return [node.name.at(-1) ?? '']
    case 'join':
      return [...tablesOf(node.left), ...tablesOf(node.right)]
    case 'pivot':
    case 'unpivot':
      return tablesOf(node.table)
    default:
      return []
  }
}
