import { expect, test } from 'vitest'
import { latestRateCard, latestRateCardFile, parseRateCard, rateCards } from '../index.js'

test('the card of 2026-04-10 has 98 prices of regions and tiers', () => {
  expect(rateCards.get('2026-04-10')).toBe(latestRateCard)
  expect([...rateCards.keys()]).toEqual([...rateCards.values()].map((card) => card.id))
  expect(latestRateCard.regions).toHaveLength(98)
  const clouds = latestRateCard.regions.map(({ cloud }) => cloud)
  const count = (cloud: string) => clouds.filter((name) => name === cloud).length
  expect({ aws: count('aws'), azure: count('azure'), gcp: count('gcp') }).toEqual({
    aws: 34,
    azure: 38,
    gcp: 26,
  })
})

test('each price says where it comes from, of which day, and how sure it is', () => {
  const prices = latestRateCard.regions.flatMap(({ databaseDbu, storageDsu, pipelineDbu }) =>
    [databaseDbu, storageDsu, pipelineDbu].filter((price) => price !== undefined),
  )
  expect(prices.length).toBeGreaterThan(280)
  for (const price of prices) {
    expect(price).toMatchObject({ asOf: '2026-04-10', confidence: 'M' })
    expect(price.source).toContain('dbu-rates.json')
    expect(price.value).toBeGreaterThan(0)
  }
})

test.each([
  { cloud: 'aws', tier: 'ENTERPRISE', value: 0.213, confidence: 'H' },
  { cloud: 'aws', tier: 'PREMIUM', value: 0.23, confidence: 'M' },
  { cloud: 'azure', tier: 'PREMIUM', value: 0.213, confidence: 'H' },
])('a CU-hour takes $value DBU in $cloud $tier', ({ cloud, tier, ...rate }) => {
  const found = latestRateCard.computeDbuPerCuHour.find(
    (entry) => entry.cloud === cloud && entry.tier === tier,
  )
  expect(found).toMatchObject(rate)
})

test('what no source gives is missing', () => {
  const region = (name: string) => latestRateCard.regions.filter((entry) => entry.region === name)
  expect(latestRateCard.computeDbuPerCuHour.some(({ cloud }) => cloud === 'gcp')).toBe(false)
  expect(latestRateCard.storageDsuPerGbMonth).not.toHaveProperty('branchChange')
  for (const entry of region('eu-north-1')) {
    expect(Object.keys(entry)).toEqual(['cloud', 'region', 'tier', 'databaseDbu'])
  }
  expect(region('qatarcentral')[0]).not.toHaveProperty('pipelineDbu')
})

test('the newest card can be written out, changed and read again', () => {
  expect(parseRateCard(JSON.parse(JSON.stringify(latestRateCardFile)))).toEqual(latestRateCard)
})
