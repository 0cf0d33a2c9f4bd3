import type { Star } from '../../../spark/ast/expression.js'
import type { Select, SelectItem } from '../../../spark/ast/query.js'
import { all, column, named } from '../entry.js'
import type { QueryPlace, SourceCensus } from './census.js'
import { visitWindow } from './expression.js'
import { visitLateralView, visitTable } from './from.js'
import { GENERATORS } from './functions.js'
import { visitGrouping } from './grouping.js'
import { holds, outputCount } from './items.js'

export function visitSelect(census: SourceCensus, select: Select, place: QueryPlace): void {
  // `FROM t` alone has a star that nobody wrote, at its own beginning.
  const isImplied = select.items[0]?.start === select.start
  if (!isImplied) visitItems(census, select.items, place)
  if (select.distinct) census.add('distinct', select)
  for (const [at, one] of select.from.entries()) visitTable(census, one, at > 0)
  for (const view of select.lateralViews) visitLateralView(census, view)
  census.conditions('where', select.where)
  if (select.groupBy) visitGrouping(census, select.groupBy, select.items)
  census.conditions('having', select.having)
  census.conditions('where', select.qualify)
  for (const { window } of select.windows) {
    if (typeof window === 'object') visitWindow(census, window)
  }
}

export function visitItems(
  census: SourceCensus,
  items: readonly SelectItem[],
  place: QueryPlace,
): void {
  const isCounted = place === 'top' && outputCount(items) !== undefined
  for (const [at, item] of items.entries()) {
    census.expression(item.value)
    if (place === 'exists') continue
    if (item.value.kind === 'star') {
      visitStar(census, item.value)
      continue
    }
    const needs = holds(item.value, GENERATORS) ? [] : census.needs(item.value)
    census.add(
      'output',
      item,
      ...needs,
      ...(item.alias === undefined ? [] : [all(named(item.alias))]),
      ...(isCounted ? [all(`place ${at + 1}`)] : []),
    )
  }
}

/** A star of a struct becomes its fields, one with exceptions the columns. */
function visitStar(census: SourceCensus, star: Star): void {
  if (star.except.length > 0 || star.replace !== undefined) return
  const [qualifier] = star.qualifier
  const need = qualifier === undefined ? [['star']] : [['star'], [column(qualifier)]]
  census.add('output', star, need)
}
