import type {
  Cloud,
  ComputeMultiplier,
  Dated,
  PublicDiscount,
  RateCard,
  RegionPrices,
  Tier,
} from './rate-card.js'
import { RateCardError } from './rate-card-error.js'
import type { RateCardFile } from './rate-card-file.js'

const CLOUDS: readonly Cloud[] = ['aws', 'azure', 'gcp']
const TIERS: readonly Tier[] = ['PREMIUM', 'ENTERPRISE']

/** Writes the source of each value beside it. */
export function expandRateCard(file: RateCardFile): RateCard {
  const { storageDsuPerGbMonth: storage, pipelineDbuPerHour: pipeline } = file
  return {
    id: file.id,
    currency: file.currency,
    regions: regionPrices(file),
    computeDbuPerCuHour: multipliers(file),
    storageDsuPerGbMonth: {
      ...(storage.data && { data: dated(file, storage.data) }),
      ...(storage.history && { history: dated(file, storage.history) }),
      ...(storage.snapshot && { snapshot: dated(file, storage.snapshot) }),
      ...(storage.branchChange && { branchChange: dated(file, storage.branchChange) }),
    },
    pipelineDbuPerHour: {
      ...(pipeline.scheduled && { scheduled: dated(file, pipeline.scheduled) }),
      ...(pipeline.continuous && { continuous: dated(file, pipeline.continuous) }),
    },
    ...(file.provisionedDbuPerCuHour && {
      provisionedDbuPerCuHour: dated(file, file.provisionedDbuPerCuHour),
    }),
    discounts: file.discounts.map(
      ({ from, until, ...discount }): PublicDiscount => ({
        ...dated(file, discount),
        ...(from !== undefined && { from }),
        ...(until !== undefined && { until }),
      }),
    ),
  }
}

function regionPrices(file: RateCardFile): readonly RegionPrices[] {
  const price = (rate: number | { value: number; source: string }): Dated =>
    dated(file, typeof rate === 'number' ? { value: rate, source: file.prices.source } : rate)
  return CLOUDS.flatMap((cloud) =>
    Object.entries(file.prices[cloud] ?? {}).flatMap(([region, byTier]) =>
      TIERS.flatMap((tier): readonly RegionPrices[] => {
        const prices = byTier[tier]
        if (!prices) return []
        const { databaseDbu, storageDsu, pipelineDbu } = prices
        return [
          {
            cloud,
            region,
            tier,
            ...(databaseDbu !== undefined && { databaseDbu: price(databaseDbu) }),
            ...(storageDsu !== undefined && { storageDsu: price(storageDsu) }),
            ...(pipelineDbu !== undefined && { pipelineDbu: price(pipelineDbu) }),
          },
        ]
      }),
    ),
  )
}

function multipliers(file: RateCardFile): readonly ComputeMultiplier[] {
  return CLOUDS.flatMap((cloud) =>
    TIERS.flatMap((tier): readonly ComputeMultiplier[] => {
      const rate = file.computeDbuPerCuHour[cloud]?.[tier]
      return rate ? [{ cloud, tier, ...dated(file, rate) }] : []
    }),
  )
}

function dated<Value extends { readonly source: string }>(file: RateCardFile, value: Value) {
  const source = Object.hasOwn(file.sources, value.source) ? file.sources[value.source] : undefined
  if (!source) {
    const message = `names no entry of sources: ${value.source}`
    throw new RateCardError([{ path: 'source', message }])
  }
  return { ...value, source: source.document, asOf: source.asOf, confidence: source.confidence }
}
