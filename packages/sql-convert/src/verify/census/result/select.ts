import { bodyOf, child, kindOf, list, type Tree, text } from '../../grammar/tree.js'
import { named, table } from '../entry.js'
import type { ResultCensus } from './census.js'
import { visitGroups } from './groups.js'
import { keyMarks } from './key-marks.js'
import { columnName } from './marks.js'
import { nodeOf } from './nodes.js'
import { orderMarks } from './order-marks.js'
import { readsOneOf } from './reads.js'
import { visitWindow } from './window.js'

/** The clauses of one SELECT; what is within them is visited apart. */
export function visitSelect(
  census: ResultCensus,
  select: Tree,
  { isTop, known }: { readonly isTop: boolean; readonly known: ReadonlySet<string> },
): void {
  const isOwn = !readsOneOf(select, known)
  const operation = text(select, 'op').replace('SETOP_', '').toLowerCase()
  if (operation !== 'none') {
    census.add('set operation', [`${operation}${select.all === true ? ' all' : ''}`], isOwn)
  }
  visitItems(census, select, isTop)
  for (const one of list(select, 'fromClause').slice(1)) {
    census.add('join', ['inner', ...census.marks(kindOf(one))])
  }
  if (list(select, 'distinctClause').length > 0) census.add('distinct', [], isOwn)
  census.conditions('where', nodeOf(select, 'whereClause'), isOwn)
  census.conditions('having', nodeOf(select, 'havingClause'), isOwn)
  visitGroups(census, select)
  for (const one of list(select, 'windowClause')) {
    visitWindow(census, bodyOf(one, 'WindowDef') ?? {})
  }
  for (const one of list(select, 'valuesLists')) census.add('row', census.marks(kindOf(one)))
  for (const one of list(select, 'sortClause')) {
    const sort = bodyOf(one, 'SortBy') ?? {}
    census.add('order key', [...keyMarks(census, select, sort, 'node'), ...orderMarks(sort)])
  }
  const limit = nodeOf(select, 'limitCount')
  if (limit) census.add('limit', census.marks(limit), isOwn)
  const offset = nodeOf(select, 'limitOffset')
  if (offset) census.add('offset', census.marks(offset), isOwn)
  for (const one of list(child(select, 'withClause') ?? {}, 'ctes')) {
    const name = text(bodyOf(one, 'CommonTableExpr') ?? {}, 'ctename')
    census.add('common table', [table(name)])
  }
}

function visitItems(census: ResultCensus, select: Tree, isTop: boolean): void {
  for (const [place, one] of list(select, 'targetList').entries()) {
    const marks = [...census.marks(kindOf(one)), named(nameOf(bodyOf(one, 'ResTarget') ?? {}))]
    census.add('output', [...marks, ...(isTop ? [`place ${place + 1}`] : [])])
  }
}

/** A column without an alias has its own name. */
function nameOf(target: Tree): string {
  const value = nodeOf(target, 'val')
  const own = value?.[0] === 'ColumnRef' ? columnName(value[1]) : undefined
  return text(target, 'name') || (own ?? '')
}
