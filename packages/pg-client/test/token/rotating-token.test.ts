import { expect, test } from 'vitest'
import type { LakebaseEvent, MintedToken, MintToken } from '../../src/index.js'
import { DEFAULT_TOKEN_POLICY, rotatingToken } from '../../src/token/rotating-token.js'
import { type FakeClock, fakeClock } from '../fake-clock.js'

const HOUR_MS = 3_600_000

function rotating(mint: (attempt: number) => Promise<MintedToken>, clock: FakeClock) {
  const events: LakebaseEvent[] = []
  const signals: AbortSignal[] = []
  const counted: MintToken = ({ signal }) => {
    signals.push(signal)
    return mint(signals.length)
  }
  const emit = (event: LakebaseEvent) => void events.push(event)
  return {
    tokens: rotatingToken(counted, { ...DEFAULT_TOKEN_POLICY, clock, emit }),
    events,
    signals,
  }
}

function token(clock: FakeClock, name: string, lifeMs = HOUR_MS): MintedToken {
  return { token: { reveal: () => name }, expiresAt: new Date(clock.now() + lifeMs) }
}

const never = () => new Promise<never>(() => undefined)

/** What a promise has come to by now. */
async function stateOf(promise: Promise<MintedToken>): Promise<string> {
  const waiting = Symbol('waiting')
  const later = new Promise<typeof waiting>((resolve) => setImmediate(() => resolve(waiting)))
  try {
    const result = await Promise.race([promise, later])
    return result === waiting ? 'waiting' : result.token.reveal()
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}

test('a thousand callers at once share one request', async () => {
  const clock = fakeClock()
  const { tokens } = rotating(async () => token(clock, 'one'), clock)
  const got = await Promise.all(Array.from({ length: 1000 }, () => tokens.get()))
  expect(new Set(got).size).toBe(1)
  expect(tokens.mints()).toBe(1)
})

test('a request that hangs holds nobody up for longer than a second, and is told to end', async () => {
  const clock = fakeClock()
  const { tokens, signals } = rotating(
    (attempt) => (attempt === 1 ? never() : Promise.resolve(token(clock, `token ${attempt}`))),
    clock,
  )
  const waiting = tokens.get()
  await clock.pass(999)
  expect(await stateOf(waiting)).toBe('waiting')
  await clock.pass(1)
  expect(await stateOf(waiting)).toBe('token 2')
  expect(signals[0]?.aborted).toBe(true)
})

test('while every request hangs there is one a second, each for ten seconds', async () => {
  const clock = fakeClock()
  const { tokens, signals } = rotating(never, clock)
  const waiting = tokens.get()
  await clock.pass(10_500)
  expect(tokens.mints()).toBe(11)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, ...Array(10).fill(false)])
  expect(await stateOf(waiting)).toBe('waiting')
})

test('a token is as old as the request that brought it', async () => {
  const clock = fakeClock()
  const { tokens } = rotating(async (attempt) => {
    const minted = token(clock, `token ${attempt}`, 2 * HOUR_MS)
    // The first answers after the second was asked for, which hangs.
    if (attempt === 1) await clock.sleep(1500)
    if (attempt === 2) await never()
    return minted
  }, clock)
  const first = tokens.get()
  await clock.pass(2000)
  expect(await stateOf(first)).toBe('token 1')
  await clock.pass(59 * 60_000 - 2000)
  expect(await stateOf(tokens.get())).not.toBe('token 1')
})

test('the old token serves while the new one is asked for, and nobody asks twice', async () => {
  const clock = fakeClock()
  const { tokens } = rotating(
    (attempt) => (attempt === 1 ? Promise.resolve(token(clock, 'old')) : never()),
    clock,
  )
  await tokens.get()
  await clock.pass(58 * 60_000)
  for (let n = 0; n < 5; n++) {
    expect(await stateOf(tokens.get())).toBe('old')
    await clock.pass(1000)
  }
  expect(tokens.mints()).toBe(2)
})

test('requests that fail are a second apart, and say why', async () => {
  const clock = fakeClock()
  const { tokens, events } = rotating(() => Promise.reject(new Error('503')), clock)
  for (let n = 0; n < 3; n++) {
    const waiting = tokens.get()
    waiting.catch(() => undefined)
    await clock.pass(1000)
    expect(await stateOf(waiting)).toBe('no database token: 503')
  }
  expect(tokens.mints()).toBeLessThanOrEqual(3)
  expect(events[0]).toEqual({ type: 'token.error', servingStale: false, message: '503' })
})

test('a token that is over before it is used is refused', async () => {
  const clock = fakeClock(HOUR_MS)
  const { tokens } = rotating(async () => token(clock, 'stale', -1), clock)
  expect(await stateOf(tokens.get())).toContain('the token ends at')
})

test('a refused token is not given again; one that has been replaced stays replaced', async () => {
  const clock = fakeClock()
  const { tokens } = rotating(async (attempt) => token(clock, `token ${attempt}`), clock)
  const first = await tokens.get()
  tokens.invalidate(first)
  const next = tokens.get()
  await clock.pass(1000)
  expect(await stateOf(next)).toBe('token 2')
  tokens.invalidate(first)
  expect(await stateOf(tokens.get())).toBe('token 2')
})
