import { bodyOf, kindOf, list, type Tree, text } from '../../grammar/tree.js'
import { product, rollupSets, subsets } from '../grouping-sets.js'
import type { ResultCensus } from './census.js'
import { keyMarks } from './key-marks.js'

type Keys = readonly Tree[]

/** The keys of every grouping set. */
export function visitGroups(census: ResultCensus, select: Tree): void {
  const groups = list(select, 'groupClause')
  if (groups.length === 0) return
  const sets = product(groups.map(setsOf))
  if (!sets) return
  if (sets.length > 1) census.add('grouping sets', [`sets ${sets.length}`])
  for (const key of sets.flat()) {
    census.add('group key', keyMarks(census, select, { key }, 'key'))
  }
}

function setsOf(node: Tree): readonly Keys[] | undefined {
  const set = bodyOf(node, 'GroupingSet')
  if (!set) return [keysOf(node)]
  const content = list(set, 'content')
  switch (text(set, 'kind')) {
    case 'GROUPING_SET_EMPTY':
      return [[]]
    case 'GROUPING_SET_ROLLUP':
      return rollupSets(content.map(keysOf))
    case 'GROUPING_SET_CUBE':
      return subsets(content.map(keysOf))
    default: {
      const sets = content.map(setsOf)
      return sets.every((one) => one !== undefined) ? sets.flat() : undefined
    }
  }
}

/** `(a, b)` within a set is a row. */
function keysOf(node: Tree): Keys {
  const [kind, body] = kindOf(node)
  return kind === 'RowExpr' && text(body, 'row_format') === 'COERCE_IMPLICIT_CAST'
    ? list(body, 'args')
    : [node]
}
