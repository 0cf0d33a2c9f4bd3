import { expect, test } from 'vitest'
import { fakeClock } from './fake-clock.js'
import { openPlace } from './open-gateway.js'

const MINUTE_MS = 60_000
const LIMIT_MS = 59 * MINUTE_MS

test('a day of queries: at most 27 tokens, and nothing older than 59 minutes is used', async () => {
  const clock = fakeClock(Date.UTC(2026, 10, 27), Math.random)
  const place = await openPlace({ now: clock.now })
  const tokenAges: number[] = []
  let mints = 0
  const db = place.open({
    clock,
    pool: { max: 2 },
    getToken: async (options) => {
      mints++
      const mintedAtMs = clock.now()
      const { token, expiresAt } = await place.mint(options)
      const reveal = () => {
        tokenAges.push(clock.now() - mintedAtMs)
        return token.reveal()
      }
      return { token: { reveal }, expiresAt }
    },
  })
  const bornAtMs = new Map<number, number>()
  const connectionAges: number[] = []
  for (let n = 0; n < 24 * 60; n++) {
    const calls = [0, 1].map(() => db.read<{ pid: number }[]>`select pg_backend_pid() as pid`)
    for (const [row] of await Promise.all(calls)) {
      if (!row) throw new Error('no row')
      // Never used before: opened just now.
      if (!bornAtMs.has(row.pid)) bornAtMs.set(row.pid, clock.now())
      connectionAges.push(clock.now() - (bornAtMs.get(row.pid) ?? 0))
    }
    await clock.pass(MINUTE_MS)
  }
  await place.close()
  // Only logins need one, so there can be fewer than one an hour.
  expect(mints).toBeGreaterThanOrEqual(15)
  expect(mints).toBeLessThanOrEqual(27)
  expect(tokenAges.length).toBeGreaterThan(45)
  expect(Math.max(...tokenAges)).toBeLessThanOrEqual(LIMIT_MS)
  expect(Math.max(...connectionAges)).toBeLessThanOrEqual(LIMIT_MS)
  // The limit was come near to, or it would prove little.
  expect(Math.max(...connectionAges)).toBeGreaterThan(40 * MINUTE_MS)
})

test('a longer life than 59 minutes is not to be had by asking for it', async () => {
  const clock = fakeClock(Date.UTC(2026, 10, 27))
  const place = await openPlace({ now: clock.now })
  place.lifetimeMs = 10 * 60 * MINUTE_MS
  const db = place.open({
    clock,
    token: { maxAgeMs: 10 * 60 * MINUTE_MS },
    pool: { max: 1, maxLifetimeMs: 10 * 60 * MINUTE_MS, lifetimeJitter: 0, idleTimeoutMs: 1e9 },
  })
  const pid = async () => (await db.read<{ pid: number }[]>`select pg_backend_pid() as pid`)[0]?.pid
  const first = await pid()
  await clock.pass(LIMIT_MS - 1)
  expect(await pid()).toBe(first)
  await clock.pass(1)
  expect(await pid()).not.toBe(first)
  expect(db.stats().mints).toBe(2)
  await place.close()
})
