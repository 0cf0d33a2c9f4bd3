/** What the compute must carry, at the peak. */
export interface ComputeLoad {
  readonly bulkWritesPerSecond: number
  readonly continuousWritesPerSecond: number
  readonly readsPerSecond: number
  /** Data that the queries touch all the time, GB of 10^9 bytes; undefined = not known. */
  readonly hotSetGb?: number
  /** Open at the peak; undefined = not known. */
  readonly connections?: number
  /** Synced tables, each of which may hold connections of its own while it loads. */
  readonly syncedTables: number
  /** 24 shares (0..1) of the peak rates, hour 0 first. */
  readonly hourlyLoad?: readonly number[]
  /** Whether bulk loads run beside the peak. Undefined: concurrent, unless `hourlyLoad` shows a quiet hour. */
  readonly bulkLoad?: 'concurrent' | 'off_peak'
  readonly syncRuns: readonly SyncRun[]
}

/** One pipeline's run: rows to write and the time in which it must end. */
export interface SyncRun {
  readonly id: string
  readonly policy: 'SNAPSHOT' | 'TRIGGERED' | 'CONTINUOUS'
  readonly rows: number
  /** Seconds; undefined = no limit. */
  readonly deadlineSeconds?: number
}

/** Bounds that the user has set already. */
export interface ComputeWish {
  readonly minCu?: number
  readonly maxCu?: number
  readonly scalesToZero?: boolean
  readonly haComputes?: number
}

export type ComputeLimitName = 'rate' | 'memory' | 'connections' | 'deadline'

/** What one limit asks for. */
export interface ComputeNeed {
  readonly limit: ComputeLimitName
  /** Compute units of the product sized, before rounding. */
  readonly cu: number
  /** `bulk 2.5 + incremental 13.3 + reads 6.4` */
  readonly why: string
  readonly source: string
  readonly asOf: string
  readonly confidence: 'H' | 'M' | 'L'
}

/** A size, or the news that none is large enough: never a smaller size than the need, unless the user wished for it. */
export type ComputeSizing = FittingSize | NoFittingSize

interface SizingBase {
  readonly product: 'autoscaling' | 'provisioned-legacy'
  readonly needs: readonly ComputeNeed[]
  /** The limit that asks for most; undefined for an empty load. */
  readonly binding?: ComputeLimitName
  /** The largest need, before rounding; 0 for an empty load. Clients above every size's connections count as the size that carries most. */
  readonly neededCu: number
  /** How bulk and steady load were combined, in one sentence. */
  readonly combined: string
  readonly issues: readonly SizingIssue[]
}

export interface FittingSize extends SizingBase {
  readonly fits: true
  /** Recommended size, or the user's where it was given. For a fixed size both are equal. */
  readonly minCu: number
  readonly maxCu: number
  /** CU that the steady load wants in each hour of a day: 24 numbers, equal without a profile. */
  readonly hourlyCu: readonly number[]
  /** Connections that clients can open at this size. */
  readonly connectionCap: number
}

export interface NoFittingSize extends SizingBase {
  readonly fits: false
  /** The product's largest size. */
  readonly largestCu: number
  /** What could be done instead, one sentence each. */
  readonly waysOut: readonly string[]
}

export interface SizingIssue {
  /** `LB010` does not fit, `LB011` spread, `LB012` connections, `LB013` hot set, `LB015` run longer than its interval ... */
  readonly ruleId: string
  readonly level: 'error' | 'warn' | 'note'
  readonly message: string
  readonly hint?: string
  /** What it is about: `rate`, `memory`, `connections`, `minCu`, or the id of a sync run. */
  readonly subject: string
}
