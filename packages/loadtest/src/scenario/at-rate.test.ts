import { expect, test } from 'vitest'
import { atRate } from './at-rate.js'
import { parseScenario } from './parse-scenario.js'

const scenarioOf = (load: string) => {
  const [scenario] =
    parseScenario(`scripts: { one: select 1 }\nload: ${load}`, 'a.yml').scenarios ?? []
  if (!scenario) throw new Error(load)
  return scenario
}

test('warm-up, ramps and spikes go up and down with the rate', () => {
  const scenario = scenarioOf(
    '{ rate: 100/s, duration: 30s, warm_up: 5s, ramp_up: 5s, spikes: [{ at: 10s, duration: 5s, rate: 400/s }] }',
  )
  expect(atRate(scenario, 2000).load).toMatchObject({
    model: 'open',
    stages: [
      { name: 'ramp up', fromRate: 0, toRate: 500, measured: false },
      { name: 'warm-up', fromRate: 500, toRate: 500, measured: false },
      { name: 'steady', fromRate: 500, toRate: 500 },
      { name: 'spike 1', fromRate: 2000, toRate: 2000 },
      { name: 'steady', fromRate: 500, toRate: 500 },
    ],
  })
})

test('a closed loop becomes an open one of the same shape', () => {
  const scenario = scenarioOf('{ clients: 8, duration: 30s, ramp_down: 5s }')
  expect(atRate(scenario, 300).load).toEqual({
    model: 'open',
    arrivals: 'poisson',
    stages: [
      { name: 'steady', durationMs: 30_000, fromRate: 300, toRate: 300, measured: true },
      { name: 'ramp down', durationMs: 5000, fromRate: 300, toRate: 0, measured: false },
    ],
  })
})

test('a rate of nothing is refused', () => {
  expect(() => atRate(scenarioOf('{ clients: 1, duration: 1s }'), 0)).toThrow(RangeError)
})
