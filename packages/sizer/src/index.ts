export { autoscalingLimits } from './autoscaling-limits.js'
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
} from './compute-sizing.js'
export { estimateSyncRun, rowsFromGb, type SyncRunEstimate } from './estimate-sync-run.js'
export { hourlyUsage } from './hourly-usage.js'
export type {
  AutoscalingLimits,
  ComputeLimits,
  Confidence,
  Dated,
  DatedRange,
  DatedSpan,
  Provenance,
  ProvisionedLimits,
} from './limits.js'
export { provisionedLimits } from './provisioned-limits.js'
export { sizeCompute } from './size-compute.js'
export { SizingInputError, type SizingInputErrorCode } from './sizing-input-error.js'
