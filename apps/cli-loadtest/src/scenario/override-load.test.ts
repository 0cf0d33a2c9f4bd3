import type { Load } from '@lakebase/loadtest'
import { expect, test } from 'vitest'
import { sampleScenario } from '../../test/sample/sample-scenario.js'
import { overrideLoad } from './override-load.js'

const none = { rate: undefined, clients: undefined, duration: undefined, warmUp: undefined }
const ramp: Load = {
  model: 'open',
  arrivals: 'constant',
  stages: [
    { name: 'up', durationMs: 10_000, fromRate: 0, toRate: 100, measured: false },
    { name: 'a', durationMs: 30_000, fromRate: 100, toRate: 100, measured: true },
    { name: 'b', durationMs: 10_000, fromRate: 100, toRate: 300, measured: true },
  ],
}

test('without flags the load of the scenario stays', () => {
  expect(overrideLoad({ ...sampleScenario, load: ramp }, none)).toEqual(ramp)
})

test('a rate keeps the shape: its highest measured level is that rate', () => {
  const { stages } = overrideLoad({ ...sampleScenario, load: ramp }, { ...none, rate: '600/min' })
  expect(stages).toMatchObject([
    { name: 'up', durationMs: 10_000, fromRate: 0, measured: false },
    { name: 'a', durationMs: 30_000, measured: true },
    { name: 'b', durationMs: 10_000, toRate: 10, measured: true },
  ])
})

test('clients make a closed loop, and no warm-up is none', () => {
  expect(
    overrideLoad(
      { ...sampleScenario, load: ramp },
      { ...none, clients: '8', duration: '1m', warmUp: '0' },
    ),
  ).toEqual({
    model: 'closed',
    stages: [
      { name: 'measured', durationMs: 60_000, fromClients: 8, toClients: 8, measured: true },
    ],
  })
})

test('another duration keeps the shape of the measured stages and the warm-up', () => {
  const { stages } = overrideLoad({ ...sampleScenario, load: ramp }, { ...none, duration: '4s' })
  expect(stages.map(({ durationMs }) => durationMs)).toEqual([10_000, 3000, 1000])
  const cold = overrideLoad({ ...sampleScenario, load: ramp }, { ...none, warmUp: '0s' })
  expect(cold.stages.map(({ name }) => name)).toEqual(['a', 'b'])
})

test.each([
  [{ ...none, rate: '10', clients: '2' }, 'leave out one of them'],
  [{ ...none, rate: 'fast' }, 'is no rate'],
  [{ ...none, rate: '0' }, 'is no rate'],
  [{ ...none, clients: '1.5' }, 'a whole number'],
  [{ ...none, rate: '1', duration: '0s' }, 'above 0'],
  [{ ...none, rate: '1', warmUp: 'soon' }, 'is no time'],
])('%o is refused', (flags, says) => {
  const refused = () => overrideLoad({ ...sampleScenario, load: ramp }, flags)
  expect(refused).toThrow()
  try {
    refused()
  } catch (error) {
    expect(JSON.stringify(error)).toContain(says)
  }
})
