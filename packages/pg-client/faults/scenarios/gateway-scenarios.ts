import type { GatewayFault } from '@lakebase/testing'
import { killOne } from './kill-one.js'
import type { Scenario } from './scenario.js'

/** The fault for `ms`, with the open connections reset when it begins, a rest, and again. */
function outage(fault: GatewayFault, ms = 3000): Scenario['strike'] {
  return (scene) =>
    scene.again(2500, () =>
      scene.outage(ms, () => {
        const handle = scene.place.gateway.fault(fault)
        scene.place.gateway.kill('reset')
        return handle.lift
      }),
    )
}

const down = { work: 'queries', seconds: 12 } as const

export const gatewayScenarios: readonly Scenario[] = [
  { ...down, name: 'refused 3 s', strike: outage({ kind: 'refuse-connections' }) },
  { ...down, name: 'accept-close 3 s', strike: outage({ kind: 'accept-close' }) },
  { ...down, name: 'accept-hang 3 s', strike: outage({ kind: 'accept-hang' }) },
  { ...down, name: 'starting up 3 s', strike: outage({ kind: 'starting-up' }) },
  { ...down, name: 'too many 3 s', strike: outage({ kind: 'too-many-connections' }) },
  { ...down, name: 'scale to zero 3 s', strike: outage({ kind: 'cold-start', delayMs: 3000 }) },
  {
    ...down,
    name: 'random kills',
    strike: ({ again, place }) =>
      again(200, () => killOne(place, Math.random() < 0.5 ? '57P01' : 'reset')),
  },
  {
    ...down,
    name: 'answers lost',
    strike: async ({ place }) => void place.gateway.fault({ kind: 'lose-answer', every: 500 }),
  },
  {
    ...down,
    name: 'COMMITs lost',
    resolves: 0.025,
    strike: async ({ place }) => {
      place.gateway.fault({ kind: 'lose-commit', every: 15 })
      place.gateway.fault({ kind: 'drop-commit', every: 100 })
    },
  },
  {
    name: 'idle kill, bursts',
    work: 'bursts',
    seconds: 0,
    strike: async ({ place }) => place.gateway.kill(Math.random() < 0.5 ? '57P01' : 'reset'),
  },
]
