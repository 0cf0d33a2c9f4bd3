import type { Span } from '../../../source/span.js'
import type { Assignment, Delete, Insert, Update } from '../../../spark/ast/statement.js'
import { all, column, table } from '../entry.js'
import type { SourceCensus } from './census.js'

export function visitInsert(census: SourceCensus, insert: Insert): void {
  census.add('target', insert, all(table(insert.table.at(-1) ?? '')))
  for (const parts of insert.columns) {
    census.add('target', insert, all(column(parts.at(-1) ?? '')))
  }
  if (insert.overwrite) census.add('object', insert, all('emptied'))
  census.conditions('where', insert.replaceWhere)
  census.query(insert.query, 'top')
}

export function visitUpdate(census: SourceCensus, update: Update): void {
  census.add('target', update, all(table(update.table.at(-1) ?? '')))
  visitAssignments(census, update, update.set)
  census.conditions('where', update.where)
}

export function visitDelete(census: SourceCensus, node: Delete): void {
  census.add('target', node, all(table(node.table.at(-1) ?? '')))
  census.conditions('where', node.where)
}

export function visitAssignments(
  census: SourceCensus,
  span: Span,
  set: readonly Assignment[],
): void {
  for (const { column: parts, value } of set) {
    census.expression(value)
    const isDefault = value.kind === 'column' && /^default$/i.test(value.parts.join('.'))
    const needs = isDefault ? [] : census.needs(value)
    census.add('assignment', span, all(`to ${(parts.at(-1) ?? '').toLowerCase()}`), ...needs)
  }
}
