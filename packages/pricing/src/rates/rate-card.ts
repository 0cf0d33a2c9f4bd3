/** How sure a value is: H = primary Databricks or Microsoft text, M = one secondary source, L = inference. */
export type Confidence = 'H' | 'M' | 'L'

/** A value that ages: what it is, who said so, and when. */
export interface Dated {
  readonly value: number
  /** Document and place in it. */
  readonly source: string
  /** ISO date of the source. */
  readonly asOf: string
  readonly confidence: Confidence
}

/** A value with the span in which observations lie. */
export interface DatedRange extends Dated {
  readonly low: number
  readonly high: number
}

export type Cloud = 'aws' | 'azure' | 'gcp'
export type Tier = 'PREMIUM' | 'ENTERPRISE'

/** List prices of one region and tier in USD. A part that no source gives is missing, never zero. */
export interface RegionPrices {
  readonly cloud: Cloud
  readonly region: string
  readonly tier: Tier
  /** USD per DBU of database serverless compute. */
  readonly databaseDbu?: Dated
  /** USD per DSU of Databricks storage. */
  readonly storageDsu?: Dated
  /** USD per DBU of jobs serverless compute, which sync pipelines use. */
  readonly pipelineDbu?: Dated
}

/** DBU that one Autoscaling compute unit (2 GB) uses in an hour, by cloud and tier. */
export interface ComputeMultiplier extends Dated {
  readonly cloud: Cloud
  readonly tier: Tier
}

/** A public discount. Percentages multiply when several apply to the same quantity. */
export interface PublicDiscount {
  readonly id: string
  readonly label: string
  /** 0..100 */
  readonly percentage: number
  /** `compute` = every CU-hour; `compute-baseline` = hours of the minimum CU while scale-to-zero is off. */
  readonly appliesTo: 'compute' | 'compute-baseline'
  /** ISO dates, both included; missing = open. */
  readonly from?: string
  readonly until?: string
  readonly source: string
  readonly asOf: string
  readonly confidence: Confidence
}

/** Prices of one day. Every number in it has a source, a date and a confidence. */
export interface RateCard {
  /** The date of the prices, which is also its name: `2026-04-10`. */
  readonly id: string
  readonly currency: 'USD'
  readonly regions: readonly RegionPrices[]
  readonly computeDbuPerCuHour: readonly ComputeMultiplier[]
  /** DSU per GB and month. */
  readonly storageDsuPerGbMonth: {
    readonly data?: Dated
    readonly history?: Dated
    readonly snapshot?: Dated
    readonly branchChange?: Dated
  }
  /** DBU per hour that a sync pipeline runs. */
  readonly pipelineDbuPerHour: {
    readonly scheduled?: DatedRange
    readonly continuous?: DatedRange
  }
  /** DBU per hour of one retired Provisioned compute unit (16 GB). */
  readonly provisionedDbuPerCuHour?: Dated
  readonly discounts: readonly PublicDiscount[]
}
