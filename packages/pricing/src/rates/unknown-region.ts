import type { PricingIssue } from '../estimate/cost-estimate.js'
import type { CostInput } from '../estimate/cost-input.js'
import { editDistance } from './edit-distance.js'
import type { RateCard } from './rate-card.js'

/** The issue of a cloud, region and tier that the card has no prices for, with the nearest it has. */
export function unknownRegion(
  { cloud, region, tier }: Pick<CostInput, 'cloud' | 'region' | 'tier'>,
  card: RateCard,
): readonly PricingIssue[] {
  const here = card.regions.filter((entry) => entry.cloud === cloud && entry.region === region)
  if (here.some((entry) => entry.tier === tier)) return []
  const issue = (message: string, hint: string): readonly PricingIssue[] => [
    { ruleId: 'LB035', level: 'error', message: `${message}: nothing is priced`, hint },
  ]
  if (cloud === 'azure' && tier === 'ENTERPRISE') {
    return issue('Azure Databricks has no Enterprise tier', 'Use PREMIUM, its highest tier.')
  }
  if (here.length > 0) {
    const tiers = here.map((entry) => entry.tier).join(', ')
    return issue(
      `Rate card ${card.id} has no ${tier} prices of ${cloud} ${region}`,
      `It has: ${tiers}.`,
    )
  }
  const elsewhere = card.regions.find((entry) => entry.region === region)
  if (elsewhere) {
    return issue(
      `${region} is a region of ${elsewhere.cloud}, not of ${cloud}`,
      `Set the cloud to ${elsewhere.cloud}.`,
    )
  }
  const nearest = nearestRegions(cloud, region, card)
  const hint =
    nearest.length > 0
      ? `Nearest names in the card: ${nearest.join(', ')}.`
      : `The card has no region of ${cloud} at all; pass a card of your own.`
  return issue(`Rate card ${card.id} has no region ${cloud} ${region}`, hint)
}

function nearestRegions(cloud: string, region: string, card: RateCard): readonly string[] {
  const names = card.regions.filter((entry) => entry.cloud === cloud).map((entry) => entry.region)
  const wanted = region.toLowerCase()
  return [...new Set(names)]
    .map((name) => ({ name, distance: editDistance(wanted, name) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name)
}
