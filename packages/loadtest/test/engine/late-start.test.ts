import { afterAll, beforeAll, expect, test } from 'vitest'
import { runScenario } from '../../src/run-scenario.js'
import { openDatabase, type TestDatabase } from './open-database.js'
import { open, scenarioOf, script } from './scenario-of.js'

let place: TestDatabase
beforeAll(async () => {
  place = await openDatabase()
})
afterAll(() => place.stop())

test('a run that is ready only after its start begins at once, and says how late', async () => {
  const scenario = scenarioOf([script(['select 1'])], open(50, 500), { connections: 1 })
  const startAt = Date.now() - 5000
  const { startedAt, verdicts, total } = await runScenario(scenario, place.target, {
    workers: 0,
    startAt,
  })
  expect(Date.parse(startedAt)).toBeGreaterThan(startAt + 5000)
  expect(verdicts).toContainEqual(
    expect.objectContaining({
      ruleId: 'LT118',
      level: 'warn',
      hint: expect.stringContaining('later'),
    }),
  )
  expect(total.due).toBe(25)
})
