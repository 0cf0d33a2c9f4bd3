import type {
  AutoscalingUse,
  ContinuousPipeline,
  CostInput,
  Quantity,
  ScheduledPipeline,
} from '../src/index.js'

/** A quantity without a span. */
export function exactly(amount: number): Quantity {
  return { low: amount, expected: amount, high: amount, why: 'given' }
}

export const NO_STORAGE = {
  dataGb: exactly(0),
  historyGb: exactly(0),
  snapshotsGb: exactly(0),
  branchChangeGb: exactly(0),
}

/** A fixed compute that never stops, unless told otherwise. */
export function compute(cu: number, changes: Partial<AutoscalingUse> = {}): AutoscalingUse {
  return {
    product: 'autoscaling',
    id: 'compute.primary',
    label: 'Primary',
    count: 1,
    hoursUp: 730,
    minCu: cu,
    maxCu: cu,
    scalesToZero: false,
    usage: { kind: 'average', cu },
    ...changes,
  }
}

export function scheduled(hours: number, runs: number, id = 'sync.orders'): ScheduledPipeline {
  return {
    mode: 'scheduled',
    id,
    label: 'Sync of orders',
    hoursPerRun: exactly(hours),
    runsPerMonth: runs,
  }
}

export const CONTINUOUS: ContinuousPipeline = {
  mode: 'continuous',
  id: 'sync.stock',
  label: 'Sync of stock',
}

/** AWS Premium us-east-1 without anything to pay for. */
export function workload(changes: Partial<CostInput> = {}): CostInput {
  return {
    cloud: 'aws',
    region: 'us-east-1',
    tier: 'PREMIUM',
    computes: [],
    storage: NO_STORAGE,
    pipelines: [],
    discounts: [],
    ...changes,
  }
}
