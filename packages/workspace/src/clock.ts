import { setTimeout as wait } from 'node:timers/promises'

/** Time and chance, so that a test can set them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Resolves after `ms` milliseconds, or at once when the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  /** From 0 up to, and without, 1. */
  random(): number
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  async sleep(ms, signal) {
    // The one who waits looks at the signal afterwards, and knows better what to say.
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined)
  },
}
