import type { Exit } from '@lakebase/cli-kit'

/** What `actual --json` prints. Version 1; fields are added, never changed. */
export interface ActualReport {
  readonly ok: boolean
  readonly schemaVersion: 1
  readonly config: string
  readonly currency: 'USD'
  readonly period: Period
  readonly groups: readonly GroupComparison[]
  readonly total: { readonly estimated: number; readonly actual: number; readonly gap: number }
  /** False: rows without a price, or lines without one, are left out of a sum. */
  readonly complete: boolean
  /** Usage rows of which no price is known. */
  readonly unpricedRows: number
  readonly exit: Exit
}

/** Whole days; `to` is the first day that does not count. */
interface Period {
  readonly from: string
  readonly to: string
  /** The last day of which something was posted; absent when nothing was. */
  readonly postedThrough?: string
  /** Days compared: those that were posted. */
  readonly days: number
}

export interface GroupComparison {
  readonly group: 'compute' | 'storage' | 'sync' | 'other'
  /** USD in the days compared. */
  readonly estimated: number
  readonly actual: number
  readonly gap: number
  /** In one unit on both sides, where there is one: CU-hour, GB-month, hour. */
  readonly quantity?: { readonly unit: string; readonly estimated: number; readonly actual: number }
  /** Together they are the gap. */
  readonly causes: readonly Cause[]
}

export interface Cause {
  readonly kind: 'quantity' | 'price' | 'not estimated' | 'not used'
  /** USD of the gap. */
  readonly amount: number
  readonly said: string
}
