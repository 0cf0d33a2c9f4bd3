/** What the 2025 accelerator read from a workload file, under its own names. */
export interface ReferenceInput {
  readonly bulk_writes_per_second: number
  readonly continuous_writes_per_second: number
  readonly reads_per_second: number
  readonly number_of_readable_secondaries: number
  /** Provisioned CU of 16 GB. */
  readonly readable_secondary_size_cu: number
  /** Off compute, in percent. Above 100 the old arithmetic gave a negative price. */
  readonly promotion_percentage: number
  readonly data_stored_gb: number
  /** Read by the old code, and priced by none of it. */
  readonly estimated_data_deleted_daily_gb: number
  /** Read by the old code, and priced by none of it. */
  readonly restore_windows_days: number
  readonly number_of_continuous_pipelines: number
  readonly expected_data_per_sync_gb: number
  readonly sync_mode: 'SNAPSHOT' | 'TRIGGERED' | 'CONTINUOUS'
  /** `Per week`, `Per day` or `Per hour`; anything else was priced as weekly. */
  readonly sync_frequency: string
}

/** The old `cost_breakdown`: CU of 16 GB, USD a month of 28 days (sync) or a twelfth of a year. */
export interface ReferenceFigures {
  readonly bulk_cu: number
  readonly continuous_cu: number
  readonly read_cu: number
  readonly total_cu: number
  readonly recommended_cu: number
  readonly main_instance_cost: number
  readonly readable_secondaries_cost: number
  readonly total_compute_cost: number
  readonly storage_cost: number
  readonly continuous_sync_cost: number
  readonly triggered_sync_cost: number
  readonly total_sync_cost: number
  readonly estimated_sync_time_hours: number
  readonly total_monthly_cost: number
  readonly cost_per_gb: number
  readonly cost_per_qps: number
  readonly cost_per_cu: number
}

export interface ReferenceCost extends ReferenceFigures {
  /** Where the old code went wrong on this input without a word. */
  readonly warnings: readonly ReferenceWarning[]
}

export interface ReferenceWarning {
  readonly input: keyof ReferenceInput
  readonly message: string
}
