import measured from '../data/index-growth.json' with { type: 'json' }
import type { IndexStats } from './table-stats.js'
import type { PostgresType } from './type/postgres-type.js'

/** Size of an index that inserts have grown, as a share of the same index built in bulk. */
export interface IndexGrowth {
  readonly low: number
  readonly high: number
}

const ASCENDING_TYPES: readonly PostgresType['name'][] = [
  'bigint',
  'date',
  'integer',
  'smallint',
  'timestamp with time zone',
  'timestamp without time zone',
]

/** Between a bulk build and inserts in the index's order. */
export function indexGrowth(index: IndexStats, key: readonly PostgresType[]): IndexGrowth {
  const order = index.insertOrder ?? likelyOrder(index, key)
  if (order === 'ascending') return measured.ascending
  return index.unique ? measured.randomUnique : measured.randomPlain
}

function likelyOrder(index: IndexStats, [first, ...others]: readonly PostgresType[]) {
  const counts = first !== undefined && ASCENDING_TYPES.includes(first.name)
  return index.unique && counts && others.length === 0 ? 'ascending' : 'random'
}
