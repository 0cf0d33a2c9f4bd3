import { expect, test } from 'vitest'
import { Recorder } from '../record/recorder.js'
import type { ClosedLoad, Scenario } from '../scenario/scenario.js'
import { closedLoop } from './closed-loop.js'
import { Pool } from './pool.js'
import { planScripts } from './script-plan.js'

const load: ClosedLoad = {
  model: 'closed',
  stages: [{ name: 'ramp', durationMs: 1000, fromClients: 0, toClients: 100, measured: true }],
}
const scenario: Scenario = {
  ...{ name: 'ramp', seed: 1, load, driver: 'wire', connections: 1, connectTimeoutMs: 1000 },
  ...{ maxTries: 1, objectives: [] },
  scripts: [{ id: 'nothing', weight: 1, variables: [], steps: [] }],
}

function loopOf(share: { index: number; count: number }) {
  const pool = new Pool({
    ...{ recorder: new Recorder(scenario), connections: 1, maxTries: 1, timed: false },
    ...{ firstNumber: 0, numberStep: 1 },
    driver: { open: () => Promise.reject(new Error('nobody is asked')) },
  })
  const plans = planScripts(scenario, { worker: share.index, workers: share.count })
  return { pool, loop: closedLoop(pool, plans, { scenario, load, share }) }
}

test('users come as the ramp says, and workers share them', () => {
  const alone = loopOf({ index: 0, count: 1 })
  const shares = [0, 1, 2].map((index) => loopOf({ index, count: 3 }))
  for (const nowMs of [0, 1, 250, 500, 999.9]) {
    for (const { loop } of [alone, ...shares]) loop.tick(nowMs)
    expect(alone.pool.waiting.length).toBe(Math.ceil(nowMs / 10))
    const together = shares.reduce((sum, { pool }) => sum + pool.waiting.length, 0)
    expect(together).toBe(alone.pool.waiting.length)
  }
})

test('behind the last stage nobody comes any more', () => {
  const { pool, loop } = loopOf({ index: 0, count: 1 })
  loop.tick(1000)
  expect(pool.waiting.length).toBe(0)
})
