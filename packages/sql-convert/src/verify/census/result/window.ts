import { bodyOf, kindOf, list, number, type Tree } from '../../grammar/tree.js'
import type { Mark } from '../entry.js'
import type { ResultCensus } from './census.js'
import { nodeOf } from './nodes.js'
import { orderMarks } from './order-marks.js'

/** Keys and frame of one window, where it is defined. */
export function visitWindow(census: ResultCensus, window: Tree): void {
  for (const one of list(window, 'partitionClause')) {
    census.add('partition key', census.marks(kindOf(one)))
  }
  for (const one of list(window, 'orderClause')) {
    const sort = bodyOf(one, 'SortBy') ?? {}
    census.add('window order', [...census.marks(nodeOf(sort, 'node')), ...orderMarks(sort)])
  }
  const bits = number(window, 'frameOptions')
  if ((bits & FRAME.written) === 0) return
  census.add('frame', [
    bits & FRAME.rows ? 'rows' : 'range',
    ...SIDES.flatMap(([bit, mark]) => (bits & bit ? [mark] : [])),
    ...census.marks(nodeOf(window, 'startOffset')),
    ...census.marks(nodeOf(window, 'endOffset')),
  ])
}

/** `frameOptions`: src/include/nodes/parsenodes.h of PostgreSQL 17. */
const FRAME = { written: 0x1, rows: 0x4 } as const
const SIDES: readonly (readonly [bit: number, mark: Mark])[] = [
  [0x20, 'from unbounded preceding'],
  [0x100, 'to unbounded following'],
  [0x200, 'from current row'],
  [0x400, 'to current row'],
  [0x800, 'from preceding'],
  [0x1000, 'to preceding'],
  [0x2000, 'from following'],
  [0x4000, 'to following'],
]
