export type {
  ComputeLimitName,
  ComputeLoad,
  ComputeNeed,
  ComputeSizing,
  ComputeWish,
  FittingSize,
  NoFittingSize,
  SizingIssue,
  SyncRun,
} from './compute/compute-sizing.js'
export { estimateSyncRun, rowsFromGb, type SyncRunEstimate } from './compute/estimate-sync-run.js'
export { hourlyUsage } from './compute/hourly-usage.js'
export { sizeCompute } from './compute/size-compute.js'
export { autoscalingLimits } from './limits/autoscaling-limits.js'
export type {
  AutoscalingLimits,
  ComputeLimits,
  Confidence,
  Dated,
  DatedRange,
  DatedSpan,
  Provenance,
  ProvisionedLimits,
} from './limits/limits.js'
export { provisionedLimits } from './limits/provisioned-limits.js'
export { MeasureError, type MeasureErrorCode } from './measure/measure-error.js'
export { type MeasureOptions, measureTables, type ScanPlan } from './measure/measure-tables.js'
export type { RunSql, SqlRow } from './measure/run-sql.js'
export type {
  FailedMeasurement,
  MeasuredTable,
  RowProblem,
  SyncProblem,
  TableMeasurement,
  TableToMeasure,
} from './measure/table-measurement.js'
export { SizingInputError, type SizingInputErrorCode } from './sizing-input-error.js'
export { estimateTableSize } from './storage/estimate-table-size.js'
export { jsonbLength } from './storage/jsonb/encode-jsonb.js'
export type { JsonValue } from './storage/jsonb/json-value.js'
export { numericDigits } from './storage/numeric/numeric-digits.js'
export { StorageInputError, type StorageInputErrorCode } from './storage/storage-input-error.js'
export type { IndexSize, TableSize } from './storage/table-size.js'
export type {
  BytesCell,
  ColumnStatistics,
  ColumnStats,
  ColumnWidth,
  DdlEvidence,
  FixedCell,
  IndexStats,
  JsonCell,
  NumericCell,
  PlainIndexStats,
  SampleCell,
  SampleEvidence,
  SampleRow,
  StatisticsEvidence,
  TableEvidence,
  TableStats,
  UniqueIndexStats,
} from './storage/table-stats.js'
