import fc from 'fast-check'
import type {
  AutoscalingUse,
  ComputeUse,
  CostInput,
  OwnDiscount,
  PipelineUse,
  Quantity,
} from '../src/index.js'
import { latestRateCard } from '../src/index.js'

const amount = (max: number) => fc.double({ min: 0, max, noNaN: true })
const label = 'Some use'

export const quantity = (max: number): fc.Arbitrary<Quantity> =>
  fc
    .tuple(amount(max), amount(max), amount(max))
    .map((amounts) => [...amounts].sort((a, b) => a - b))
    .map(([low = 0, expected = low, high = expected]) => ({ low, expected, high, why: 'drawn' }))

const hoursUp = fc.oneof(fc.constant(730), amount(730))
const count = fc.integer({ min: 1, max: 6 })

export const autoscaling: fc.Arbitrary<AutoscalingUse> = fc
  .record({
    count,
    hoursUp,
    minCu: fc.double({ min: 0.5, max: 64, noNaN: true }),
    spread: amount(16),
    share: amount(1),
    scalesToZero: fc.boolean(),
    hours: fc.option(fc.array(amount(100), { minLength: 24, maxLength: 24 })),
  })
  .map(({ spread, share, hours, minCu, ...rest }) => {
    const maxCu = minCu + spread
    const cu = Math.min(minCu + spread * share, maxCu)
    const usage = hours
      ? ({ kind: 'hourly', cu: hours } as const)
      : ({ kind: 'average', cu } as const)
    return { ...rest, product: 'autoscaling', id: '', label, minCu, maxCu, usage }
  })

const provisioned: fc.Arbitrary<ComputeUse> = fc
  .record({ count, hoursUp, provisionedCu: fc.integer({ min: 1, max: 8 }) })
  .map((use) => ({ ...use, product: 'provisioned-legacy', id: '', label }))

const pipeline: fc.Arbitrary<PipelineUse> = fc.oneof(
  fc.constant({ mode: 'continuous', id: '', label } as const),
  fc
    .record({ hoursPerRun: quantity(5), runsPerMonth: amount(800) })
    .map((use) => ({ ...use, mode: 'scheduled', id: '', label }) as const),
)

export const isoDate = fc
  .integer({ min: Date.UTC(2026, 0) / 86_400_000, max: Date.UTC(2028, 0) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

export const ownDiscount: fc.Arbitrary<OwnDiscount> = fc
  .record({
    percentage: amount(100),
    appliesTo: fc.subarray(['compute', 'storage', 'sync'] as const),
    from: isoDate,
    until: isoDate,
  })
  .map(({ from, until, ...rest }) => ({
    ...rest,
    name: 'own',
    ...(from < until ? { from, until } : { from }),
  }))

/** Any workload in any region of the card, also where rates are missing. */
export const costInput: fc.Arbitrary<CostInput> = fc
  .record({
    where: fc.constantFrom(...latestRateCard.regions),
    computes: fc.array(fc.oneof(autoscaling, provisioned), { maxLength: 3 }),
    storage: fc.record({
      dataGb: quantity(1e5),
      historyGb: quantity(1e5),
      snapshotsGb: quantity(1e5),
      branchChangeGb: fc.constant({ low: 0, expected: 0, high: 0, why: 'none' }),
    }),
    pipelines: fc.array(pipeline, { maxLength: 3 }),
    discounts: fc.array(ownDiscount, { maxLength: 2 }),
    promotion: fc.option(amount(100)),
  })
  .map(({ where: { cloud, region, tier }, promotion, ...input }) => ({
    cloud,
    region,
    tier,
    storage: input.storage,
    computes: input.computes.map((use, index) => ({ ...use, id: `compute.${index}` })),
    pipelines: input.pipelines.map((use, index) => ({ ...use, id: `sync.${index}` })),
    discounts: input.discounts.map((discount, index) => ({ ...discount, name: `own ${index}` })),
    ...(promotion === null ? {} : { promotionPercentage: promotion }),
  }))
