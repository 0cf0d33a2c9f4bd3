import type { OrderItem, Query, QueryOrder, SelectItem } from '../../../spark/ast/query.js'
import type { SourceCensus } from './census.js'
import { orderKey } from './expression.js'
import { itemNeeds, keyNeeds } from './items.js'

/** Keys may be names or places of the select list. */
export function visitOrder(
  census: SourceCensus,
  { orderBy }: QueryOrder,
  items: readonly SelectItem[] | undefined,
): void {
  if (orderBy === 'all') {
    visitAll(census, { descending: false }, items ?? [])
    return
  }
  for (const item of orderBy) {
    // With a direction behind it the word is read as a name.
    if (item.value.kind === 'column' && /^all$/i.test(item.value.parts.join('.'))) {
      visitAll(census, item, items ?? [])
      continue
    }
    census.expression(item.value)
    orderKey(census, 'order key', item, keyNeeds(census, item.value, items))
  }
}

/** By each column; those of a star are not known. */
function visitAll(
  census: SourceCensus,
  direction: Pick<OrderItem, 'descending' | 'nulls'>,
  items: readonly SelectItem[],
): void {
  for (const item of items) {
    orderKey(census, 'order key', { ...direction, value: item.value }, itemNeeds(census, item))
  }
}

export function visitLimit(
  census: SourceCensus,
  { limit, offset }: Pick<Query, 'limit' | 'offset'>,
): void {
  if (limit !== undefined && limit !== 'all') {
    census.expression(limit)
    census.add('limit', limit, ...census.needs(limit))
  }
  if (offset !== undefined) {
    census.expression(offset)
    census.add('offset', offset, ...census.needs(offset))
  }
}
