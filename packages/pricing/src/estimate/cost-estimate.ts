import type { Cloud, Confidence, Tier } from '../rates/rate-card.js'

/** A priced workload. Amounts are USD a month of 730 hours. */
export interface CostEstimate {
  readonly currency: 'USD'
  readonly cloud: Cloud
  readonly region: string
  readonly tier: Tier
  /** Id of the rate card. */
  readonly rateCard: string
  readonly asOf: string
  /** Sums of the priced lines. When `complete` is false each is an "at least". */
  readonly monthly: MonthlyCost
  /** True when every line has a price. */
  readonly complete: boolean
  readonly lines: readonly CostLine[]
  /** Expected cost of the twelve calendar months after `asOf`. */
  readonly next12Months: readonly { readonly month: string; readonly amount: number }[]
  /** The discounts that the expected figures use on `asOf`. */
  readonly discounts: readonly AppliedDiscount[]
  /** What the caller should tell the user: rate card too old, schedule over 730 hours, ... */
  readonly issues: readonly PricingIssue[]
}

export interface MonthlyCost {
  /** Without any discount. */
  readonly list: number
  /** With the discounts of the day. */
  readonly expected: number
  readonly low: number
  readonly high: number
}

export type CostLine = PricedLine | UnknownLine

interface LineBase {
  readonly id: string
  readonly group: 'compute' | 'storage' | 'sync'
  readonly label: string
  /** 0 when the quantity itself is unknown. */
  readonly quantity: number
  readonly unit: string
  /** The arithmetic in words a person can check: `8 CU x 730 h x 0.23 DBU x $0.40`. */
  readonly formula: string
  /** How the quantity was found, where the caller said it. */
  readonly quantityWhy?: string
}

export interface PricedLine extends LineBase {
  readonly status: 'priced'
  /** USD per unit, list. */
  readonly rate: number
  /** Expected USD: after discounts. */
  readonly amount: number
  readonly list: number
  readonly low: number
  readonly high: number
  /** Ids of the discounts in `amount`. */
  readonly discounts: readonly string[]
  /** Documents behind the rate. */
  readonly source: string
  /** The oldest date among them. */
  readonly asOf: string
  /** The weakest among them. */
  readonly confidence: Confidence
}

/** A line that no rate covers. It adds nothing to the total, and the total says so. */
export interface UnknownLine extends LineBase {
  readonly status: 'unknown'
  /** Which rate is missing. */
  readonly missing: string
}

export interface AppliedDiscount {
  readonly id: string
  readonly label: string
  readonly percentage: number
  readonly until?: string
  /** USD a month that it saves. */
  readonly saves: number
}

export interface PricingIssue {
  /**
   * `LB015` more than 730 hours, `LB032` discount past its end, `LB033` retired product, `LB034` rate
   * card old, `LB035` no prices of this cloud, region and tier.
   */
  readonly ruleId: string
  readonly level: 'error' | 'warn' | 'note'
  readonly message: string
  readonly hint?: string
  /** Id of the line concerned. */
  readonly line?: string
}
