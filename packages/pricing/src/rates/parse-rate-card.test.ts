import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRateCard, RateCardError } from '../index.js'

const OWN = {
  id: '2026-11-01',
  currency: 'USD',
  sources: {
    contract: { document: 'Our contract', asOf: '2026-11-01', confidence: 'H' },
    web: { document: 'Price page', asOf: '2026-10-01', confidence: 'M' },
  },
  computeDbuPerCuHour: { aws: { PREMIUM: { value: 0.23, source: 'web' } } },
  storageDsuPerGbMonth: { data: { value: 15, source: 'web' } },
  pipelineDbuPerHour: { scheduled: { value: 2, low: 1, high: 3, source: 'web' } },
  discounts: [],
  prices: {
    source: 'web',
    aws: {
      'us-east-1': {
        PREMIUM: { databaseDbu: { value: 0.3, source: 'contract' }, storageDsu: 0.023 },
      },
    },
  },
}

function issuesOf(value: unknown) {
  try {
    parseRateCard(value)
  } catch (error) {
    if (error instanceof RateCardError) return error.issues
    throw error
  }
  throw new Error('was accepted')
}

test('reads a card of one region, each value with its own source', () => {
  expect(parseRateCard(OWN).regions).toEqual([
    {
      cloud: 'aws',
      region: 'us-east-1',
      tier: 'PREMIUM',
      databaseDbu: { value: 0.3, source: 'Our contract', asOf: '2026-11-01', confidence: 'H' },
      storageDsu: { value: 0.023, source: 'Price page', asOf: '2026-10-01', confidence: 'M' },
    },
  ])
})

test.each([
  { where: 'a date', path: 'id', change: { id: '2026-02-30' } },
  { where: 'an unknown key', path: 'tiers', change: { tiers: [] } },
  {
    where: 'a rate of zero',
    path: 'storageDsuPerGbMonth.data.value',
    change: { storageDsuPerGbMonth: { data: { value: 0, source: 'web' } } },
  },
  {
    where: 'a range upside down',
    path: 'pipelineDbuPerHour.scheduled',
    change: { pipelineDbuPerHour: { scheduled: { value: 2, low: 3, high: 4, source: 'web' } } },
  },
  {
    where: 'a source that is not listed',
    path: 'storageDsuPerGbMonth.data.source',
    change: { storageDsuPerGbMonth: { data: { value: 15, source: 'toString' } } },
  },
  {
    where: 'a price as text',
    path: 'prices.aws.us-east-1.PREMIUM.databaseDbu',
    change: {
      prices: { source: 'web', aws: { 'us-east-1': { PREMIUM: { databaseDbu: '0.4' } } } },
    },
  },
  {
    where: 'a tier that does not exist',
    path: 'prices.aws.us-east-1.STANDARD',
    change: { prices: { source: 'web', aws: { 'us-east-1': { STANDARD: {} } } } },
  },
])('refuses $where and names its place', ({ path, change }) => {
  expect(issuesOf({ ...OWN, ...change }).map((issue) => issue.path)).toEqual([path])
})

test('a discount must not end before it begins', () => {
  const discount = { id: 'a', label: 'A', percentage: 5, appliesTo: 'compute', source: 'web' }
  const discounts = [{ ...discount, from: '2026-02-02', until: '2026-02-01' }]
  expect(issuesOf({ ...OWN, discounts })).toEqual([
    { path: 'discounts.0', message: 'until must not lie before from' },
  ])
})

test('reports every problem at once', () => {
  const issues = issuesOf({ ...OWN, currency: 'EUR', id: 1, prices: { source: 'nowhere' } })
  expect(issues.map((issue) => issue.path)).toEqual(['id', 'currency', 'prices.source'])
})

test('whatever it is given, it returns a card or throws a RateCardError', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(() => parseRateCard(value)).toThrow(RateCardError)
    }),
  )
})
