import type { Clock } from '../src/index.js'

export interface FakeClock extends Clock {
  /** Lets time pass, waking whoever sleeps at the moment at which it is to wake. */
  readonly pass: (ms: number) => Promise<void>
}

/** A clock that stands still until it is told to go on. Chance gives the middle unless told otherwise. */
export function fakeClock(startMs = 0, random: () => number = () => 0.5): FakeClock {
  let nowMs = startMs
  const sleepers = new Set<{ readonly atMs: number; readonly wake: () => void }>()
  // Long enough for every promise that is settled to have told its followers.
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  return {
    now: () => nowMs,
    random,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve()
        const end = () => {
          sleepers.delete(sleeper)
          signal?.removeEventListener('abort', end)
          resolve()
        }
        const sleeper = { atMs: nowMs + ms, wake: end }
        sleepers.add(sleeper)
        signal?.addEventListener('abort', end)
      }),
    pass: async (ms) => {
      const endMs = nowMs + ms
      await settled()
      for (;;) {
        const [next] = [...sleepers].sort((left, right) => left.atMs - right.atMs)
        if (next === undefined || next.atMs > endMs) break
        nowMs = Math.max(nowMs, next.atMs)
        next.wake()
        await settled()
      }
      nowMs = endMs
      await settled()
    },
  }
}
