import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from '../../test/open-gateway.js'

/** A time in which no query could be answered. */
interface Outage {
  readonly startMs: number
  readonly endMs: number
}

/** Where a scenario strikes. */
export interface Scene {
  readonly place: Place
  readonly over: AbortSignal
  readonly outages: Outage[]
  /** Makes it, keeps it up for `ms`, ends it by what `begin` gives, and writes it down. */
  readonly outage: (ms: number, begin: () => (() => Promise<unknown>) | undefined) => Promise<void>
  /** Every `everyMs` until the end. */
  readonly again: (everyMs: number, work: () => Promise<unknown> | unknown) => Promise<void>
}

export function openScene(place: Place, over: AbortSignal): Scene {
  const outages: Outage[] = []
  return {
    place,
    over,
    outages,
    outage: async (ms, begin) => {
      const startMs = Date.now()
      const end = begin()
      await wait(ms)
      await end?.()
      outages.push({ startMs, endMs: Date.now() })
    },
    again: async (everyMs, work) => {
      while (!over.aborted) {
        await wait(everyMs, undefined, { signal: over }).catch(() => undefined)
        if (!over.aborted) await work()
      }
    },
  }
}
