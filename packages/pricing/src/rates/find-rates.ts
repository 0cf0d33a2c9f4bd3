import type { CostInput } from '../estimate/cost-input.js'
import type { Dated, DatedRange, RateCard } from './rate-card.js'
import type { Found } from './unit-rate.js'

/** Every rate that an estimate of one region and tier can need. */
export interface Rates {
  readonly databaseDbu: Found
  readonly storageDsu: Found
  readonly pipelineDbu: Found
  readonly autoscalingDbu: Found
  readonly provisionedDbu: Found
  readonly data: Found
  readonly history: Found
  readonly snapshot: Found
  readonly branchChange: Found
  readonly scheduled: Found<DatedRange>
  readonly continuous: Found<DatedRange>
}

export function findRates(
  { cloud, region, tier }: Pick<CostInput, 'cloud' | 'region' | 'tier'>,
  card: RateCard,
): Rates {
  const where = `${cloud} ${region} ${tier}`
  const prices = card.regions.find(
    (entry) => entry.cloud === cloud && entry.region === region && entry.tier === tier,
  )
  const multiplier = card.computeDbuPerCuHour.find(
    (entry) => entry.cloud === cloud && entry.tier === tier,
  )
  const inCard = `in rate card ${card.id}`
  const price = (rate: Dated | undefined, words: string): Found => {
    if (prices === undefined) return { missing: `price of ${where} ${inCard}` }
    return rate ?? { missing: `${words} of ${where} ${inCard}` }
  }
  const rate = <R extends Dated>(found: R | undefined, words: string): Found<R> =>
    found ?? { missing: `${words} ${inCard}` }
  const { storageDsuPerGbMonth: storage, pipelineDbuPerHour: pipeline } = card
  return {
    databaseDbu: price(prices?.databaseDbu, 'USD per DBU of database compute'),
    storageDsu: price(prices?.storageDsu, 'USD per DSU of storage'),
    pipelineDbu: price(prices?.pipelineDbu, 'USD per DBU of sync pipelines'),
    autoscalingDbu: rate(multiplier, `DBU per CU-hour of ${cloud} ${tier}`),
    provisionedDbu: rate(card.provisionedDbuPerCuHour, 'DBU per Provisioned CU-hour'),
    data: rate(storage.data, 'DSU per GB-month of data'),
    history: rate(storage.history, 'DSU per GB-month of history'),
    snapshot: rate(storage.snapshot, 'DSU per GB-month of snapshots'),
    branchChange: rate(storage.branchChange, 'DSU per GB-month of branch changes'),
    scheduled: rate(pipeline.scheduled, 'DBU per hour of a scheduled pipeline'),
    continuous: rate(pipeline.continuous, 'DBU per hour of a continuous pipeline'),
  }
}
