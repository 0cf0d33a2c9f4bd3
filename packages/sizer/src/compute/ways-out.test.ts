import { expect, test } from 'vitest'
import { autoscalingLimits } from '../limits/autoscaling-limits.js'
import { provisionedLimits } from '../limits/provisioned-limits.js'
import type { ComputeLoad } from './compute-sizing.js'
import { sizeCompute } from './size-compute.js'

function waysOut(load: Partial<ComputeLoad>, limits = autoscalingLimits) {
  const sizing = sizeCompute(
    {
      bulkWritesPerSecond: 0,
      continuousWritesPerSecond: 0,
      readsPerSecond: 0,
      syncedTables: 0,
      syncRuns: [],
      ...load,
    },
    limits,
  )
  return sizing.fits ? [] : sizing.waysOut
}

test('for the rates: loads off the peak, TRIGGERED, read replicas, projects', () => {
  const load = {
    bulkWritesPerSecond: 80_000,
    continuousWritesPerSecond: 3000,
    readsPerSecond: 75_000,
  }
  expect(waysOut(load)).toEqual([
    'Load in bulk while the steady load rests (bulk_load: off_peak with hourly_load): down to 80 CU.',
    'Sync with TRIGGERED instead of bulk loads (40 CU) where less than 7.5 % of the rows change between runs: it writes only those.',
    'Move the reads to 1 read replica(s) of 60 CU: the primary then needs 60 CU.',
    'Split the tables into 2 projects of about 60 CU.',
  ])
})

test('without replicas when six are too few for the reads', () => {
  expect(waysOut({ readsPerSecond: 1250 * 112 * 7 })).toEqual([
    'Split the tables into 7 projects of about 112 CU.',
  ])
})

test('for the hot set: what the largest cache holds', () => {
  expect(waysOut({ hotSetGb: 200 })[0]).toBe(
    'Bring the hot set down to 168 GB, the cache of 112 CU.',
  )
})

test('for a deadline: the hours that the largest size takes', () => {
  const syncRuns = [
    { id: 'nightly', policy: 'SNAPSHOT' as const, rows: 1.6128e9, deadlineSeconds: 3600 },
    { id: 'small', policy: 'SNAPSHOT' as const, rows: 10, deadlineSeconds: 3600 },
  ]
  expect(waysOut({ syncRuns })[0]).toBe(
    'Give sync run "nightly" 2.2 h, which it takes at 112 CU, instead of 1 h, or fewer rows to write.',
  )
})

test('for Provisioned: Autoscaling first, and no projects', () => {
  const ways = sizeCompute(
    {
      bulkWritesPerSecond: 0,
      continuousWritesPerSecond: 0,
      readsPerSecond: 90_000,
      syncedTables: 0,
      syncRuns: [],
    },
    provisionedLimits,
  )
  expect(ways.fits === false && ways.waysOut).toEqual([
    'Size for Autoscaling (product: autoscaling): it is larger, and Provisioned can no longer be created.',
  ])
})
