import type { ParameterValue } from '../scenario/generator.js'

/** A statement of the workload. */
export interface WorkloadQuery {
  /** Unique. */
  readonly id: string
  /** One statement; parameters are `$1`, `$2`, …. */
  readonly sql: string
  /** Calls in some span of time, or a share: only their ratios count. Above 0. */
  readonly weight: number
  /**
   * Values that `$1`, `$2`, … had, each list one call. The query is planned for the first three, as a
   * server does; without, by a generic plan, which knows no value.
   */
  readonly samples?: readonly (readonly ParameterValue[])[]
  /** Mean time of a call as it was measured. */
  readonly measuredMs?: number
}

export interface AdviseOptions {
  /**
   * Lets indexes be built, in a transaction that is rolled back. Writes to their tables wait until
   * then. For a database of one's own: a branch, the embedded one. Default false: HypoPG, or no proof.
   */
  readonly allowBuild?: boolean
  /** Tables above this are not built on; HypoPG does them where it is there. Default 1 GB. */
  readonly maxBuildBytes?: number
  /** An index that would be larger is not proposed. Default 10 GB. */
  readonly maxIndexBytes?: number
  /** Most proposals, best first. Default 20. */
  readonly maxProposals?: number
  /** Most indexes that are tried. Default 500; what is left out is said. */
  readonly maxCandidates?: number
  /**
   * Runs the queries too, for times: `reads` only what reads, in a read-only sub-transaction; `all`
   * writes as well, rolled back. Default none: costs as the planner sees them.
   */
  readonly analyze?: 'none' | 'reads' | 'all'
  /** Schemas of the live findings. Default: all but the system's own. */
  readonly schemas?: readonly string[]
  /** Rows that are written beside the queries, for each unit of weight of all queries together. */
  readonly writes?: readonly TableWrites[]
  /** Longest wait for a lock. Default 1 s. */
  readonly lockTimeoutMs?: number
  /** Longest time for one statement. Default 60 s. */
  readonly statementTimeoutMs?: number
  /** Share of blocks of a run that were in the cache, 0 to 1. */
  readonly cacheHit?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: AdviceProgress) => void
}

export interface TableWrites {
  readonly schema: string
  readonly table: string
  readonly rowsPerUnit: number
}

export interface AdviceProgress {
  readonly phase: 'plan' | 'try' | 'choose' | 'measure' | 'inspect'
  readonly done: number
  readonly total: number
}
