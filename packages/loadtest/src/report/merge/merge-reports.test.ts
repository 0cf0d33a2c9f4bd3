import { describe, expect, test } from 'vitest'
import { openScenario, type SimulatedPart, simulateRun } from '../../../test/simulate-run.js'
import { Histogram } from '../../histogram/histogram.js'
import type { Latency, RunReport } from '../run-report.js'
import { mergeReports } from './merge-reports.js'

const scenario = openScenario(1000, {
  objectives: [{ metric: 'latency', percentile: 99, atMostMs: 50 }],
})
const server = { slots: 4, serviceUs: 3000, failEvery: 250 }

function shard(index: number, count: number, part: SimulatedPart = {}): RunReport {
  return simulateRun(scenario, server, { shard: { index, count }, ...part })
}
function bucketOf(us: number): unknown {
  return new Histogram().bucketOf(Math.round(us))
}
function percentiles({ p50, p75, p90, p95, p99, p999, p9999 }: Latency): readonly unknown[] {
  return [p50, p75, p90, p95, p99, p999, p9999].map(bucketOf)
}

const four = [0, 1, 2, 3].map((index) => shard(index, 4, { workers: 2 }))

test('four shards say what one process at the whole rate says: counts, and percentiles to the bucket', () => {
  const whole = simulateRun(scenario, server)
  const merged = mergeReports(four)
  for (const which of ['succeeded', 'failed', 'due', 'rows', 'perSecond'] as const)
    expect(merged.total[which]).toBe(whole.total[which])
  expect(percentiles(merged.total.response)).toEqual(percentiles(whole.total.response))
  expect(percentiles(merged.total.failure)).toEqual(percentiles(whole.total.failure))
  expect(merged.total.response).toMatchObject({
    min: whole.total.response.min,
    max: whole.total.response.max,
    histogram: whole.total.response.histogram,
  })
  expect(merged.total.response.mean).toBeCloseTo(whole.total.response.mean, 6)
  expect(merged.statements[0]?.executed).toBe(whole.statements[0]?.executed)
  expect(merged.errors).toEqual(whole.errors)
  expect(merged.series.map(({ scheduleLag, ...point }) => point)).toEqual(
    whole.series.map(({ scheduleLag, ...point }) => point),
  )
  expect(merged.objectives).toEqual(whole.objectives)
  expect(merged).toMatchObject({ shards: 4, complete: true, measuredSeconds: 20 })
  expect(merged.generator).toMatchObject({ workers: 8, cores: 32 })
  expect(merged.connecting.opened).toBe(4)
})

test('a shard that is worse off than the others is not hidden by their mean', () => {
  const slow = simulateRun(
    scenario,
    { ...server, loopUtilization: 0.97 },
    { shard: { index: 3, count: 4 } },
  )
  const merged = mergeReports([...four.slice(0, 3), slow])
  expect(merged.generator.loopUtilization).toBe(0.97)
  expect(merged.verdicts[0]).toMatchObject({ ruleId: 'LT101', level: 'error' })
})

test('seconds are aligned by the clock on the wall, and a late start is said', () => {
  const late = shard(1, 2, { startedAt: '2026-11-28T09:00:03.400Z' })
  const early = shard(0, 2)
  const merged = mergeReports([late, early])
  expect(merged.startedAt).toBe('2026-11-28T09:00:00.000Z')
  expect(merged.series[2]?.due).toBe(early.series[2]?.due)
  expect(merged.series[10]?.due).toBe((early.series[10]?.due ?? 0) + (late.series[7]?.due ?? 0))
  expect(merged.series.at(-1)?.second).toBe((late.series.at(-1)?.second ?? 0) + 3)
  expect(merged.verdicts).toContainEqual(
    expect.objectContaining({ ruleId: 'LT117', message: expect.stringContaining('3.4 s apart') }),
  )
})

test('a shard that began behind its moment is named, also where all of them did', () => {
  const parts = [0, 1].map((index) => shard(index, 2, { lateMs: 2500 }))
  const merged = mergeReports(parts)
  expect(parts[0]?.verdicts.map(({ ruleId }) => ruleId)).toContain('LT118')
  const late = merged.verdicts.filter(({ ruleId }) => ruleId === 'LT118')
  expect(late.map(({ message }) => message.slice(0, 32))).toEqual([
    'Shard 0/2: The load began 2.5 s ',
    'Shard 1/2: The load began 2.5 s ',
  ])
  expect(merged.verdicts.map(({ ruleId }) => ruleId)).not.toContain('LT117')
})

test('a missing shard is an error that says so, not a smaller load', () => {
  const merged = mergeReports(four.filter((_, index) => index !== 2))
  expect(merged.complete).toBe(false)
  expect(merged.verdicts[0]).toMatchObject({
    ruleId: 'LT116',
    message: expect.stringContaining('Of 4 shards 2/4 is missing'),
  })
})

describe('what is no part of one run is refused, with the reason', () => {
  const [a, b] = [shard(0, 2), shard(1, 2)]
  const whole = simulateRun(scenario, server)
  const of = (report: RunReport, change: Partial<RunReport>) => ({ ...report, ...change })
  const cases: readonly (readonly [string, readonly RunReport[], RegExp])[] = [
    ['nothing', [], /there is no report/],
    ['another seed', [a, of(b, { scenario: { ...scenario, seed: 7 } })], /\(seed: 42 and 7\)/],
    [
      'another rate',
      [a, of(b, { scenario: { ...openScenario(500), objectives: scenario.objectives } })],
      /load\.stages\[0\]\.fromRate: 1000 and 500/,
    ],
    [
      'another database',
      [a, of(b, { target: { ...b.target, address: 'other:5432/shop' } })],
      /different databases: "db\.example\.com:5432\/shop" and "other/,
    ],
    ['the same shard', [a, b, a], /shard 0\/2 is there twice/],
    ['whole runs', [whole, whole], /report 1 is of no shard/],
    ['another division', [a, shard(2, 3)], /of 2 shards, another of 3/],
    [
      'one run after the other',
      [a, shard(1, 2, { startedAt: '2026-11-28T09:05:00.000Z' })],
      /one had ended .* before another began/,
    ],
  ]
  test.each(cases)('%s', (_, reports, reason) => {
    expect(() => mergeReports(reports)).toThrow(reason)
  })
})
