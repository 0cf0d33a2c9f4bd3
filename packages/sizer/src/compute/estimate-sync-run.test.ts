import { expect, test } from 'vitest'
import { autoscalingLimits } from '../limits/autoscaling-limits.js'
import { provisionedLimits } from '../limits/provisioned-limits.js'
import { estimateSyncRun, rowsFromGb } from './estimate-sync-run.js'

test.each([
  { policy: 'SNAPSHOT', cu: 32, limits: autoscalingLimits, hours: 9.056 },
  { policy: 'SNAPSHOT', cu: 24, limits: autoscalingLimits, hours: 12.019 },
  { policy: 'SNAPSHOT', cu: 4, limits: provisionedLimits, hours: 9.648 },
  { policy: 'TRIGGERED', cu: 24, limits: autoscalingLimits, hours: 158.191 },
  { policy: 'CONTINUOUS', cu: 24, limits: autoscalingLimits, hours: 158.191 },
] as const)('2,048 GB $policy at $cu CU of $limits.product takes $hours h', (sample) => {
  const run = { policy: sample.policy, rows: rowsFromGb(2048) }
  expect(estimateSyncRun(run, sample.cu, sample.limits).hours).toBeCloseTo(sample.hours, 3)
})

test('says the rate and the start-up', () => {
  expect(estimateSyncRun({ policy: 'TRIGGERED', rows: 6000 }, 2, autoscalingLimits)).toEqual({
    hours: 10 / 60 + 6000 / 300 / 3600,
    writingHours: 6000 / 300 / 3600,
    rowsPerSecond: 300,
    why: '10 min start-up + 6,000 rows at 300 rows/s (TRIGGERED, 2 CU)',
  })
})

test('counts rows of 1 KB unless told their size', () => {
  expect(rowsFromGb(2048)).toBe(2.048e9)
  expect(rowsFromGb(1, 250)).toBe(4e6)
})

test.each([
  { rows: -1, cu: 1, error: /run.rows: expected 0 or more, found -1/ },
  { rows: Number.NaN, cu: 1, error: /run.rows: expected a finite number, found NaN/ },
  { rows: 1, cu: 0, error: /cu: expected more than 0, found 0/ },
])('refuses $rows rows at $cu CU', ({ rows, cu, error }) => {
  expect(() => estimateSyncRun({ policy: 'SNAPSHOT', rows }, cu, autoscalingLimits)).toThrow(error)
})
