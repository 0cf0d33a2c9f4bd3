import { expect, test } from 'vitest'
import { samplePercent } from './sample-percent.js'

test.each([
  { what: 'a small table whole', rows: 5000, bytes: 1e6, percent: 100 },
  { what: 'an empty table', rows: 0, bytes: 0, percent: 100 },
  { what: 'a share of a million rows', rows: 1e6, bytes: 1e8, percent: 0.6 },
  { what: 'of 2 TB ten GB', rows: 1e10, bytes: 2e12, percent: 0.012 },
  { what: 'never more than all', rows: 10_000, bytes: 1e13, percent: 100 },
])('$what: $percent %', ({ rows, bytes, percent }) => {
  expect(samplePercent(rows, 5000, bytes)).toBeCloseTo(percent, 9)
})
