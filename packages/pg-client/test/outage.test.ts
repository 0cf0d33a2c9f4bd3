import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPlace, type Place } from './open-gateway.js'

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
  'waits through %s, connects at most ten times a second, and is soon back',
  async (kind) => {
    const fresh = place.open({ pool: { max: 10 } })
    const fault = place.gateway.fault({ kind })
    const before = place.gateway.counts.connects
    const calls = Array.from({ length: 40 }, () => fresh.read`select 1 as one`.execute())
    await wait(1500)
    expect(place.gateway.counts.connects - before).toBeLessThanOrEqual(4 + 15)
    await fault.lift()
    const liftedAt = Date.now()
    await Promise.race(calls)
    // How soon exactly is a figure of `pnpm faults`; a busy machine must not fail a test.
    expect(Date.now() - liftedAt).toBeLessThan(5000)
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
  await wait(2500)
  expect(fresh.stats()).toMatchObject({ connecting: 4, waiting: 40 })
  expect(fresh.stats().mints).toBeGreaterThan(5)
  const before = place.gateway.counts.connects
  place.mintFault = undefined
  answer?.()
  const [first] = await Promise.race(calls)
  expect(first).toEqual({ one: 1 })
  expect(place.gateway.counts.connects - before).toBeLessThanOrEqual(10)
  expect((await Promise.all(calls)).flat()).toHaveLength(40)
})
