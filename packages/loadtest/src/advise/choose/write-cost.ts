import type { TableWrites } from '../advise-options.js'
import type { Candidate } from '../candidates/candidate.js'
import type { Table } from '../catalog/catalog.js'
import type { PreparedQuery } from '../workload/prepared-query.js'

/**
 * What one more entry costs, in the planner's units, where a page read in order is 1. `advise:compare`
 * measures both and prints the ratio.
 */
const ENTRY_COST = { btree: 3, gin: 6 } as const

/** Rows written for each unit of weight of the workload; 1 is one call of a query of weight 1. */
export type WriteCost = (candidate: Candidate) => number

export interface WriteFacts {
  readonly queries: readonly PreparedQuery[]
  /** Rows that one call writes, by the plan. */
  readonly rowsOf: (query: PreparedQuery) => number
  readonly writes: readonly TableWrites[]
}

/** Cost of keeping an index up to date, for the whole workload. */
export function writeCosts({ queries, rowsOf, writes }: WriteFacts): WriteCost {
  const total = queries.reduce((sum, { query }) => sum + query.weight, 0)
  return (candidate) => {
    const { table, method } = candidate
    const own = queries.flatMap((query) =>
      query.writes
        .filter((write) => write.table === table)
        .map((write) => {
          const entries = entriesOf(write, candidate)
          return query.query.weight * rowsOf(query) * entries
        }),
    )
    const told = writes.find((one) => one.schema === table.schema && one.table === table.name)
    const beside = told ? told.rowsPerUnit * total : seenWrites(table, queries)
    return (own.reduce((sum, one) => sum + one, 0) + beside) * ENTRY_COST[method]
  }
}

/**
 * An UPDATE of a column that no index has can leave all indexes alone (HOT); with an index on it, each
 * index of the table gets a new entry.
 */
function entriesOf(
  { kind, columns, table }: PreparedQuery['writes'][number],
  { keys, include, where }: Candidate,
): number {
  if (kind === 'insert') return 1
  if (kind === 'delete') return 0
  const parts = [...keys.map(({ column, sql }) => column ?? sql), where ?? '']
  // Expressions and conditions are read word by word: what is a column in them, and what only seems so.
  const words = new Set([...include, ...parts, ...parts.flatMap((part) => part.match(WORD) ?? [])])
  return columns.some((column) => words.has(column)) ? 1 + table.indexes.length : 0
}

const WORD = /[\p{L}\p{N}_$]+/gu

/** Scans below these say nothing about what is usual. */
const FEWEST_SCANS = 100

/**
 * What the server has counted, as rows written for each scan: rows that are there may come from a first
 * load, so inserts count beyond these alone.
 */
function seenWrites(table: Table, queries: readonly PreparedQuery[]): number {
  if (table.scans < FEWEST_SCANS) return 0
  const inserted = Math.max(table.inserted - Math.max(table.rows, 0), 0)
  const updated = table.updated - table.updatedHot
  const reads = queries
    .filter(({ uses }) => uses.some((use) => use.table === table))
    .reduce((sum, { query }) => sum + query.weight, 0)
  return ((inserted + updated) / table.scans) * reads
}
