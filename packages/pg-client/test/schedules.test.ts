import { expect, test } from 'vitest'
import { openLedger } from '../fuzz/open-ledger.js'
import { runSchedule } from '../fuzz/run-schedule.js'
import { scheduleOf } from '../fuzz/schedule.js'
import { openPlace } from './open-gateway.js'

test('a seed always gives the same schedule', () => {
  expect(scheduleOf(7)).toEqual(scheduleOf(7))
  expect(scheduleOf(7)).not.toEqual(scheduleOf(8))
})

// `pnpm fuzz` runs 10,000.
test('whatever strikes when, what a call says of itself is what the server has', async () => {
  const place = await openPlace()
  const ledger = await openLedger(place)
  const violations: string[] = []
  for (let seed = 1; seed <= 25; seed++)
    violations.push(...(await runSchedule(place, ledger, seed)))
  await place.close()
  expect(violations).toEqual([])
})
