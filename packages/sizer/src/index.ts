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
export { SizingInputError, type SizingInputErrorCode } from './sizing-input-error.js'
