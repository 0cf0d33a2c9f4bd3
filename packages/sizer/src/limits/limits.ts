/** How sure a value is: H = primary Databricks or Microsoft text, M = one secondary source, L = inference. */
export type Confidence = 'H' | 'M' | 'L'

/** Who said so, and when. */
export interface Provenance {
  /** Document and place in it. */
  readonly source: string
  /** ISO date of the source. */
  readonly asOf: string
  readonly confidence: Confidence
}

export interface Dated extends Provenance {
  readonly value: number
}

/** A value with the span in which observations lie. */
export interface DatedRange extends Dated {
  readonly low: number
  readonly high: number
}

/** A setting's allowed values, both ends included. */
export interface DatedSpan extends Provenance {
  readonly min: number
  readonly max: number
}

/** What both products have, each in compute units of its own size. */
interface CommonLimits {
  readonly memoryGbPerCu: Dated
  /** 0..1 */
  readonly cacheShareOfMemory: Dated
  /** Initial loads and SNAPSHOT syncs. */
  readonly bulkRowsPerSecondPerCu: Dated
  /** TRIGGERED and CONTINUOUS syncs, and other continuous writes. */
  readonly incrementalRowsPerSecondPerCu: Dated
  /** Point reads; `low` misses the cache, `high` always hits it. */
  readonly readsPerSecondPerCu: DatedRange
  /** Start-up of each sync run, before the first row is written. */
  readonly syncOverheadMinutes: Dated
  /** Row size for which the row rates were measured. */
  readonly benchmarkRowBytes: Dated
  /** The most that one synced table opens while it loads. */
  readonly connectionsPerSyncedTable: Dated
}

/** Lakebase Autoscaling: a compute unit has 2 GB of memory. */
export interface AutoscalingLimits extends CommonLimits {
  readonly product: 'autoscaling'
  /** 0.5, then whole CU; above `largestAutoscaledCu` min and max are equal. */
  readonly sizes: Provenance & {
    readonly smallestCu: number
    readonly largestAutoscaledCu: number
    readonly maxSpreadCu: number
    readonly smallestFixedCu: number
    readonly largestFixedCu: number
  }
  /** The sizes on the UI's list; the API, Terraform and bundles take every whole CU. */
  readonly uiSizes: Provenance & {
    readonly autoscaledCu: readonly number[]
    readonly fixedCu: readonly number[]
  }
  /** Connections that users can open, ascending; the last row holds for all larger sizes. */
  readonly connections: Provenance & {
    readonly bySize: readonly { readonly cu: number; readonly connections: number }[]
  }
  /** For a range the size that counts is min(max CU, factor x min CU). */
  readonly connectionsMinCuFactor: Dated
  /** Clients of the built-in connection pooler. */
  readonly poolerClients: Dated
  readonly scaleToZeroSeconds: DatedSpan
  /** Computes in all, the primary counted. */
  readonly haComputes: DatedSpan
  readonly maxReadReplicas: Dated
}

/** The retired Lakebase Provisioned: a compute unit has 16 GB of memory. */
export interface ProvisionedLimits extends CommonLimits {
  readonly product: 'provisioned-legacy'
  readonly sizes: Provenance & { readonly allowedCu: readonly number[] }
  readonly connectionsPerInstance: Dated
}

export type ComputeLimits = AutoscalingLimits | ProvisionedLimits
