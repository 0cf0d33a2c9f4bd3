import type { Cloud, Tier } from '../rates/rate-card.js'

/** What is to be priced, in plain quantities. Nothing here knows where they came from. */
export interface CostInput {
  readonly cloud: Cloud
  readonly region: string
  readonly tier: Tier
  readonly computes: readonly ComputeUse[]
  readonly storage: StorageUse
  readonly pipelines: readonly PipelineUse[]
  /** What will cost something, though nobody can say how much is used of it. */
  readonly unpriced?: readonly UnpricedUse[]
  /** Discounts of the user's own contract. */
  readonly discounts: readonly OwnDiscount[]
  /** Replaces the percentage of the public promotion (legacy `promotion_percentage`); the promotion's dates stay. */
  readonly promotionPercentage?: number
}

export type ComputeUse = AutoscalingUse | ProvisionedUse

interface ComputeUseBase {
  /** Stable id, used as the line's: `compute.primary`, `compute.ha`, `compute.replica.1`, `compute.branch.dev`. */
  readonly id: string
  readonly label: string
  /** Number of equal computes. */
  readonly count: number
  /** Hours up in a month of 730; all 730 = it never stops. */
  readonly hoursUp: number
  /** How its use was found, one sentence for the report. */
  readonly why?: string
}

export interface AutoscalingUse extends ComputeUseBase {
  readonly product: 'autoscaling'
  readonly minCu: number
  readonly maxCu: number
  /** False while it never stops: the condition of the Always-On discount. */
  readonly scalesToZero: boolean
  readonly usage: CuUsage
}

/** How many CU run between minimum and maximum. */
export type CuUsage =
  /** A mean over the hours up, between minimum and maximum. */
  | { readonly kind: 'average'; readonly cu: number }
  /** Wanted CU in each hour of a day, hour 0 first; held between minimum and maximum as the product does. */
  | { readonly kind: 'hourly'; readonly cu: readonly number[] }

/** The retired product: compute units of 16 GB at a fixed size. */
export interface ProvisionedUse extends ComputeUseBase {
  readonly product: 'provisioned-legacy'
  readonly provisionedCu: number
}

/** An expected quantity with the span it may lie in. */
export interface Quantity {
  readonly low: number
  readonly expected: number
  readonly high: number
  /** How it was found, one sentence for the report. */
  readonly why: string
}

/** GB of 10^9 bytes, held for the whole month. */
export interface StorageUse {
  readonly dataGb: Quantity
  readonly historyGb: Quantity
  readonly snapshotsGb: Quantity
  readonly branchChangeGb: Quantity
}

export type PipelineUse = ContinuousPipeline | ScheduledPipeline

export interface ContinuousPipeline {
  readonly mode: 'continuous'
  /** `sync.<name>` */
  readonly id: string
  readonly label: string
}

export interface ScheduledPipeline {
  readonly mode: 'scheduled'
  readonly id: string
  readonly label: string
  readonly hoursPerRun: Quantity
  readonly runsPerMonth: number
}

/** A use of unknown quantity: it becomes an unknown line, and the estimate is not complete. */
export interface UnpricedUse {
  readonly id: string
  readonly group: 'compute' | 'storage' | 'sync'
  readonly label: string
  /** What is not known, as a noun: `a size of 130 CU`. */
  readonly missing: string
}

export interface OwnDiscount {
  readonly name: string
  /** 0..100 */
  readonly percentage: number
  readonly appliesTo: readonly ('compute' | 'storage' | 'sync')[]
  readonly from?: string
  readonly until?: string
}
