import type { Exit } from '@lakebase/cli-kit'
import type { Finding } from '@lakebase/config'
import type { AppliedDiscount, Cloud, CostLine, MonthlyCost, Tier } from '@lakebase/pricing'
import type { ComputeNeed } from '@lakebase/sizer'

/**
 * The result of an estimate: what `--json` prints, and the only thing that the renderers read.
 * Version 1; fields are added, never changed.
 */
export interface EstimateReport {
  /** Marks files that a later run may replace. */
  readonly generator: string
  /** Of this tool. */
  readonly version: string
  readonly ok: boolean
  readonly schemaVersion: 1
  /** ISO time. */
  readonly generatedAt: string
  /** The workload file, as the user named it. */
  readonly config: string
  readonly name: string
  readonly target: ReportTarget
  readonly sizing: ReportSizing
  readonly tables: readonly ReportTable[]
  readonly pipelines: readonly ReportPipeline[]
  readonly cost: ReportCost
  /** Only with `--compat reference`. */
  readonly reference?: Readonly<Record<string, number>>
  readonly referenceGaps?: readonly ReferenceGap[]
  /** Only with `--compare-to`. */
  readonly comparison?: Comparison
  readonly findings: readonly Finding[]
  readonly exit: Exit
}

export interface ReportTarget {
  readonly product: 'autoscaling' | 'provisioned-legacy'
  readonly cloud: Cloud
  readonly region: string
  readonly tier: Tier
  /** Who named each part. */
  readonly origin: Readonly<Record<'cloud' | 'region' | 'tier', 'flag' | 'file' | 'default'>>
}

export interface ReportSizing {
  readonly product: 'autoscaling' | 'provisioned-legacy'
  readonly needs: readonly ComputeNeed[]
  /** Absent for an empty load. */
  readonly binding?: string
  readonly neededCu: number
  /** Absent when nothing fits. */
  readonly minCu?: number
  readonly maxCu?: number
  readonly connectionCap?: number
  readonly fits: boolean
  readonly combined: string
  /** When nothing fits. */
  readonly waysOut: readonly string[]
  /** Whether the size is the sizer's or the file's. */
  readonly origin: 'sized' | 'file'
  /** CU wanted in each hour of a day. */
  readonly hourlyCu: readonly number[]
}

export interface ReportTable {
  readonly name: string
  readonly policy?: string
  readonly rows?: number
  /** The parts, when the table was measured or predicted from its columns. */
  readonly heapBytes?: number
  readonly toastBytes?: number
  readonly indexBytes?: number
  readonly totalBytes?: number
  readonly lowBytes?: number
  readonly highBytes?: number
  /** What the size rests on, in words. */
  readonly why?: string
  /** ISO time. */
  readonly measuredAt?: string
  readonly source: 'measured' | 'ddl' | 'config' | 'unknown'
}

export interface ReportPipeline {
  readonly id: string
  readonly mode: 'continuous' | 'scheduled' | 'unknown'
  readonly policy: string
  readonly schedule?: string
  readonly tables: readonly string[]
  readonly rowsPerRun?: number
  readonly hoursPerRun?: number
  readonly runsPerMonth?: number
}

export interface ReportCost {
  readonly currency: 'USD'
  readonly cloud: string
  readonly region: string
  readonly tier: string
  readonly rateCard: string
  readonly asOf: string
  readonly monthly: MonthlyCost
  /** False: the sums are "at least". */
  readonly complete: boolean
  readonly lines: readonly CostLine[]
  readonly discounts: readonly AppliedDiscount[]
  readonly next12Months: readonly { readonly month: string; readonly amount: number }[]
}

export interface ReferenceGap {
  readonly key: string
  readonly reference: number
  readonly corrected?: number
  readonly reason: string
}

export interface Comparison {
  /** The file compared with. */
  readonly with: string
  readonly before: number
  readonly after: number
  readonly change: number
  /** Fraction of `before`; absent when `before` is 0. */
  readonly changeShare?: number
  readonly lines: readonly ComparedLine[]
  readonly gate?: {
    readonly maxIncrease: string
    readonly passed: boolean
  }
}

export interface ComparedLine {
  readonly id: string
  readonly label: string
  readonly before?: number
  readonly after?: number
  readonly change: number
}
