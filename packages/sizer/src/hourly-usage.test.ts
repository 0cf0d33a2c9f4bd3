import { expect, test } from 'vitest'
import type { FittingSize } from './compute-sizing.js'
import { hourlyUsage } from './hourly-usage.js'

const size: FittingSize = {
  product: 'autoscaling',
  fits: true,
  needs: [],
  neededCu: 24,
  combined: '',
  issues: [],
  minCu: 8,
  maxCu: 24,
  hourlyCu: [2, 12, 30],
  loadingCu: 20,
  connectionCap: 3993,
}

test('is never below the minimum or above the maximum', () => {
  expect(hourlyUsage(size, 0)).toEqual([8, 12, 24])
})

test('counts loads for their share of each hour, and none where the steady load wants more', () => {
  expect(hourlyUsage(size, 0.25)).toEqual([11, 14, 24])
})

test('refuses more than the whole hour', () => {
  expect(() => hourlyUsage(size, 1.1)).toThrow(/loadingShare: expected a share, 0 to 1, found 1.1/)
})
