import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from '../../test/open-gateway.js'

/** A time in which no query could be answered, and what the client did meanwhile. */
interface Outage {
  readonly seconds: number
  readonly connects: number
  readonly mints: number
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
      const connects = place.gateway.counts.connects
      const mints = place.mints
      await wait(ms)
      const seconds = (Date.now() - startMs) / 1000
      const meanwhile = {
        connects: place.gateway.counts.connects - connects,
        mints: place.mints - mints,
      }
      await end?.()
      outages.push({ seconds, ...meanwhile, endMs: Date.now() })
    },
    again: async (everyMs, work) => {
      while (!over.aborted) {
        await wait(everyMs, undefined, { signal: over }).catch(() => undefined)
        if (!over.aborted) await work()
      }
    },
  }
}
