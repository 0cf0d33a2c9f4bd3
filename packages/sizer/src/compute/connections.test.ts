import { expect, test } from 'vitest'
import { autoscalingLimits } from '../limits/autoscaling-limits.js'
import { provisionedLimits } from '../limits/provisioned-limits.js'
import type { ComputeLoad } from './compute-sizing.js'
import { connectionCap } from './connections.js'
import { sizeCompute } from './size-compute.js'

const load = (connections: number, syncedTables = 0): ComputeLoad => ({
  bulkWritesPerSecond: 0,
  continuousWritesPerSecond: 0,
  readsPerSecond: 0,
  connections,
  syncedTables,
  syncRuns: [],
})

test.each([
  [0.5, 105],
  [1, 218],
  [2, 443],
  [3, 668],
  [4, 894],
  [5, 1119],
  [6, 1344],
  [7, 1570],
  [8, 1795],
  [9, 2020],
  [10, 2246],
  [11, 2246],
  [12, 2696],
  [13, 2696],
  [14, 3147],
  [15, 3147],
  [16, 3597],
  [23, 3597],
  [24, 3993],
  [112, 3993],
])('%d CU give %d connections', (cu, connections) => {
  expect(connectionCap({ minCu: cu, maxCu: cu }, autoscalingLimits)).toBe(connections)
})

test.each([
  { minCu: 0.5, maxCu: 16, connections: 894 },
  { minCu: 8, maxCu: 16, connections: 3597 },
  { minCu: 1, maxCu: 4, connections: 894 },
])('$minCu to $maxCu CU give $connections, by min(max, 8 x min)', (sample) => {
  expect(connectionCap(sample, autoscalingLimits)).toBe(sample.connections)
})

test.each([
  { clients: 105, tables: 0, needCu: 0.5 },
  { clients: 106, tables: 0, needCu: 1 },
  { clients: 2247, tables: 0, needCu: 12 },
  { clients: 3993, tables: 0, needCu: 24 },
  { clients: 300, tables: 10, needCu: 3 },
])('$clients clients and $tables synced tables need $needCu CU', (sample) => {
  const sizing = sizeCompute(load(sample.clients, sample.tables), autoscalingLimits)
  expect(sizing).toMatchObject({ fits: true, neededCu: sample.needCu, binding: 'connections' })
})

test('raises the minimum until the range carries the connections', () => {
  const sizing = sizeCompute({ ...load(3000), readsPerSecond: 20_000 }, autoscalingLimits)
  expect(sizing).toMatchObject({ minCu: 2, maxCu: 16, connectionCap: 3597 })
})

test('sizes no connections when nothing is known to connect', () => {
  const { connections, ...unknown } = load(0)
  expect(sizeCompute(unknown, autoscalingLimits).needs).toEqual([])
  expect(connections).toBe(0)
})

test('does not fit more clients than any size carries, and says how to pool them', () => {
  const sizing = sizeCompute(load(3994), autoscalingLimits)
  expect(sizing).toMatchObject({ fits: false, binding: 'connections' })
  expect(sizing.fits === false && sizing.waysOut.join('\n')).toContain('10,000 clients')
  expect(sizing.issues).toContainEqual(
    expect.objectContaining({ ruleId: 'LB012', level: 'error', subject: 'connections' }),
  )
})

test('fits with a warning when only tables that all load at once are too many', () => {
  const sizing = sizeCompute(load(300, 300), autoscalingLimits)
  expect(sizing).toMatchObject({ fits: true, maxCu: 24, connectionCap: 3993 })
  expect(sizing.issues).toContainEqual(
    expect.objectContaining({
      ruleId: 'LB012',
      level: 'warn',
      message:
        '300 client connections and up to 4,800 of loading synced tables are more than the 3,993 that 8 to 24 CU carry',
    }),
  )
})

test("reports a user's range that gives too few", () => {
  const sizing = sizeCompute(load(900), autoscalingLimits, { minCu: 0.5, maxCu: 16 })
  expect(sizing.issues[0]).toMatchObject({
    ruleId: 'LB012',
    level: 'error',
    message: '900 client connections are more than the 894 that 0.5 to 16 CU carry',
    hint: 'min(max_cu, 8 x min_cu) counts: it must be 5 CU or more',
  })
})

test('gives 1,000 at every Provisioned size', () => {
  expect(connectionCap({ minCu: 1, maxCu: 1 }, provisionedLimits)).toBe(1000)
  expect(sizeCompute(load(1000), provisionedLimits)).toMatchObject({ fits: true, maxCu: 1 })
  expect(sizeCompute(load(1001), provisionedLimits)).toMatchObject({ fits: false })
})
