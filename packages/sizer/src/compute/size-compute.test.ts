import { describe, expect, test } from 'vitest'
import { autoscalingLimits } from '../limits/autoscaling-limits.js'
import { provisionedLimits } from '../limits/provisioned-limits.js'
import type { ComputeLoad, ComputeSizing, ComputeWish, FittingSize } from './compute-sizing.js'
import { sizeCompute } from './size-compute.js'

const empty: ComputeLoad = {
  bulkWritesPerSecond: 0,
  continuousWritesPerSecond: 0,
  readsPerSecond: 0,
  syncedTables: 0,
  syncRuns: [],
}
const shop = {
  ...empty,
  bulkWritesPerSecond: 5000,
  continuousWritesPerSecond: 2000,
  readsPerSecond: 8000,
}
const reference = {
  ...empty,
  bulkWritesPerSecond: 15_000,
  continuousWritesPerSecond: 1200,
  readsPerSecond: 10_000,
}
/** A need of so many CU by the rate. */
const needing = (cu: number): ComputeLoad => ({ ...empty, bulkWritesPerSecond: cu * 2000 })
const oneQuietHour = [...Array<number>(23).fill(1), 0]

const size = (load: Partial<ComputeLoad>, wish?: ComputeWish) =>
  fitting(sizeCompute({ ...empty, ...load }, autoscalingLimits, wish))

function fitting(sizing: ComputeSizing): FittingSize {
  if (!sizing.fits) throw new Error(`does not fit: ${sizing.neededCu} CU`)
  return sizing
}

function nonFitting(load: Partial<ComputeLoad>, limits = autoscalingLimits) {
  const sizing = sizeCompute({ ...empty, ...load }, limits)
  if (sizing.fits) throw new Error(`fits: ${sizing.maxCu} CU`)
  return sizing
}

const rules = (sizing: ComputeSizing) =>
  sizing.issues.map((issue) => `${issue.ruleId} ${issue.level} ${issue.subject}`)

describe('rates', () => {
  test('adds bulk, incremental and reads when nothing says that loads avoid the peak', () => {
    const sizing = size(shop)
    expect(sizing.neededCu).toBeCloseTo(22.233, 3)
    expect(sizing).toMatchObject({ binding: 'rate', minCu: 8, maxCu: 24 })
    expect(sizing.needs).toHaveLength(1)
    expect(sizing.needs[0]).toMatchObject({
      limit: 'rate',
      why: 'bulk 2.5 + incremental 13.3 + reads 6.4',
      asOf: '2025-06-23',
      confidence: 'L',
    })
    expect(sizing.combined).toContain('nothing says')
  })

  test('sizes the old accelerator example at 24 CU of 2 GB', () => {
    expect(size(reference)).toMatchObject({ neededCu: 23.5, maxCu: 24 })
  })

  test('takes the larger of peak and load when bulk loads run in an idle hour', () => {
    const sizing = size({ ...reference, bulkLoad: 'off_peak', hourlyLoad: oneQuietHour })
    expect(sizing).toMatchObject({ neededCu: 16, maxCu: 16 })
    expect(sizing.combined).toContain('23:00, 0 % of the peak')
    expect(sizing.hourlyCu).toEqual(oneQuietHour.map((share) => share * 16))
  })

  test('moves bulk loads to the quietest hour of a profile unasked', () => {
    const hourlyLoad = oneQuietHour.map((share) => Math.max(share, 0.25))
    expect(size({ ...reference, hourlyLoad })).toMatchObject({ neededCu: 16 })
  })

  test('keeps bulk loads at the peak when the workload says so', () => {
    const sizing = size({ ...reference, bulkLoad: 'concurrent', hourlyLoad: oneQuietHour })
    expect(sizing).toMatchObject({ neededCu: 23.5 })
  })

  test('warns that off_peak without a profile counts no steady load beside bulk loads', () => {
    const sizing = size({ ...reference, bulkLoad: 'off_peak' })
    expect(sizing).toMatchObject({ neededCu: 16 })
    expect(rules(sizing)).toContain('LB010 warn rate')
  })

  test('wants the same in each hour without a profile', () => {
    expect(size(reference).hourlyCu).toEqual(Array<number>(24).fill(16))
  })

  test('is as sure as the least sure rate that it used', () => {
    expect(size({ bulkWritesPerSecond: 5000 }).needs[0]).toMatchObject({
      asOf: '2026-10-01',
      confidence: 'H',
    })
  })
})

describe('sizes', () => {
  test.each([
    { cu: 0.5, minCu: 0.5, maxCu: 0.5 },
    { cu: 0.51, minCu: 0.5, maxCu: 1 },
    { cu: 16, minCu: 0.5, maxCu: 16 },
    { cu: 16.01, minCu: 8, maxCu: 24 },
    { cu: 24.01, minCu: 12, maxCu: 28 },
    { cu: 64, minCu: 48, maxCu: 64 },
    { cu: 64.01, minCu: 65, maxCu: 65 },
    { cu: 80.5, minCu: 81, maxCu: 81 },
    { cu: 112, minCu: 112, maxCu: 112 },
  ])('a need of $cu CU gets $minCu to $maxCu', ({ cu, minCu, maxCu }) => {
    expect(size(needing(cu))).toMatchObject({ minCu, maxCu })
  })

  test('refuses a need above the largest size and says the number', () => {
    const sizing = nonFitting(needing(112.01))
    expect(sizing).toMatchObject({ binding: 'rate', largestCu: 112 })
    expect(sizing.neededCu).toBeCloseTo(112.01)
    expect(sizing.issues[0]?.message).toBe('rate needs 112.1 CU, the largest size is 112: bulk 112')
  })

  test('gives an empty load the smallest size and says that it is empty', () => {
    const sizing = size({})
    expect(sizing).toMatchObject({ neededCu: 0, minCu: 0.5, maxCu: 0.5, needs: [] })
    expect(sizing).not.toHaveProperty('binding')
    expect(rules(sizing)).toContain('LB009 note rate')
  })

  test("notes a size that the UI's list lacks", () => {
    expect(rules(size(needing(67)))).toContain('LB011 note minCu')
    expect(rules(size(needing(80)))).not.toContain('LB011 note minCu')
  })
})

describe('memory', () => {
  test('keeps the minimum large enough for the hot set', () => {
    const sizing = size({ hotSetGb: 15, readsPerSecond: 10_000 })
    expect(sizing).toMatchObject({ binding: 'memory', neededCu: 10, minCu: 10, maxCu: 12 })
    expect(sizing.needs[1]?.why).toBe('15 GB hot set / (2 GB x 75 % cache per CU)')
  })

  test('needs a fixed size for 100 GB', () => {
    expect(size({ hotSetGb: 100 })).toMatchObject({ minCu: 67, maxCu: 67 })
  })

  test('notes that memory was not sized without a hot set', () => {
    expect(rules(size(shop))).toEqual(['LB013 note memory'])
  })
})

describe('deadlines', () => {
  const run = { id: 'nightly', policy: 'SNAPSHOT' as const, rows: 72_000_000 }

  test('sizes a run for the time that its start-up leaves', () => {
    const sizing = size({ syncRuns: [{ ...run, deadlineSeconds: 4200 }] })
    expect(sizing).toMatchObject({ binding: 'deadline', neededCu: 10, maxCu: 12 })
  })

  test('writes the changed rows of a triggered run at the incremental rate', () => {
    const syncRuns = [
      { ...run, policy: 'TRIGGERED' as const, rows: 540_000, deadlineSeconds: 4200 },
    ]
    expect(size({ syncRuns }).neededCu).toBe(1)
  })

  test('counts the longest of several runs', () => {
    const syncRuns = [
      { ...run, deadlineSeconds: 4200 },
      { ...run, id: 'other', deadlineSeconds: 7800 },
    ]
    expect(size({ syncRuns }).neededCu).toBe(10)
  })

  test('sets no size for a start-up that is longer than the deadline, but an error on the run', () => {
    const sizing = size({ syncRuns: [{ ...run, deadlineSeconds: 300 }] })
    expect(sizing.needs).toEqual([])
    expect(rules(sizing)).toContain('LB015 error nightly')
  })

  test('has none for a continuous run', () => {
    const sizing = size({ syncRuns: [{ ...run, policy: 'CONTINUOUS', deadlineSeconds: 60 }] })
    expect(rules(sizing)).not.toContain('LB015 error nightly')
  })
})

describe('wishes', () => {
  test('are used as given, with an error where a need is above them', () => {
    const sizing = size(shop, { minCu: 4, maxCu: 8 })
    expect(sizing).toMatchObject({ minCu: 4, maxCu: 8 })
    expect(sizing.issues[0]).toMatchObject({
      ruleId: 'LB010',
      level: 'error',
      message:
        'max_cu 8 is below the 22.3 CU that rate needs: bulk 2.5 + incremental 13.3 + reads 6.4',
      hint: 'set max_cu to 24 or more',
    })
  })

  test('leave the other bound to the sizer', () => {
    expect(size(shop, { maxCu: 40 })).toMatchObject({ minCu: 24, maxCu: 40 })
    expect(size(shop, { minCu: 10 })).toMatchObject({ minCu: 10, maxCu: 24 })
    expect(size(shop, { minCu: 30 })).toMatchObject({ minCu: 30, maxCu: 32 })
  })

  test.each<{ wish: ComputeWish; rule: string; because: string }>([
    { wish: { minCu: 4, maxCu: 32 }, rule: 'LB011 error minCu', because: 'spread of 28' },
    { wish: { minCu: 32, maxCu: 24 }, rule: 'LB011 error minCu', because: 'above max_cu' },
    { wish: { minCu: 64, maxCu: 80 }, rule: 'LB011 error minCu', because: 'are fixed' },
    { wish: { maxCu: 30.5 }, rule: 'LB011 error maxCu', because: 'is not a size' },
    { wish: { maxCu: 128 }, rule: 'LB010 error maxCu', because: 'largest size, 112' },
    { wish: { haComputes: 5 }, rule: 'LB011 error haComputes', because: '2 to 4' },
    { wish: { haComputes: 1 }, rule: 'LB011 error haComputes', because: '2 to 4' },
    {
      wish: { haComputes: 2, scalesToZero: true },
      rule: 'LB011 error scalesToZero',
      because: 'does not scale to zero',
    },
  ])('$wish is an error: $because', ({ wish, rule, because }) => {
    const sizing = size(shop, wish)
    expect(rules(sizing)).toContain(rule)
    expect(sizing.issues.map((issue) => issue.message).join('\n')).toContain(because)
  })

  test('within the rules raise no issue', () => {
    expect(rules(size(shop, { minCu: 8, maxCu: 24, haComputes: 2, scalesToZero: false }))).toEqual([
      'LB013 note memory',
    ])
    expect(rules(size({ ...shop, hotSetGb: 12 }, { minCu: 8, maxCu: 24 }))).toEqual([])
  })

  test('below the hot set at the minimum are a warning, at the maximum an error', () => {
    const load = { ...shop, hotSetGb: 12 }
    expect(rules(size(load, { minCu: 7, maxCu: 23 }))).toEqual(['LB013 warn memory'])
    expect(rules(size(load, { minCu: 4, maxCu: 7 }))).toContain('LB010 error memory')
    expect(size(load, { minCu: 7, maxCu: 23 }).issues[0]?.hint).toContain('18 times slower')
  })

  test('too small for a sync run are an error on that run', () => {
    const syncRuns = [
      { id: 'nightly', policy: 'SNAPSHOT' as const, rows: 72_000_000, deadlineSeconds: 4200 },
    ]
    const sizing = size({ syncRuns }, { maxCu: 5 })
    expect(sizing.issues[0]).toMatchObject({
      ruleId: 'LB015',
      subject: 'nightly',
      message: 'sync run "nightly" takes 2.2 h at max_cu 5, longer than its 1.2 h',
      hint: 'set max_cu to 12 or more, or run it less often',
    })
  })
})

describe('Provisioned', () => {
  test.each([
    { load: reference, neededCu: 3, cu: 4 },
    { load: { ...empty, hotSetGb: 96 }, neededCu: 8, cu: 8 },
    { load: { ...empty, bulkWritesPerSecond: 15_001 }, neededCu: 15_001 / 15_000, cu: 2 },
  ])('needs $neededCu CU of 16 GB, so $cu', ({ load, neededCu, cu }) => {
    expect(sizeCompute(load, provisionedLimits)).toMatchObject({
      fits: true,
      product: 'provisioned-legacy',
      neededCu,
      minCu: cu,
      maxCu: cu,
      connectionCap: 1000,
    })
  })

  test('does not fit above 8 CU and points to Autoscaling', () => {
    const sizing = sizeCompute({ ...empty, hotSetGb: 97 }, provisionedLimits)
    expect(sizing).toMatchObject({ fits: false, largestCu: 8, binding: 'memory' })
    expect(sizing.fits === false && sizing.waysOut[0]).toContain('Autoscaling')
  })

  test('has fixed sizes that do not scale to zero', () => {
    const sizing = sizeCompute(reference, provisionedLimits, { minCu: 2, scalesToZero: true })
    expect(rules(sizing)).toEqual([
      'LB011 error minCu',
      'LB011 error scalesToZero',
      'LB013 note memory',
    ])
    expect(rules(sizeCompute(reference, provisionedLimits, { maxCu: 3 }))).toContain(
      'LB011 error maxCu',
    )
  })
})
