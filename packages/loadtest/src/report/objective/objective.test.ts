import { expect, test } from 'vitest'
import { openScenario, simulateRun } from '../../../test/simulate-run.js'
import type { Objective } from '../../scenario/scenario.js'
import { checkObjective } from './check-objective.js'
import { parseObjective } from './parse-objective.js'

test.each<[string, Objective]>([
  ['p99=10ms', { metric: 'latency', percentile: 99, atMostMs: 10 }],
  ['p99.9 <= 1.5s', { metric: 'latency', percentile: 99.9, atMostMs: 1500 }],
  ['p50=800us', { metric: 'latency', percentile: 50, atMostMs: 0.8 }],
  ['mean=2ms', { metric: 'mean', atMostMs: 2 }],
  ['errors=0.1%', { metric: 'errors', atMost: 0.001 }],
  ['errors=0', { metric: 'errors', atMost: 0 }],
  ['rate>=500/s', { metric: 'throughput', atLeast: 500 }],
  ['throughput=30/min', { metric: 'throughput', atLeast: 0.5 }],
  ['new order:p95=20ms', { metric: 'latency', percentile: 95, atMostMs: 20, script: 'new order' }],
])('%s', (text, objective) => {
  expect(parseObjective(text)).toEqual(objective)
})

test.each([
  ['p99', /none that we know/],
  ['p99=10', /a time is in us, µs, ms, s/],
  ['p99=10min', /a time is in/],
  ['p99>=10ms', /at most so high/],
  ['p10=10ms', /a percentile is 50 to 100/],
  ['p101=10ms', /a percentile is 50 to 100/],
  ['errors=150%', /0 to 100%/],
  ['rate<=5', /write >=/],
  ['median=3ms', /none that we know/],
])('%s is refused with the way to write it', (text, message) => {
  expect(() => parseObjective(text)).toThrow(message)
  expect(() => parseObjective(text)).toThrow(/Write p99=10ms/)
})

const report = simulateRun(openScenario(500), { slots: 8, serviceUs: 2000, failEvery: 50 })

test.each([
  ['p99=30ms', true],
  ['p99=1ms', false],
  ['mean=3ms', true],
  ['mean=1ms', false],
  ['errors=3%', true],
  ['errors=1%', false],
  ['rate>=450/s', true],
  ['rate>=500/s', false],
  ['read:p50=2ms', true],
])('%s: %s', (text, holds) => {
  const result = checkObjective(parseObjective(text), report)
  expect(result.holds).toBe(holds)
  expect(result.measured).toBeGreaterThan(0)
})

test('is measured in its own unit', () => {
  const measured = (text: string) => checkObjective(parseObjective(text), report).measured
  expect(measured('p99=1s')).toBe(report.total.response.p99 / 1000)
  expect(measured('errors=1%')).toBeCloseTo(0.02, 3)
  expect(measured('rate>=1')).toBe(report.total.perSecond)
})

test('nothing holds where nothing was measured', () => {
  expect(checkObjective(parseObjective('write:p99=1s'), report)).toEqual({
    objective: parseObjective('write:p99=1s'),
    holds: false,
  })
})
