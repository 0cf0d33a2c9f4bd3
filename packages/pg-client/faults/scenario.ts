import { setTimeout as wait } from 'node:timers/promises'
import type { Place } from '../test/open-gateway.js'

/** What goes wrong while queries run; it ends when `over` does. */
export interface Scenario {
  readonly name: string
  readonly lifetimeMs?: number
  readonly maxLifetimeMs?: number
  readonly strike: (place: Place, over: AbortSignal) => Promise<void>
}

/** Every `everyMs` until the end. */
async function again(over: AbortSignal, everyMs: number, work: () => Promise<void> | void) {
  while (!over.aborted) {
    await wait(everyMs)
    if (!over.aborted) await work()
  }
}

/** The fault for a second, a second's rest, and again; with the open connections killed when it begins. */
function outage(fault: Parameters<Place['gateway']['fault']>[0]): Scenario['strike'] {
  return (place, over) =>
    again(over, 1000, async () => {
      const handle = place.gateway.fault(fault)
      place.gateway.kill('reset')
      await wait(1000)
      await handle.lift()
    })
}

/** No token for a second while all connections have to be opened anew, and again. */
function credentialOutage(fail: () => Promise<never>): Scenario['strike'] {
  return (place, over) =>
    again(over, 1000, async () => {
      place.mintFault = fail
      place.gateway.revokeTokens()
      place.gateway.kill('57P01')
      await wait(1000)
      place.mintFault = undefined
    })
}

export const SCENARIOS: readonly Scenario[] = [
  { name: 'calm', strike: async () => undefined },
  { name: 'rotation', lifetimeMs: 3000, maxLifetimeMs: 1500, strike: async () => undefined },
  { name: 'recycle', maxLifetimeMs: 500, strike: async () => undefined },
  {
    name: 'revoked and killed',
    strike: (place, over) =>
      again(over, 1500, () => {
        place.gateway.revokeTokens()
        place.gateway.kill('57P01')
      }),
  },
  { name: 'credentials 503', strike: credentialOutage(() => Promise.reject(new Error('503'))) },
  {
    name: 'credentials hang',
    strike: credentialOutage(() => new Promise<never>(() => undefined)),
  },
  { name: 'refused', strike: outage({ kind: 'refuse-connections' }) },
  { name: 'accept-close', strike: outage({ kind: 'accept-close' }) },
  { name: 'accept-hang', strike: outage({ kind: 'accept-hang' }) },
  { name: 'starting up', strike: outage({ kind: 'starting-up' }) },
  { name: 'too many', strike: outage({ kind: 'too-many-connections' }) },
  { name: 'scale to zero', strike: outage({ kind: 'cold-start', delayMs: 1000 }) },
  {
    name: 'random kill 57P01',
    strike: (place, over) => again(over, 100, () => place.gateway.kill('57P01', 1)),
  },
  {
    name: 'random kill reset',
    strike: (place, over) => again(over, 100, () => place.gateway.kill('reset', 1)),
  },
  {
    name: 'answers lost',
    strike: async ({ gateway }) => void gateway.fault({ kind: 'lose-answer', every: 200 }),
  },
  {
    name: 'COMMITs lost',
    strike: async ({ gateway }) => void gateway.fault({ kind: 'lose-commit', every: 15 }),
  },
]
