import { expect, test } from 'vitest'
import type { ComputeLoad, ComputeWish } from './compute/compute-sizing.js'
import { sizeCompute } from './compute/size-compute.js'
import { autoscalingLimits } from './limits/autoscaling-limits.js'
import { SizingInputError } from './sizing-input-error.js'

const good: ComputeLoad = {
  bulkWritesPerSecond: 1,
  continuousWritesPerSecond: 1,
  readsPerSecond: 1,
  syncedTables: 1,
  syncRuns: [],
}
const run = { id: 'r', policy: 'SNAPSHOT' as const, rows: 1 }
const shares = Array<number>(24).fill(1)

test.each<{ load?: Partial<ComputeLoad>; wish?: ComputeWish; code: string; path: string }>([
  { load: { bulkWritesPerSecond: -1 }, code: 'negative', path: 'load.bulkWritesPerSecond' },
  {
    load: { continuousWritesPerSecond: Number.NaN },
    code: 'not_finite',
    path: 'load.continuousWritesPerSecond',
  },
  {
    load: { readsPerSecond: Number.POSITIVE_INFINITY },
    code: 'not_finite',
    path: 'load.readsPerSecond',
  },
  { load: { hotSetGb: -1 }, code: 'negative', path: 'load.hotSetGb' },
  { load: { connections: 1.5 }, code: 'not_whole', path: 'load.connections' },
  { load: { syncedTables: -1 }, code: 'negative', path: 'load.syncedTables' },
  { load: { hourlyLoad: shares.slice(1) }, code: 'wrong_length', path: 'load.hourlyLoad' },
  {
    load: { hourlyLoad: shares.with(3, 1.1) },
    code: 'out_of_range',
    path: 'load.hourlyLoad[3]',
  },
  { load: { syncRuns: [{ ...run, rows: -1 }] }, code: 'negative', path: 'load.syncRuns[0].rows' },
  {
    load: { syncRuns: [run, { ...run, deadlineSeconds: Number.NaN }] },
    code: 'not_finite',
    path: 'load.syncRuns[1].deadlineSeconds',
  },
  { wish: { maxCu: 0 }, code: 'out_of_range', path: 'wish.maxCu' },
  { wish: { minCu: -2 }, code: 'negative', path: 'wish.minCu' },
  { wish: { haComputes: 2.5 }, code: 'not_whole', path: 'wish.haComputes' },
])('refuses $path as $code', ({ load, wish, code, path }) => {
  const refused = () => sizeCompute({ ...good, ...load }, autoscalingLimits, wish)
  expect(refused).toThrow(SizingInputError)
  expect(refused).toThrow(expect.objectContaining({ code, path }))
})

test('says what was expected and found', () => {
  expect(() => sizeCompute({ ...good, hourlyLoad: [1] }, autoscalingLimits)).toThrow(
    'load.hourlyLoad: expected 24 shares, one for each hour, found 1',
  )
})
