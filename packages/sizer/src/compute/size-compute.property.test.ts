import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { autoscalingLimits } from '../limits/autoscaling-limits.js'
import type { ComputeLimits } from '../limits/limits.js'
import { provisionedLimits } from '../limits/provisioned-limits.js'
import type { ComputeLoad, ComputeSizing, SyncRun } from './compute-sizing.js'
import { sizeCompute } from './size-compute.js'

const amount = (max: number) => fc.double({ min: 0, max, noNaN: true })
const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [key]: one }))

const run: fc.Arbitrary<SyncRun> = fc.record(
  {
    id: fc.constantFrom('a', 'b'),
    policy: fc.constantFrom('SNAPSHOT', 'TRIGGERED', 'CONTINUOUS'),
    rows: amount(1e9),
    deadlineSeconds: fc.oneof(amount(86_400), fc.constant(600)),
  },
  { requiredKeys: ['id', 'policy', 'rows'] },
)

const load: fc.Arbitrary<ComputeLoad> = fc
  .tuple(
    fc.record({
      bulkWritesPerSecond: amount(150_000),
      continuousWritesPerSecond: amount(10_000),
      readsPerSecond: amount(100_000),
      syncedTables: fc.nat(300),
      syncRuns: fc.array(run, { maxLength: 3 }),
    }),
    maybe('hotSetGb', amount(200)),
    maybe('connections', fc.nat(5000)),
    maybe('hourlyLoad', fc.array(amount(1), { minLength: 24, maxLength: 24 })),
    maybe('bulkLoad', fc.constantFrom('concurrent', 'off_peak')),
  )
  .map(([base, ...parts]) => Object.assign({ ...base }, ...parts))

describe.each<{ limits: ComputeLimits }>([
  { limits: autoscalingLimits },
  { limits: provisionedLimits },
])('$limits.product', ({ limits }) => {
  const always = (holds: (load: ComputeLoad, sizing: ComputeSizing) => void) =>
    fc.assert(fc.property(load, (one) => holds(one, sizeCompute(one, limits))))

  test('a size that fits is never below the need', () =>
    always((_, sizing) => {
      if (sizing.fits) expect(sizing.maxCu).toBeGreaterThanOrEqual(sizing.neededCu)
      else expect(sizing.waysOut).not.toEqual([])
    }))

  test('every number of a result is finite and not negative', () =>
    always((_, sizing) => {
      const numbers: number[] = []
      JSON.stringify(sizing, (_key, value: unknown) => {
        if (typeof value === 'number') numbers.push(value)
        return value
      })
      expect(numbers.filter((value) => !Number.isFinite(value) || value < 0)).toEqual([])
    }))

  test('the clients can connect at the size, and what does not fit is an error', () =>
    always(({ connections = 0 }, sizing) => {
      if (sizing.fits) expect(sizing.connectionCap).toBeGreaterThanOrEqual(connections)
      else expect(sizing.issues.some((issue) => issue.level === 'error')).toBe(true)
    }))

  test('the largest need binds', () =>
    always((_, sizing) => {
      const largest = Math.max(0, ...sizing.needs.map((need) => need.cu))
      expect(sizing.neededCu).toBe(largest)
      if (sizing.fits && sizing.needs.length > 0) {
        expect(sizing.needs.find((need) => need.limit === sizing.binding)?.cu).toBe(largest)
      }
    }))

  test('more of anything never asks for less', () =>
    fc.assert(
      fc.property(load, load, (one, other) => {
        const less = sizeCompute(one, limits)
        const more = sizeCompute(sum(one, other), limits)
        expect(more.neededCu).toBeGreaterThanOrEqual(less.neededCu)
        if (!less.fits) expect(more.fits).toBe(false)
        if (less.fits && more.fits) {
          expect(more.maxCu).toBeGreaterThanOrEqual(less.maxCu)
          expect(more.minCu).toBeGreaterThanOrEqual(less.minCu)
        }
      }),
    ))
})

test('an autoscaling range obeys the spread and keeps the hot set', () =>
  fc.assert(
    fc.property(load, (one) => {
      const sizing = sizeCompute(one, autoscalingLimits)
      if (!sizing.fits) return
      const { minCu, maxCu } = sizing
      expect(maxCu - minCu).toBeLessThanOrEqual(16)
      expect(minCu).toBeGreaterThanOrEqual((one.hotSetGb ?? 0) / 1.5)
      expect(minCu === 0.5 || Number.isInteger(minCu)).toBe(true)
      if (maxCu > 64) expect(minCu).toBe(maxCu)
      const connections = sizing.needs.find((need) => need.limit === 'connections')
      expect(Math.min(maxCu, 8 * minCu)).toBeGreaterThanOrEqual(connections?.cu ?? 0)
    }),
  ))

/** `one` with the amounts of `other` on top; what is unknown in `one` stays unknown. */
function sum(one: ComputeLoad, other: ComputeLoad): ComputeLoad {
  return {
    ...one,
    bulkWritesPerSecond: one.bulkWritesPerSecond + other.bulkWritesPerSecond,
    continuousWritesPerSecond: one.continuousWritesPerSecond + other.continuousWritesPerSecond,
    readsPerSecond: one.readsPerSecond + other.readsPerSecond,
    syncedTables: one.syncedTables + other.syncedTables,
    syncRuns: [...one.syncRuns, ...other.syncRuns],
    ...(one.hotSetGb !== undefined && { hotSetGb: one.hotSetGb + (other.hotSetGb ?? 0) }),
    ...(one.connections !== undefined && {
      connections: one.connections + (other.connections ?? 0),
    }),
  }
}
