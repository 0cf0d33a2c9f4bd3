import { usageError } from '@lakebase/cli-kit'
import type { RunReport } from '@lakebase/loadtest'
import { latestRateCard, type RateCard } from '@lakebase/pricing'
import type { CostPlace } from './cost-place.js'

/** What the measured part of a run cost on the compute that it ran on, at list prices. */
export interface RunCost extends CostPlace {
  readonly rateCard: string
  /** USD for an hour of the compute. */
  readonly usdPerHour: number
  /** USD for the measured seconds. */
  readonly usd: number
  /** USD for a million transactions that ended well; missing when there were none. */
  readonly usdPerMillion?: number
}

/**
 * Prices the measured seconds.
 *
 * @throws CliError with exit code 2 when the card has no price for the place
 */
export function runCost(
  run: Pick<RunReport, 'measuredSeconds' | 'total'>,
  place: CostPlace,
  card: RateCard = latestRateCard,
): RunCost {
  const usdPerHour = place.cu * pricePerCuHour(place, card)
  const usd = (usdPerHour * run.measuredSeconds) / 3600
  const { succeeded } = run.total
  return {
    ...place,
    rateCard: card.id,
    usdPerHour,
    usd,
    ...(succeeded > 0 && { usdPerMillion: (usd / succeeded) * 1e6 }),
  }
}

/** @throws CliError with exit code 2 when the card has none; asked before a run, so that none is lost. */
export function pricePerCuHour(place: CostPlace, card: RateCard = latestRateCard): number {
  const { cloud, region, tier } = place
  const dbu = card.regions.find(
    (one) => one.cloud === cloud && one.region === region && one.tier === tier,
  )?.databaseDbu
  const perCu = card.computeDbuPerCuHour.find((one) => one.cloud === cloud && one.tier === tier)
  if (dbu === undefined || perCu === undefined) {
    throw usageError(
      `the rate card ${card.id} has no price for a compute unit on ${cloud} ${region} ${tier}`,
      'lakebase-estimate rates show lists those that it has',
    )
  }
  return dbu.value * perCu.value
}
