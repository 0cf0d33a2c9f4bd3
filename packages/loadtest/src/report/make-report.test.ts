import { describe, expect, test } from 'vitest'
import { closedScenario, openScenario, simulateRun } from '../../test/simulate-run.js'
import { Histogram } from '../histogram/histogram.js'
import { formatReport, parseReport } from './parse/parse-report.js'
import { measuredSeconds, stageLabel, stageTimes } from './stage-time.js'

const calm = { slots: 32, serviceUs: 1000 }

test('every arrival of the measured stages is in the figures once, none of the warm-up is', () => {
  const report = simulateRun(openScenario(500), { ...calm, failEvery: 100 })
  const { total, scripts, statements, series } = report
  expect(total.due).toBe(total.succeeded + total.failed)
  expect(total.succeeded).toBe(total.response.count)
  expect(scripts).toEqual([{ ...total, id: 'read' }])
  expect(statements).toMatchObject([
    {
      script: 'read',
      id: 'read',
      executed: total.due,
      failed: total.failed,
      rows: total.succeeded,
    },
  ])
  expect(total.rows).toBe(total.succeeded)
  expect(report.measuredSeconds).toBe(20)
  expect(total.perSecond).toBe(total.succeeded / 20)
  const dueInSeries = series.filter(({ measured }) => measured).map(({ due = 0 }) => due)
  expect(dueInSeries.reduce((sum, due) => sum + due, 0)).toBe(total.due)
  expect(series.filter(({ measured }) => !measured).map(({ stage }) => stage)).toEqual(
    Array(5).fill('warm-up'),
  )
})

test('the figures of a run do not depend on how many workers made it', () => {
  const one = simulateRun(openScenario(500), calm)
  const four = simulateRun(openScenario(500), calm, { workers: 4 })
  expect(four.total).toEqual(one.total)
  expect(four.series).toEqual(one.series)
})

test('a latency names its percentiles as its histogram has them', () => {
  const { response } = simulateRun(openScenario(500), calm).total
  const histogram = Histogram.decode(response.histogram)
  expect(histogram.count).toBe(response.count)
  expect(histogram.percentile(99)).toBe(response.p99)
  // The text has buckets; the figures are never above the maximum, which is exact.
  expect(histogram.percentile(99.99)).toBe(histogram.bucketOf(response.p9999).to)
})

test('failures are by code, with the statement and its message', () => {
  const { errors, total } = simulateRun(openScenario(500), { ...calm, failEvery: 100 })
  expect(errors).toEqual([
    {
      code: '40001',
      script: 'read',
      statement: 'read',
      message: 'could not serialize access',
      count: total.failed,
    },
  ])
})

test('a closed loop has no arrivals that were due', () => {
  const { total, series } = simulateRun(closedScenario(2), calm)
  expect(total.due).toBeUndefined()
  expect(series[10]?.due).toBeUndefined()
})

test('a run that was broken off counts the seconds that it measured', () => {
  const { load } = openScenario(500)
  expect([0, 4000, 5000, 12_500, 65_000, 80_000].map((ms) => measuredSeconds(load, ms))).toEqual([
    0, 0, 0, 7.5, 20, 20,
  ])
})

test('a second counts as measured when all of it is', () => {
  const stage = { fromRate: 10, toRate: 10 }
  const load = {
    model: 'open',
    arrivals: 'constant',
    stages: [
      { name: 'warm-up', durationMs: 1500, ...stage, measured: false },
      { name: 'low', durationMs: 1500, ...stage, measured: true },
      { name: 'high', durationMs: 1800, ...stage, measured: true },
    ],
  } as const
  const times = stageTimes(load)
  expect([0, 1, 2, 3, 4, 5].map((second) => stageLabel(times, second))).toEqual([
    { stage: 'warm-up', measured: false },
    { stage: 'warm-up', measured: false },
    { stage: 'low', measured: true },
    { stage: 'high', measured: true },
    { stage: 'high', measured: false },
    { stage: 'high', measured: false },
  ])
})

describe('a report in a file', () => {
  const report = simulateRun(openScenario(500, { seconds: 5 }), { ...calm, failEvery: 100 })

  test('reads back as it was', () => {
    expect(parseReport(formatReport(report), 'run.json')).toEqual(report)
  })

  test('keeps whole numbers of 64 bits', () => {
    const { scenario } = report
    const [script] = scenario.scripts
    const value = 9_007_199_254_740_993n
    const step = { kind: 'set', slot: 0, generator: { kind: 'constant', value } } as const
    const large = {
      ...report,
      scenario: { ...scenario, scripts: [{ ...script, steps: [step, ...script.steps] }] as const },
    }
    expect(parseReport(formatReport(large), 'run.json')).toEqual(large)
  })

  test.each([
    ['{"schemaVersion": 1', /run\.json is not JSON/],
    ['{}', /schemaVersion/],
    [formatReport(report).replace('"succeeded": ', '"succeeded": -'), /succeeded: .*>=0/],
    [formatReport({ ...report, scripts: [] }), /figures of 0 scripts, its scenario has 1/],
    [formatReport({ ...report, startedAt: 'yesterday' }), /startedAt: Expected an instant/],
  ])('is refused with the place of what is wrong', (text, message) => {
    expect(() => parseReport(text, 'run.json')).toThrow(message)
  })
})
