import { type Tree, text } from '../../grammar/tree.js'
import type { Mark } from '../entry.js'

/** Postgres puts NULL last unless the order descends. */
export function orderMarks(sort: Tree): readonly Mark[] {
  const isDescending = text(sort, 'sortby_dir') === 'SORTBY_DESC'
  const nulls = text(sort, 'sortby_nulls')
  const isFirst = nulls === 'SORTBY_NULLS_DEFAULT' ? isDescending : nulls === 'SORTBY_NULLS_FIRST'
  return [isDescending ? 'desc' : 'asc', isFirst ? 'nulls first' : 'nulls last']
}
