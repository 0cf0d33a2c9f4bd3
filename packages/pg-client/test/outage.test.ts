import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './open-gateway.js'
import { until } from './until.js'

let place: Place
beforeAll(async () => {
  place = await openPlace()
})
afterAll(() => place.close())

test.each([
  'accept-close',
  'accept-hang',
  'starting-up',
  'too-many-connections',
  'refuse-connections',
] as const)(
  'waits through %s, connects at most ten times a second, and loses no call',
  async (kind) => {
    const fresh = place.open({ pool: { max: 10 } })
    const fault = place.gateway.fault({ kind })
    const before = place.gateway.counts.connects
    const calls = Array.from({ length: 40 }, () => fresh.read`select 1 as one`.execute())
    const startMs = Date.now()
    await wait(1500)
    // Four at once at first; a busy machine may have slept longer.
    const seconds = (Date.now() - startMs) / 1000
    expect(place.gateway.counts.connects - before).toBeLessThanOrEqual(4 + 10 * seconds)
    await fault.lift()
    // How soon is a figure of `pnpm faults`: a busy machine must not fail a test.
    expect((await Promise.all(calls)).flat()).toHaveLength(40)
    expect(fresh.stats().mints).toBe(1)
  },
)

test('while there is no token nobody else queues up for one, and few log in when it comes', async () => {
  const fresh = place.open({ pool: { max: 10 }, token: { pauseMs: 200 } })
  let answer: (() => void) | undefined
  place.mintFault = async () => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    throw new Error('503')
  }
  const calls = Array.from({ length: 40 }, () => fresh.read`select 1 as one`.execute())
  await until(() => fresh.stats().mints > 5)
  expect(fresh.stats()).toMatchObject({ connecting: 4, waiting: 40 })
  const before = place.gateway.counts.connects
  place.mintFault = undefined
  answer?.()
  const [first] = await Promise.race(calls)
  expect(first).toEqual({ one: 1 })
  expect(place.gateway.counts.connects - before).toBeLessThanOrEqual(10)
  expect((await Promise.all(calls)).flat()).toHaveLength(40)
})
