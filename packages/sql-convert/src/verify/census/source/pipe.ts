import type { PipeOperator, SelectItem } from '../../../spark/ast/query.js'
import { all, isVariable, named } from '../entry.js'
import type { SourceCensus } from './census.js'
import { visitWindow } from './expression.js'
import { visitJoin, visitLateralView, visitPivot, visitUnpivot } from './from.js'
import { visitGrouping } from './grouping.js'
import { visitLimit, visitOrder } from './order.js'
import { visitItems } from './select.js'

/** `|> …` become queries around queries; each has the clauses that it would have there. */
export function visitPipes(census: SourceCensus, pipes: readonly PipeOperator[]): void {
  for (const pipe of pipes) visitPipe(census, pipe)
}

function visitPipe(census: SourceCensus, pipe: PipeOperator): void {
  switch (pipe.kind) {
    case 'extend':
      census.add('output', spanOf(pipe.items), all('star'))
      visitItems(census, pipe.items, 'inner')
      break
    case 'select':
      if (pipe.distinct) census.add('distinct', spanOf(pipe.items))
      for (const { window } of pipe.windows) {
        if (typeof window === 'object') visitWindow(census, window)
      }
      visitItems(census, pipe.items, 'inner')
      break
    case 'set':
      visitSet(census, pipe.items)
      break
    case 'where':
      census.conditions('where', pipe.condition)
      break
    case 'aggregate':
      visitAggregate(census, pipe)
      break
    case 'join':
      visitJoin(census, pipe)
      break
    case 'pivot':
      visitPivot(census, pipe)
      break
    case 'unpivot':
      visitUnpivot(census, pipe)
      break
    case 'set operation':
      census.body(pipe.right, 'inner')
      census.add('set operation', pipe, all(`${pipe.operator}${pipe.all ? ' all' : ''}`))
      break
    case 'lateral view':
      visitLateralView(census, pipe.view)
      break
    case 'order':
      visitOrder(census, pipe.order, undefined)
      break
    case 'limit':
      visitLimit(census, pipe)
      break
    case 'as':
    case 'drop':
    case 'sample':
      return
  }
}

/** `SET x = 1` is read as a comparison: a column of that name gets the value. */
function visitSet(census: SourceCensus, items: readonly SelectItem[]): void {
  for (const item of items) {
    const { value } = item
    census.expression(value)
    if (value.kind !== 'binary' || value.left.kind !== 'column') continue
    const name = value.left.parts.at(-1) ?? ''
    census.add('output', item, ...census.needs(value.right), all(named(name)))
  }
}

function visitAggregate(
  census: SourceCensus,
  { items, groupBy }: Extract<PipeOperator, { readonly kind: 'aggregate' }>,
): void {
  visitItems(census, items, 'inner')
  if (!groupBy) return
  if (isGrouping(groupBy)) {
    visitGrouping(census, groupBy, [])
    return
  }
  visitItems(
    census,
    groupBy.filter(({ value }) => value.kind !== 'number'),
    'inner',
  )
  for (const { value, ...span } of groupBy) {
    const needs = census.needs(value)
    if (isVariable(needs)) census.add('group key', span, ...needs)
  }
}

function isGrouping<Grouping extends object>(
  groupBy: Grouping | readonly SelectItem[],
): groupBy is Grouping {
  return !Array.isArray(groupBy)
}

function spanOf(items: readonly SelectItem[]) {
  return { start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 }
}
