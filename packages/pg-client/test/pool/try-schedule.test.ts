import { expect, test } from 'vitest'
import { trySchedule } from '../../src/pool/try-schedule.js'
import { fakeClock } from '../fake-clock.js'

const idle = { open: 0, connecting: 0, preparing: 0, waiting: 40 }

function schedule() {
  const clock = fakeClock(1_000_000)
  return { clock, tries: trySchedule({ clock, max: 10, connectConcurrency: 4 }) }
}

test('while the server is well as many try at once as are allowed, wanted and missing', () => {
  const { tries } = schedule()
  expect(tries.nextInMs({ ...idle, connecting: 3 })).toBe(0)
  tries.tried()
  expect(tries.nextInMs({ ...idle, connecting: 4 })).toBeGreaterThan(0)
  expect(tries.nextInMs({ ...idle, connecting: 1, waiting: 1 })).toBeGreaterThan(0)
  expect(tries.nextInMs({ ...idle, connecting: 1, open: 9 })).toBeGreaterThan(0)
})

test('a try that hangs holds up the next one for half a second', async () => {
  const { clock, tries } = schedule()
  tries.tried()
  expect(tries.nextInMs({ ...idle, connecting: 4 })).toBe(500)
  await clock.pass(500)
  expect(tries.nextInMs({ ...idle, connecting: 4 })).toBe(0)
})

test('after a failure tries follow one another, further apart up to half a second', async () => {
  const { clock, tries } = schedule()
  const delays = [1, 2, 3, 4, 5].map(() => tries.failed(false))
  expect(delays).toEqual([150, 200, 250, 300, 300])
  expect(tries.nextInMs(idle)).toBe(300)
  await clock.pass(300)
  expect(tries.nextInMs(idle)).toBe(0)
  tries.succeeded()
  expect(tries.failures()).toBe(0)
})

test('a failure of what keeps its own pace delays nothing, and nobody tries beside who waits for it', () => {
  const { tries } = schedule()
  expect(tries.failed(true)).toBe(0)
  expect(tries.nextInMs(idle)).toBe(0)
  expect(tries.nextInMs({ ...idle, connecting: 1, preparing: 1 })).toBeUndefined()
})
