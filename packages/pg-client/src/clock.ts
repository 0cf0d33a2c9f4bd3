import { setTimeout as wait } from 'node:timers/promises'

/** Time and chance, so that a test can set them. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  sleep(ms: number): Promise<void>
  /** From 0 up to, and without, 1. */
  random(): number
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: (ms) => wait(ms),
}
