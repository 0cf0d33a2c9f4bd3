import { describe, expect, test } from 'vitest'
import { openScenario, type SimulatedServer, simulateRun } from '../../test/simulate-run.js'
import type { RunReport } from '../report/run-report.js'
import { betweenRuns } from './between-runs.js'
import { compareRuns } from './compare-runs.js'
import type { ComparedMetric, Comparison, Difference } from './comparison.js'
import { studentQuantile } from './student-quantile.js'

function run(seed: number, server: Partial<SimulatedServer> = {}): RunReport {
  return simulateRun(openScenario(200), { slots: 16, serviceUs: 2000, seed, ...server })
}
function difference({ differences }: Comparison, metric: ComparedMetric): Difference | undefined {
  return differences.find((one) => one.metric === metric && one.script === undefined)
}
function findings(comparison: Comparison): Readonly<Record<string, string>> {
  return Object.fromEntries(comparison.differences.map(({ metric, finding }) => [metric, finding]))
}

describe('one run on each side', () => {
  test('that differ by a quarter: slower, and by how much, and that this is weak', () => {
    const comparison = compareRuns([run(1)], [run(2, { serviceUs: 2500 })])
    expect(comparison).toMatchObject({ basis: 'within a run', runs: { a: 1, b: 1 } })
    expect(findings(comparison)).toMatchObject({ mean: 'worse', p50: 'worse', p90: 'worse' })
    const { low = 0, high = 0 } = difference(comparison, 'mean')?.interval ?? {}
    expect(low).toBeLessThan(500)
    expect(high).toBeGreaterThan(500)
    expect(difference(comparison, 'p99')?.a).toBe(run(1).total.response.p99)
    expect(comparison.cautions[0]).toMatch(/^One run on each side/)
  })

  test('of the same server show no difference, in all but one of a dozen comparisons', () => {
    const alike = Array.from({ length: 12 }, (_, index) =>
      compareRuns([run(100 + index)], [run(200 + index)]),
    )
    const seen = alike.filter((one) => difference(one, 'p50')?.finding === 'no difference seen')
    expect(seen.length).toBeGreaterThanOrEqual(11)
  })

  test('errors and throughput have an interval too', () => {
    const comparison = compareRuns([run(1)], [run(2, { failEvery: 10 })])
    expect(findings(comparison)).toMatchObject({ errors: 'worse', throughput: 'worse' })
    const { low = 0, high = 0 } = difference(comparison, 'errors')?.interval ?? {}
    expect(low).toBeLessThan(0.1)
    expect(high).toBeGreaterThanOrEqual(0.099)
  })

  test('too few samples beyond a percentile are not judged', () => {
    const few = [1, 2].map((seed) =>
      simulateRun(openScenario(20), { slots: 16, serviceUs: 2000, seed }),
    )
    expect(findings(compareRuns(few.slice(0, 1), few.slice(1)))).toMatchObject({
      p90: 'no difference seen',
      p99: 'not judged',
      p999: 'not judged',
    })
  })

  test('the same comparison says the same twice', () => {
    const [a, b] = [run(1), run(2)]
    expect(compareRuns([a], [b])).toEqual(compareRuns([a], [b]))
  })
})

describe('several runs on a side', () => {
  // Runs whose level itself varies by 20 %, as those on a shared machine do.
  const level = (seed: number) => 2000 * (0.8 + 0.4 * (((seed * 7919) % 101) / 100))
  const noisy = (seed: number, factor = 1) => run(seed, { serviceUs: factor * level(seed) })

  test('are judged by how much runs differ: what seconds show as sure, they do not', () => {
    const [a, b] = [
      [11, 12, 13],
      [21, 22, 23],
    ].map((seeds) => seeds.map((seed) => noisy(seed)))
    expect(
      difference(compareRuns(a?.slice(0, 1) ?? [], b?.slice(1, 2) ?? []), 'mean')?.finding,
    ).not.toBe('no difference seen')
    const comparison = compareRuns(a ?? [], b ?? [])
    expect(comparison).toMatchObject({ basis: 'between runs', cautions: [] })
    expect(difference(comparison, 'mean')?.finding).toBe('no difference seen')
  })

  test('show what is larger than that', () => {
    const a = [31, 32, 33, 34].map((seed) => noisy(seed, 2))
    const b = [41, 42, 43, 44].map((seed) => noisy(seed))
    expect(findings(compareRuns(a, b))).toMatchObject({ mean: 'better', p50: 'better' })
  })
})

test('the confidence is what it says: 95 of 100 intervals hold the true difference', () => {
  // Sums of twelve numbers are normal enough; the true difference is 1.
  let state = 1
  const uniform = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, one) => sum + one, -6)
  const rounds = 1000
  let held = 0
  for (let round = 0; round < rounds; round++) {
    const a = Array.from({ length: 3 }, normal)
    const b = Array.from({ length: 4 }, () => 1 + normal())
    const { low = 0, high = 0 } = betweenRuns(a, b, 0.95) ?? {}
    if (low <= 1 && 1 <= high) held++
  }
  expect(held / rounds).toBeGreaterThan(0.93)
  expect(held / rounds).toBeLessThan(0.97)
})

test('one run is taken to vary as the several of the other side do', () => {
  const { low = 0, high = 0 } = betweenRuns([10], [11, 12, 13], 0.95) ?? {}
  // Pooled: variance 1, two degrees of freedom, standard error sqrt(4 / 3).
  expect((low + high) / 2).toBeCloseTo(2, 9)
  expect((high - low) / 2).toBeCloseTo(4.303 * Math.sqrt(4 / 3), 2)
})

// Student's t, two-sided, as tables have it.
test.each([
  [0.95, 1, 12.706],
  [0.95, 2, 4.303],
  [0.95, 5, 2.571],
  [0.95, 30, 2.042],
  [0.99, 4, 4.604],
  [0.9, 10, 1.812],
])('t of %d with %d degrees is %d', (confidence, freedom, expected) => {
  expect(studentQuantile(confidence, freedom)).toBeCloseTo(expected, 3)
})

describe('cautions', () => {
  test('scenarios that differ are compared, and that is said', () => {
    const other = simulateRun(openScenario(400), { slots: 16, serviceUs: 2000 })
    expect(compareRuns([run(1)], [other]).cautions).toContain(
      'The scenarios differ: load.stages[0].fromRate: 200 and 400',
    )
  })

  test('runs that are not to be believed are named', () => {
    const bad = run(1, { loopUtilization: 1 })
    const { cautions } = compareRuns([bad, bad], [run(2), { ...run(3), complete: false }])
    expect(cautions).toEqual([
      '1 of the runs were broken off',
      expect.stringContaining('2 of the runs have verdicts at error level (LT101)'),
    ])
  })

  test('a side without runs is refused', () => {
    expect(() => compareRuns([], [run(1)])).toThrow(/needs a run on each side/)
  })
})
