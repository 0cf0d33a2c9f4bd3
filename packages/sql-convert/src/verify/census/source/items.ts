import type { Expression } from '../../../spark/ast/expression.js'
import type { SelectItem } from '../../../spark/ast/query.js'
import { all, type Need, ordinal } from '../entry.js'
import type { SourceCensus } from './census.js'
import { AGGREGATES, GENERATORS } from './functions.js'
import { partsOf } from './parts.js'

/** How many columns a select list gives; undefined where the tables say it. */
export function outputCount(items: readonly SelectItem[]): number | undefined {
  const isKnown = items.every(
    ({ value, aliases }) =>
      value.kind !== 'star' && aliases === undefined && !holds(value, GENERATORS),
  )
  return isKnown ? items.length : undefined
}

/** An item is found by what it reads, or by its name where a query around has it in another place. */
export function itemNeeds(census: SourceCensus, { value }: SelectItem): readonly Need[] {
  return value.kind === 'star' ? [] : census.needs(value)
}

/** Whether a function of these stands in an expression. */
export function holds(node: Expression, functions: ReadonlySet<string>): boolean {
  if (node.kind === 'call' && functions.has(node.name.at(-1)?.toLowerCase() ?? '')) {
    if (functions !== AGGREGATES || node.over === undefined) return true
  }
  return partsOf(node).some((part) => holds(part, functions))
}

/** `ORDER BY 2` is by the second item of the list, if nothing makes it another. */
export function keyNeeds(
  census: SourceCensus,
  key: SelectItem['value'],
  items: readonly SelectItem[] | undefined,
): readonly Need[] {
  if (key.kind !== 'number') return census.needs(key)
  const item = items && outputCount(items) !== undefined ? items[Number(key.digits) - 1] : undefined
  return item ? itemNeeds(census, item) : [all(ordinal(key.digits))]
}
