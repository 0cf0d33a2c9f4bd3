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
  connectionCap: 3993,
}

test('is never below the minimum or above the maximum', () => {
  expect(hourlyUsage(size, 0)).toEqual([8, 12, 24])
})

test('counts the time in which sync runs write at the maximum', () => {
  expect(hourlyUsage(size, 0.25)).toEqual([12, 15, 24])
})

test('refuses more than the whole hour', () => {
  expect(() => hourlyUsage(size, 1.1)).toThrow(/writingShare: expected a share, 0 to 1, found 1.1/)
})
