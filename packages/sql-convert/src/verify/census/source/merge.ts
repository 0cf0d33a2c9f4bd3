import type { Merge, MergeAction, MergeClause } from '../../../spark/ast/statement.js'
import { all, table } from '../entry.js'
import type { SourceCensus } from './census.js'
import { visitAssignments } from './change.js'
import { visitTable } from './from.js'
import { conjuncts } from './root.js'

export function visitMerge(census: SourceCensus, merge: Merge): void {
  census.add('target', merge, all(table(merge.table.at(-1) ?? '')))
  visitTable(census, merge.source, false)
  census.conditions('on', merge.on)
  for (const clause of merge.clauses) visitClause(census, clause)
}

function visitClause(census: SourceCensus, clause: MergeClause): void {
  const { action, when, condition } = clause
  const conditions = condition ? conjuncts(condition).flatMap(census.needs) : []
  if (condition) census.expression(condition)
  census.add('merge clause', clause, all(when, action.kind), ...conditions)
  if (action.kind === 'update' && action.set !== '*') visitAssignments(census, clause, action.set)
  if (action.kind === 'insert') visitValues(census, clause, action)
}

/** Each value with its column, where the columns are told. */
function visitValues(
  census: SourceCensus,
  clause: MergeClause,
  { columns, values }: Extract<MergeAction, { readonly kind: 'insert' }>,
): void {
  if (columns === '*' || columns.length === 0) {
    for (const value of values) census.expression(value)
    return
  }
  const assignments = columns.flatMap((column, place) => {
    const value = values[place]
    return value ? [{ column, value }] : []
  })
  visitAssignments(census, clause, assignments)
}
