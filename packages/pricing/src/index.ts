export {
  type CorrectedFigures,
  compareWithReference,
  type ReferenceComparison,
} from './compare-with-reference.js'
export type {
  AppliedDiscount,
  CostEstimate,
  CostLine,
  MonthlyCost,
  PricedLine,
  PricingIssue,
  UnknownLine,
} from './cost-estimate.js'
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
} from './cost-input.js'
export { CostInputError, type CostInputErrorCode } from './cost-input-error.js'
export { diffRateCards, type RateChange } from './diff-rate-cards.js'
export { type EstimateOptions, estimateCost } from './estimate-cost.js'
export { estimateReference } from './estimate-reference.js'
export { type DailyChurn, historyStorage } from './history-storage.js'
export { parseRateCard } from './parse-rate-card.js'
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
} from './rate-card.js'
export { RateCardError, type RateCardIssue } from './rate-card-error.js'
export { latestRateCard, latestRateCardFile, rateCards } from './rate-cards.js'
export type {
  ReferenceCost,
  ReferenceFigures,
  ReferenceInput,
  ReferenceWarning,
} from './reference-cost.js'
export { ReferenceRefusedError } from './reference-refused-error.js'
