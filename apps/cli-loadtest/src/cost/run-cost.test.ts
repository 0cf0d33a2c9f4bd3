import { latestRateCard } from '@lakebase/pricing'
import { expect, test } from 'vitest'
import { sampleRun } from '../../test/sample/sample-report.js'
import { costPlace } from './cost-place.js'
import { pricePerCuHour, runCost } from './run-cost.js'

const place = { cu: 4, cloud: 'aws', region: 'us-east-1', tier: 'PREMIUM' } as const
const flags = { cu: '4', cloud: undefined, region: undefined, tier: undefined, workload: undefined }

function quarterHour(succeeded: number) {
  return { measuredSeconds: 900, total: { ...sampleRun.total, succeeded } }
}

test('a run costs its seconds of compute, and a million transactions their part of it', () => {
  const hour = 4 * pricePerCuHour(place)
  const cost = runCost(quarterHour(500_000), place)
  expect(cost.usdPerHour).toBeCloseTo(hour)
  expect(cost.usd).toBeCloseTo(hour / 4)
  expect(cost.usdPerMillion).toBeCloseTo(hour / 2)
  expect(runCost(quarterHour(0), place)).not.toHaveProperty('usdPerMillion')
})

test('a region without a price is refused, never free', () => {
  expect(() => pricePerCuHour({ ...place, region: 'moon-1' })).toThrow('no price')
  const card = { ...latestRateCard, computeDbuPerCuHour: [] }
  expect(() => pricePerCuHour(place, card)).toThrow('no price')
})

test('without --cu nothing is priced, and with it the place must be known', () => {
  expect(costPlace({ ...flags, cu: undefined }, '.')).toBeUndefined()
  expect(() => costPlace(flags, '.')).toThrow('needs to know where')
  expect(() => costPlace({ ...flags, cu: '0' }, '.')).toThrow('is no size')
  expect(costPlace({ ...flags, cloud: 'aws', region: 'us-east-1', tier: 'PREMIUM' }, '.')).toEqual(
    place,
  )
})
