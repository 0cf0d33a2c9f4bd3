import type { Expression } from '../../../spark/ast/expression.js'
import type { GroupItem, Grouping, SelectItem } from '../../../spark/ast/query.js'
import { all, isVariable } from '../entry.js'
import { product, rollupSets, subsets } from '../grouping-sets.js'
import type { SourceCensus } from './census.js'
import { AGGREGATES } from './functions.js'
import { holds, itemNeeds, keyNeeds } from './items.js'

type Keys = readonly Expression[]

/** The keys of every grouping set; those that are constant group nothing. */
export function visitGrouping(
  census: SourceCensus,
  grouping: Grouping,
  items: readonly SelectItem[],
): void {
  if (grouping.all) {
    visitAll(census, items)
    return
  }
  const sets = setsOf(grouping)
  if (sets === undefined) return
  if (sets.length > 1) {
    const first = grouping.items[0]
    const span = first && 'start' in first ? first : { start: 0, end: 0 }
    census.add('grouping sets', span, all(`sets ${sets.length}`))
  }
  for (const key of sets.flat()) {
    census.expression(key)
    const needs = keyNeeds(census, key, items)
    if (isVariable(needs)) census.add('group key', key, ...needs)
  }
}

function visitAll(census: SourceCensus, items: readonly SelectItem[]): void {
  for (const item of items) {
    const needs = itemNeeds(census, item)
    if (isVariable(needs) && !holds(item.value, AGGREGATES)) {
      census.add('group key', item, ...needs)
    }
  }
}

/** Undefined where they are too many to be written out. */
function setsOf({ items, with: form, sets }: Grouping): readonly Keys[] | undefined {
  if (sets) return sets
  const plain = items.flatMap((item) => (isKey(item) ? [item] : []))
  if (form === 'rollup') return rollupSets(plain.map((key) => [key]))
  if (form === 'cube') return subsets(plain.map((key) => [key]))
  return product(items.map((item) => (isKey(item) ? [[item]] : nestedSets(item))))
}

function isKey(item: GroupItem): item is Expression {
  return item.kind !== 'grouping sets'
}

function nestedSets(item: Exclude<GroupItem, Expression>): readonly Keys[] | undefined {
  const parts = item.sets.map((set): readonly Keys[] | undefined => {
    if (!('kind' in set)) return [set]
    return isKey(set) ? [[set]] : nestedSets(set)
  })
  if (item.type === 'grouping sets') {
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined
  }
  const keys = parts.map((part) => part?.flat() ?? [])
  return item.type === 'rollup' ? rollupSets(keys) : subsets(keys)
}
