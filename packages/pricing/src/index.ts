export { CostInputError, type CostInputErrorCode } from './cost-input-error.js'
export type {
  AppliedDiscount,
  CostEstimate,
  CostLine,
  MonthlyCost,
  PricedLine,
  PricingIssue,
  UnknownLine,
} from './estimate/cost-estimate.js'
export type {
  AutoscalingUse,
  ComputeUse,
  ContinuousPipeline,
  CostInput,
  CuUsage,
  OwnDiscount,
  PipelineUse,
  ProvisionedUse,
  Quantity,
  ScheduledPipeline,
  StorageUse,
  UnpricedUse,
} from './estimate/cost-input.js'
export { type EstimateOptions, estimateCost } from './estimate/estimate-cost.js'
export { type DailyChurn, historyStorage } from './estimate/history-storage.js'
export { HOURS_PER_MONTH } from './estimate/hours-per-month.js'
export { diffRateCards, type RateChange } from './rates/diff-rate-cards.js'
export { parseRateCard } from './rates/parse-rate-card.js'
export type {
  Cloud,
  ComputeMultiplier,
  Confidence,
  Dated,
  DatedRange,
  PublicDiscount,
  RateCard,
  RegionPrices,
  Tier,
} from './rates/rate-card.js'
export { RateCardError, type RateCardIssue } from './rates/rate-card-error.js'
export { latestRateCard, latestRateCardFile, rateCards } from './rates/rate-cards.js'
export {
  type CorrectedFigures,
  compareWithReference,
  type ReferenceComparison,
} from './reference/compare-with-reference.js'
export { estimateReference } from './reference/estimate-reference.js'
export type {
  ReferenceCost,
  ReferenceFigures,
  ReferenceInput,
  ReferenceWarning,
} from './reference/reference-cost.js'
export { ReferenceRefusedError } from './reference/reference-refused-error.js'
